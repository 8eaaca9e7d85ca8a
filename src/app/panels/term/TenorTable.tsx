import type { ReactElement } from 'react';
import styles from '#app/reading/reading-table.module.css';
import type { TenorCells } from './term-table.ts';

const ROWS = [
  ['atm', 'ATM vol, at the forward'],
  ['riskReversal', '25Δ risk reversal'],
  ['butterfly', '25Δ butterfly'],
] as const satisfies readonly (readonly [keyof TenorCells, string])[];

/** The report's constant tenors, a column each. */
export function TenorTable({ tenors }: { readonly tenors: readonly TenorCells[] }): ReactElement {
  return (
    <section className={styles.section} aria-labelledby="constant-tenors">
      <h2 id="constant-tenors" className={styles.title}>
        Constant tenors
      </h2>
      <p className={styles.note}>
        Linear in total variance between the listed expiries about each tenor, at the same delta; nothing is
        extrapolated, so a tenor with no expiry before or after it has no number
      </p>
      <div className={styles.scroller}>
        <table className={styles.table} aria-labelledby="constant-tenors">
          <thead>
            <tr>
              <th scope="col">Measure</th>
              {tenors.map(({ days, label }) => (
                <th key={days} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ROWS.map(([key, label]) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                {tenors.map((tenor) => (
                  <td key={tenor.days}>{tenor[key]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
