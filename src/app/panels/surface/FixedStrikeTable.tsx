import { useLayoutEffect, useRef, type ReactElement } from 'react';
import tables from '#app/reading/reading-table.module.css';
import type { FixedStrikeMatrix, MatrixRow } from './matrix.ts';
import styles from './surface.module.css';

interface FixedStrikeTableProps {
  readonly matrix: FixedStrikeMatrix;
  readonly all: boolean;
  readonly onAll: (all: boolean) => void;
}

function Row({ row, isForward }: { readonly row: MatrixRow; readonly isForward: boolean }): ReactElement {
  return (
    <tr className={isForward ? styles.forward : undefined} data-forward={isForward ? '' : undefined}>
      <th scope="row">{row.text}</th>
      {row.cells.map(({ id, text, colour, faint }) => (
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

/** One quantity at every strike and expiry; heads stay in sight. */
export function FixedStrikeTable({ matrix, all, onAll }: FixedStrikeTableProps): ReactElement {
  const { unit, columns, rows, absent, strikes, forwardRow } = matrix;
  const scroller = useRef<HTMLElement>(null);
  // The forward stands in the middle, where a reader starts; afterwards the reader scrolls.
  useLayoutEffect(() => {
    const frame = scroller.current;
    const rule = frame?.querySelector<HTMLElement>('tr[data-forward]');
    if (frame && rule) frame.scrollTop = rule.offsetTop - frame.clientHeight / 2;
  }, []);
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
          <button type="button" className={styles.button} aria-pressed={all} onClick={() => onAll(!all)}>
            {all ? 'Most quoted strikes' : `All ${strikes} strikes`}
          </button>
        )}
      </div>
      <section
        ref={scroller}
        className={styles.scroller}
        aria-label="Values by strike and expiry"
        tabIndex={0}
      >
        <table className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col">Strike</th>
              {columns.map(({ id, label, colour }) => (
                <th key={id} scope="col" style={{ color: colour }}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <Row key={row.strike} row={row} isForward={index === forwardRow} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
