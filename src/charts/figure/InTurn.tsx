import { Fragment, type ReactNode } from 'react';
import { useTurn } from './use-turn.ts';

interface InTurnProps {
  readonly children: ReactNode;
  /** What stands there until then. */
  readonly waiting?: ReactNode;
}

/** Draws what it holds when its turn has come. */
export function InTurn({ children, waiting = <div aria-busy="true" /> }: InTurnProps): ReactNode {
  return useTurn() ? children : waiting;
}

/** More than fill the frame in which a long table scrolls. */
const AT_ONCE = 24;
const WAITING_ROW = <tr aria-busy="true" hidden />;

/** Rows of a table's body: the first at once, those of a long table that come after them in turns. */
export function RowsInTurn({ rows }: { readonly rows: readonly ReactNode[] }): ReactNode {
  const parts = Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, part) =>
    rows.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );
  return parts.map((part, index) =>
    index === 0 ? (
      <Fragment key={index}>{part}</Fragment>
    ) : (
      <InTurn key={index} waiting={WAITING_ROW}>
        {part}
      </InTurn>
    ),
  );
}
