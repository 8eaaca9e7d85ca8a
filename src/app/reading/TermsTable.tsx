import type { ReactElement } from 'react';
import tables from './reading-table.module.css';
import type { TermsRow } from './terms-view.ts';

interface TermsTableProps {
  readonly rows: readonly TermsRow[];
  /** What the two markets are called. */
  readonly labels: readonly [string, string];
}

/** What the contracts of two markets are, side by side. */
export function TermsTable({ rows, labels }: TermsTableProps): ReactElement {
  return (
    <section className={tables.scroller} aria-label="Contracts of both venues, scrolled" tabIndex={0}>
      <table className={tables.table} aria-label="Contracts of both venues">
        <thead>
          <tr>
            <th scope="col">Contract</th>
            {labels.map((label, side) => (
              <th key={side === 0 ? 'A' : 'B'} scope="col" className={tables.words}>
                {side === 0 ? 'A' : 'B'}, {label}
              </th>
            ))}
            <th scope="col" className={tables.words}>
              Same
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, a, b, differs }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className={tables.words}>{a}</td>
              <td className={tables.words}>{b}</td>
              <td className={tables.words}>{differs ? 'differs' : 'same'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
