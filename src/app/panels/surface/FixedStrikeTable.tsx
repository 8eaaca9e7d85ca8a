import { memo, useLayoutEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import type { SurfaceStudy } from '#analytics/surface/surface-study.ts';
import { RowsInTurn } from '#charts/figure/InTurn.tsx';
import { usePrinting } from '#charts/figure/use-printing.ts';
import tables from '#app/reading/reading-table.module.css';
import type { DrawnExpiry } from '#app/reading/smile-view.ts';
import { useRowWindow } from '#app/reading/use-row-window.ts';
import { fixedStrikeMatrix, type FixedStrikeMatrix, type MatrixRow } from './matrix.ts';
import type { QuantityWords } from './quantities.ts';
import styles from './surface.module.css';

const ROW_PX = 24;
/** A table of more cells has only the rows in sight in the page, as an index with all of its strikes. */
const MOST_CELLS = 5000;
/** Of those that fit into the frame, half. */
const ROWS_ABOVE = 9;

function Row({
  row,
  index,
  isForward,
}: {
  readonly row: MatrixRow;
  readonly index: number;
  readonly isForward: boolean;
}): ReactElement {
  return (
    <tr className={isForward ? styles.forward : undefined} aria-rowindex={index + 2}>
      <th scope="row">{row.text}</th>
      {row.cells().map(({ id, text, colour, faint }) => (
        <td
          key={id}
          className={faint ? styles.faint : undefined}
          style={colour === null ? undefined : { borderRightColor: colour }}
        >
          {text}
        </td>
      ))}
    </tr>
  );
}

/** The numbers under heads that stay, opened with the forward in the middle, where a reader starts. */
function Matrix({ matrix }: { readonly matrix: FixedStrikeMatrix }): ReactElement {
  const { columns, rows, forwardRow } = matrix;
  const scroller = useRef<HTMLElement>(null);
  const [start] = useState(Math.max(0, forwardRow - ROWS_ABOVE));
  const { measure, onScroll, ...sight } = useRowWindow(rows.length, ROW_PX, start);
  const whole = usePrinting() || rows.length * columns.length <= MOST_CELLS;
  const { first, end } = whole ? { first: 0, end: rows.length } : sight;
  const drawn = rows
    .slice(first, end)
    .map((row, place) => (
      <Row key={row.strike} row={row} index={first + place} isForward={first + place === forwardRow} />
    ));
  useLayoutEffect(() => {
    scroller.current?.scrollTo(0, start * ROW_PX);
    return measure(scroller.current);
  }, [start, measure]);
  return (
    <section
      ref={scroller}
      className={styles.scroller}
      aria-label="Values by strike and expiry"
      tabIndex={0}
      onScroll={onScroll}
    >
      <table className={styles.matrix} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">Strike</th>
            {columns.map(({ id, label, colour }) => (
              <th key={id} scope="col" style={{ color: colour }}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <tr aria-hidden="true" style={{ height: first * ROW_PX }} />}
          {whole ? <RowsInTurn rows={drawn} rowPx={ROW_PX} /> : drawn}
          {end < rows.length && <tr aria-hidden="true" style={{ height: (rows.length - end) * ROW_PX }} />}
        </tbody>
      </table>
    </section>
  );
}

interface FixedStrikeTableProps {
  readonly study: SurfaceStudy;
  readonly expiries: readonly DrawnExpiry[];
  readonly words: QuantityWords;
}

/** One quantity at every strike and expiry. */
export const FixedStrikeTable = memo(function FixedStrikeTable({
  study,
  expiries,
  words,
}: FixedStrikeTableProps): ReactElement {
  const [all, setAll] = useState(false);
  const matrix = useMemo(
    () => fixedStrikeMatrix(study, expiries, { words, all }),
    [study, expiries, words, all],
  );
  const { unit, rows, absent, strikes } = matrix;
  const cut = all || rows.length < strikes;
  return (
    <section className={styles.section} aria-labelledby="fixed-strikes">
      <div className={styles.sectionHead}>
        <div>
          <h2 id="fixed-strikes" className={tables.title}>
            Fixed strikes
          </h2>
          <p className={styles.note}>
            {unit}; the bar beside a number is its colour on the map; faint numbers are no points of a fit;
            the rule is the nearest forward{absent.length > 0 && `; none at ${absent.join(', ')}`}
          </p>
        </div>
        {cut && (
          <button type="button" className={styles.button} aria-pressed={all} onClick={() => setAll(!all)}>
            {all ? 'Most quoted strikes' : `All ${strikes} strikes`}
          </button>
        )}
      </div>
      <Matrix key={String(all)} matrix={matrix} />
    </section>
  );
});
