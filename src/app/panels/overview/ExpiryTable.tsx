import type { ReactElement } from 'react';
import type { EpochMs } from '#base/time.ts';
import { RowsInTurn } from '#charts/figure/InTurn.tsx';
import { MisfitNote } from '#app/reading/MisfitNote.tsx';
import styles from '#app/reading/reading-table.module.css';
import type { ExpiryRow } from './expiry-table.ts';

interface ExpiryTableProps {
  readonly rows: readonly ExpiryRow[];
  readonly atmLabel: string;
  readonly onToggle: (expiry: EpochMs) => void;
}

/** What answers the question first; a phone shows so many without scrolling sideways. */
const FIGURES = [
  ['atm', 'ATM vol'],
  ['riskReversal', 'Risk reversal'],
  ['interval', 'Spread leaves'],
  ['putVol', '25Δ put'],
  ['callVol', '25Δ call'],
  ['butterfly', 'Butterfly'],
  ['forward', 'Forward'],
  ['quotes', 'Quotes'],
  ['fitError', 'Fit error'],
] as const satisfies readonly (readonly [keyof ExpiryRow, string])[];

/** What an expiry without a smile does not have; its forward is known all the same. */
const OF_A_SMILE = FIGURES.findIndex(([key]) => key === 'forward');

interface RowProps {
  readonly row: ExpiryRow;
  readonly onToggle: (expiry: EpochMs) => void;
}

function Row({ row, onToggle }: RowProps): ReactElement {
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className={styles.expiry}
          style={{ color: row.colour }}
          aria-pressed={row.chosen}
          onClick={() => onToggle(row.expiry)}
        >
          {row.label}
        </button>
      </th>
      <td className={styles.wide}>{row.days}</td>
      {row.absence === null ? (
        FIGURES.map(([key]) => (
          <td key={key} className={row.misfit ? styles.misfit : undefined}>
            {row[key]}
            {row.misfit && key === 'fitError' ? ' *' : ''}
          </td>
        ))
      ) : (
        <>
          <td className={styles.absence} colSpan={OF_A_SMILE}>
            {row.absence}
          </td>
          {FIGURES.slice(OF_A_SMILE).map(([key]) => (
            <td key={key}>{row[key]}</td>
          ))}
        </>
      )}
    </tr>
  );
}

/** The evidence in figures, one line an expiry. */
export function ExpiryTable({ rows, atmLabel, onToggle }: ExpiryTableProps): ReactElement {
  return (
    <section className={styles.section} aria-labelledby="by-expiry">
      <h2 id="by-expiry" className={styles.title}>
        By expiry
      </h2>
      <p className={styles.note}>
        Vols in %, differences in vol points; at the money is {atmLabel}; fit error is the root mean square
        over mids
      </p>
      <div className={rows.length > 24 ? styles.tall : styles.scroller}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Expiry</th>
              <th scope="col" className={styles.wide}>
                Days
              </th>
              {FIGURES.map(([key, label]) => (
                <th key={key} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <RowsInTurn
              rows={rows.map((row) => (
                <Row key={row.id} row={row} onToggle={onToggle} />
              ))}
            />
          </tbody>
        </table>
      </div>
      <MisfitNote rows={rows} />
    </section>
  );
}
