import { Fragment, type ReactNode } from 'react';
import { useTurn } from './use-turn.ts';

interface InTurnProps {
  readonly children: ReactNode;
  /** What stands there until then. */
  readonly waiting?: ReactNode;
}

const WAITING = <div aria-busy="true" />;
const WAITING_ROW = <tr aria-busy="true" hidden />;

/** Draws what it holds when its turn has come. */
export function InTurn({ children, waiting = WAITING }: InTurnProps): ReactNode {
  return useTurn() ? children : waiting;
}

/** More than fill the frame in which a long table scrolls. */
const AT_ONCE = 24;

/** Rows of a table's body: the first at once, those of a long table that come after them in turns. */
export function RowsInTurn({ rows }: { readonly rows: readonly ReactNode[] }): ReactNode {
  const starts = Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, part) => part * AT_ONCE);
  return starts.map((start) => {
    const part = rows.slice(start, start + AT_ONCE);
    return start === 0 ? (
      <Fragment key={start}>{part}</Fragment>
    ) : (
      <InTurn key={start} waiting={WAITING_ROW}>
        {part}
      </InTurn>
    );
  });
}
