import type { ReactElement } from 'react';
import { numberText } from '#charts/number-text.ts';
import type { Coverage } from './drop-words.ts';
import styles from './dropped-quotes.module.css';

/** On how much of the market the page rests; opens to every reason. */
export function DroppedQuotes({ coverage }: { readonly coverage: Coverage }): ReactElement {
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>
        {coverage.used}
        {coverage.summary === '' ? '' : `; ${coverage.summary}`}
        {coverage.unread === null ? '' : `; ${coverage.unread}`}
      </summary>
      <table className={styles.table}>
        <caption className={styles.caption}>Contracts left out of the fits, by reason</caption>
        <tbody>
          {coverage.lines.map(({ reason, words, count }) => (
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
