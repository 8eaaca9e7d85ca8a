import type { ReactElement } from 'react';
import type { WhyNumber } from '#analytics/protection/why-number.ts';
import { numberText } from '#charts/number-text.ts';
import type { BillRow } from './bill-view.ts';
import { FigureRows } from './FigureRows.tsx';
import styles from './protection.module.css';

const plain = (value: number | null): string =>
  value === null ? numberText(null, 0) : String(Number(value.toPrecision(8)));

/** Formula, numbers, inputs and what was agreed on. */
function Why({ why }: { readonly why: WhyNumber }): ReactElement {
  return (
    <dl className={styles.why}>
      <dt>Formula</dt>
      <dd>{why.formula}</dd>
      <dt>With these numbers</dt>
      <dd>{why.worked}</dd>
      {why.inputs.length > 0 && (
        <>
          <dt>Inputs</dt>
          <dd>
            <ul>
              {why.inputs.map(({ symbol, meaning, value, unit }) => (
                <li key={`${symbol} ${meaning}`}>
                  {symbol}: {meaning}, {plain(value)} {unit}
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      <dt>Convention</dt>
      <dd>{why.convention}</dd>
    </dl>
  );
}

interface BillTableProps {
  readonly columns: readonly string[];
  readonly rows: readonly BillRow[];
}

/** Every part in every unit; each tells how it came about. */
export function BillTable({ columns, rows }: BillTableProps): ReactElement {
  return (
    <section className={styles.section} aria-labelledby="bill">
      <h2 id="bill" className={styles.title}>
        The bill
      </h2>
      <div className={styles.scroller}>
        <table className={styles.table} aria-labelledby="bill">
          <FigureRows head="Part" columns={columns} rows={rows} />
        </table>
      </div>
      <details>
        <summary className={styles.more}>Why these numbers</summary>
        {rows.map(
          ({ id, label, why }) =>
            why !== null && (
              <div key={id}>
                <h3 className={styles.title}>{label}</h3>
                <Why why={why} />
              </div>
            ),
        )}
      </details>
    </section>
  );
}
