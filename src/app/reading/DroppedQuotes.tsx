import type { ReactElement } from 'react';
import type { ReportCounts } from '#analytics/report.ts';
import { numberText } from '#charts/number-text.ts';
import { coverage } from './coverage.ts';
import styles from './dropped-quotes.module.css';

/** On how much of the market the page rests; opens to every reason. */
export function DroppedQuotes({ counts }: { readonly counts: ReportCounts }): ReactElement {
  const { used, summary, unread, lines } = coverage(counts);
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>
        {used}
        {summary === '' ? '' : `; ${summary}`}
        {unread === null ? '' : `; ${unread}`}
      </summary>
      <table className={styles.table}>
        <caption className={styles.caption}>Contracts left out of the fits, by reason</caption>
        <tbody>
          {lines.map(({ reason, words, count }) => (
            <tr key={reason}>
              <th scope="row">{words}</th>
              <td>{numberText(count, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
