import { Fragment, type ReactNode } from 'react';
import { useTurn } from './use-turn.ts';

interface InTurnProps {
  readonly children: ReactNode;
  /** What stands there until then. */
  readonly waiting?: ReactNode;
}

const WAITING = <div aria-busy="true" />;

/** Draws what it holds when its turn has come. */
export function InTurn({ children, waiting = WAITING }: InTurnProps): ReactNode {
  return useTurn() ? children : waiting;
}

/** More than fill the frame in which a long table scrolls. */
const AT_ONCE = 24;

interface RowsInTurnProps {
  readonly rows: readonly ReactNode[];
  /** Height of a row, where the room for all of them is to be there from the first. */
  readonly rowPx?: number;
}

/** Rows of a table's body: the first at once, those of a long table that come after them in turns. */
export function RowsInTurn({ rows, rowPx = 0 }: RowsInTurnProps): ReactNode {
  const starts = Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, part) => part * AT_ONCE);
  return starts.map((start) => {
    const part = rows.slice(start, start + AT_ONCE);
    if (start === 0) return <Fragment key={start}>{part}</Fragment>;
    const room = { height: part.length * rowPx };
    return (
      <InTurn key={start} waiting={<tr aria-busy="true" aria-hidden="true" style={room} />}>
        {part}
      </InTurn>
    );
  });
}
