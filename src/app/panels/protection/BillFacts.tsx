import type { ReactElement } from 'react';
import type { BillFact } from './bill-facts.ts';
import { LEG_COLUMNS, type LegRow } from './bill-view.ts';
import styles from './protection.module.css';

/** What the bill means: loss, break-even, sizes, time. */
export function BillFacts({ facts }: { readonly facts: readonly BillFact[] }): ReactElement {
  return (
    <section className={styles.section} aria-labelledby="facts">
      <h2 id="facts" className={styles.title}>
        What it comes to
      </h2>
      <dl className={styles.facts}>
        {facts.map(({ name, value, note }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <span className={styles.fact}>{value}</span> <span className={styles.note}>{note}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What would be traded, leg by leg. */
export function LegTable({ legs }: { readonly legs: readonly LegRow[] }): ReactElement | null {
  if (legs.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="legs">
      <h2 id="legs" className={styles.title}>
        What is traded
      </h2>
      <div className={styles.scroller}>
        <table className={styles.table} aria-labelledby="legs">
          <thead>
            <tr>
              <th scope="col">Contract</th>
              {LEG_COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {legs.map(({ instrument, cells }) => (
              <tr key={instrument}>
                <th scope="row">{instrument}</th>
                {cells.map((cell, place) => (
                  <td key={LEG_COLUMNS[place]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.note}>
        Middle vol: halfway between the vols of bid and ask, on which the bill is split; of the fitted smile
        where one side is missing. The mid vol of the report and the Data panel is another number: the vol of
        the price halfway between bid and ask.
      </p>
    </section>
  );
}
