import type { ReactElement } from 'react';
import type { EpochMs } from '#base/time.ts';
import { RowsInTurn } from '#charts/figure/InTurn.tsx';
import type { FocusChannel } from '#charts/focus/chart-focus.ts';
import { MisfitNote } from '#app/reading/MisfitNote.tsx';
import styles from '#app/reading/reading-table.module.css';
import { useFocusedExpiry, usePointExpiry } from '#app/reading/use-focused-expiry.ts';
import type { TermRow } from './term-table.ts';

interface TermTableProps {
  readonly rows: readonly TermRow[];
  readonly atmLabel: string;
  readonly channel: FocusChannel;
  readonly onToggle: (expiry: EpochMs) => void;
}

/** What is priced to the expiry and in the gap before it comes first: narrow screens show so much. */
const FIGURES = [
  ['atm', 'ATM vol'],
  ['atmRange', 'Bid to ask'],
  ['forwardVol', 'Forward vol'],
  ['forwardRange', 'Spread leaves'],
  ['putVol', '25Δ put'],
  ['callVol', '25Δ call'],
  ['swapVol', 'Variance swap'],
  ['swapOverAtm', 'Swap − ATM'],
  ['swapBeyond', 'Beyond quotes'],
] as const satisfies readonly (readonly [keyof TermRow, string])[];

const TONES = { flag: styles.warned, event: styles.loud, plain: styles.quiet } as const;

interface RowProps {
  readonly row: TermRow;
  readonly focused: boolean;
  /** Whether any row has a word to say about its gap. */
  readonly remarks: boolean;
  readonly onPoint: (id: string | null) => void;
  readonly onToggle: (expiry: EpochMs) => void;
}

function Row({ row, focused, remarks, onPoint, onToggle }: RowProps): ReactElement {
  return (
    <tr
      className={focused ? styles.focused : undefined}
      onPointerEnter={() => onPoint(row.id)}
      onPointerLeave={() => onPoint(null)}
    >
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
        {row.misfit ? <span className={styles.misfit}> *</span> : null}
      </th>
      <td className={styles.wide}>{row.days}</td>
      {row.absence === null ? (
        <>
          {FIGURES.map(([key]) => (
            <td key={key}>{row[key]}</td>
          ))}
          {remarks && (
            <td className={`${styles.words} ${styles.folding} ${TONES[row.tone]}`}>{row.remark}</td>
          )}
        </>
      ) : (
        <td className={styles.absence} colSpan={FIGURES.length + (remarks ? 1 : 0)}>
          {row.absence}
        </td>
      )}
    </tr>
  );
}

/** What is priced to each expiry, and between it and the one before. */
export function TermTable({ rows, atmLabel, channel, onToggle }: TermTableProps): ReactElement {
  const focused = useFocusedExpiry(channel);
  const point = usePointExpiry(channel);
  const remarks = rows.some(({ remark }) => remark !== '');
  return (
    <section className={styles.section} aria-labelledby="by-expiry">
      <h2 id="by-expiry" className={styles.title}>
        By expiry, and between expiries
      </h2>
      <p className={styles.note}>
        Vols in %, differences in vol points; at the money is {atmLabel}; “beyond quotes” is the share of the
        variance swap that options beyond the last strikes would pay; a forward vol reaches from the row above
        to its own, and “spread leaves” takes the two at opposite sides of their spreads
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
              {remarks && (
                <th scope="col" className={styles.words}>
                  The gap before it
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            <RowsInTurn
              rows={rows.map((row) => (
                <Row
                  key={row.id}
                  row={row}
                  focused={row.id === focused}
                  remarks={remarks}
                  onPoint={point}
                  onToggle={onToggle}
                />
              ))}
            />
          </tbody>
        </table>
      </div>
      <MisfitNote rows={rows} />
    </section>
  );
}
