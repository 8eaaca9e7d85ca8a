import type { ReactElement } from 'react';
import type { Check, ParityRow } from './checks-view.ts';
import tables from '#app/reading/reading-table.module.css';
import styles from './data.module.css';

interface CheckListProps {
  readonly checks: readonly Check[];
  readonly parity: readonly ParityRow[];
}

const VERDICTS: Readonly<Record<Check['verdict'], string>> = {
  well: '✓ passed',
  doubtful: '! doubtful',
  open: '– not made',
};

/** The tests and their outcomes, with the evidence of the first. */
export function CheckList({ checks, parity }: CheckListProps): ReactElement {
  return (
    <section className={styles.section} aria-labelledby="checks">
      <h2 id="checks" className={tables.title}>
        Checks
      </h2>
      <dl className={styles.checks}>
        {checks.map(({ name, result, how, verdict }) => (
          <div key={name} className={styles.check}>
            <dt>
              <span className={styles.verdict} data-verdict={verdict}>
                {VERDICTS[verdict]}
              </span>{' '}
              {name}
            </dt>
            <dd>
              {result} <span className={styles.how}>{how}</span>
            </dd>
          </div>
        ))}
      </dl>
      <details>
        <summary className={styles.more}>Both forwards of every expiry</summary>
        <div className={tables.scroller}>
          <table className={styles.table} aria-label="Forward against put-call parity">
            <thead>
              <tr>
                <th scope="col">Expiry</th>
                <th scope="col">Days</th>
                <th scope="col">Venue’s forward</th>
                <th scope="col">Parity forward</th>
                <th scope="col">Difference, bp</th>
              </tr>
            </thead>
            <tbody>
              {parity.map(({ label, days, venue, parity: implied, gap }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>{days}</td>
                  <td>{venue}</td>
                  <td>{implied}</td>
                  <td>{gap}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
