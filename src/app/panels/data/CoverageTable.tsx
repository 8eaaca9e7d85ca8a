import type { ReactElement } from 'react';
import { RowsInTurn } from '#charts/figure/InTurn.tsx';
import type { CoverageRow } from './coverage-view.ts';
import tables from '#app/reading/reading-table.module.css';
import styles from './data.module.css';

/** More expiries than this scroll in themselves, so that the contracts are not a long way down. */
const MANY = 16;

/** What became of the contracts of each expiry. */
export function CoverageTable({ rows }: { readonly rows: readonly CoverageRow[] }): ReactElement {
  return (
    <section className={styles.section} aria-labelledby="coverage">
      <h2 id="coverage" className={tables.title}>
        Coverage by expiry
      </h2>
      <p className={styles.how}>
        Reach: the outermost strikes used, in expected moves k / (σ√T) from the forward.
      </p>
      <section
        className={rows.length > MANY ? tables.tall : tables.scroller}
        aria-label="Coverage, every expiry"
        tabIndex={0}
      >
        <table className={styles.table} aria-labelledby="coverage">
          <thead>
            <tr>
              <th scope="col">Expiry</th>
              <th scope="col">Days</th>
              <th scope="col">Contracts</th>
              <th scope="col">Used</th>
              <th scope="col" className={tables.words}>
                Share
              </th>
              <th scope="col">Reach</th>
              <th scope="col" className={tables.words}>
                Left out
              </th>
            </tr>
          </thead>
          <tbody>
            <RowsInTurn
              rows={rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">{row.label}</th>
                  <td>{row.days}</td>
                  <td>{row.contracts}</td>
                  <td>{row.used}</td>
                  <td className={tables.words}>
                    <meter
                      className={styles.share}
                      min={0}
                      max={1}
                      value={row.share}
                      aria-label={`${row.used} of ${row.contracts} used`}
                    />
                  </td>
                  <td>{row.reach}</td>
                  <td className={`${tables.words} ${styles.left}`}>
                    {row.absence === null ? row.left : `${row.absence}; ${row.left}`}
                  </td>
                </tr>
              ))}
            />
          </tbody>
        </table>
      </section>
    </section>
  );
}
