import type { ReactElement } from 'react';
import type { EpochMs } from '#base/time.ts';
import { RowsInTurn } from '#charts/figure/InTurn.tsx';
import type { FocusChannel } from '#charts/focus/chart-focus.ts';
import { MisfitNote } from '#app/reading/MisfitNote.tsx';
import { useFocusedExpiry, usePointExpiry } from '#app/reading/use-focused-expiry.ts';
import styles from '#app/reading/reading-table.module.css';
import type { VerdictCells, VerdictRow, VerdictTableModel } from './verdict-table.ts';

interface VerdictTableProps {
  readonly model: VerdictTableModel;
  /** `25Δ`. */
  readonly delta: string;
  readonly channel: FocusChannel;
  readonly onToggle: (expiry: EpochMs) => void;
}

function Verdict({ value, interval, test, verdict }: VerdictCells): ReactElement {
  return (
    <>
      <td className={styles.strong}>{value}</td>
      <td>{interval}</td>
      <td
        className={`${styles.words} ${styles.brief} ${test === 'below' || test === 'above' ? '' : styles.quiet}`}
      >
        {verdict.answer}
        <span className={styles.roomy}>{verdict.least}</span>
      </td>
    </>
  );
}

interface RowProps {
  readonly row: VerdictRow;
  readonly focused: boolean;
  readonly onPoint: (id: string | null) => void;
  readonly onToggle: (expiry: EpochMs) => void;
}

function Name({ row, onToggle }: Pick<RowProps, 'row' | 'onToggle'>): ReactElement {
  const { expiry, label, colour, chosen } = row;
  if (expiry === null || colour === null) return <>{label}</>;
  return (
    <button
      type="button"
      className={styles.expiry}
      style={{ color: colour }}
      aria-pressed={chosen}
      onClick={() => onToggle(expiry)}
    >
      {label}
    </button>
  );
}

function Row({ row, focused, onPoint, onToggle }: RowProps): ReactElement {
  return (
    <tr
      className={focused ? styles.focused : undefined}
      onPointerEnter={() => onPoint(row.id)}
      onPointerLeave={() => onPoint(null)}
    >
      <th scope="row">
        <Name row={row} onToggle={onToggle} />
        {row.misfit ? <span className={styles.misfit}> *</span> : null}
      </th>
      <td className={styles.wide}>{row.days}</td>
      {row.absence === null ? (
        <>
          <td className={styles.wide}>{row.putVol}</td>
          <td className={styles.wide}>{row.callVol}</td>
          <Verdict {...row.riskReversal} />
          <Verdict {...row.butterfly} />
        </>
      ) : (
        <td className={styles.absence} colSpan={8}>
          {row.absence}
        </td>
      )}
    </tr>
  );
}

function Head({ delta }: { readonly delta: string }): ReactElement {
  return (
    <thead>
      <tr>
        <th scope="col">Expiry</th>
        <th scope="col" className={styles.wide}>
          Days
        </th>
        <th scope="col" className={styles.wide}>
          {delta} put
        </th>
        <th scope="col" className={styles.wide}>
          {delta} call
        </th>
        <th scope="col">Risk reversal</th>
        <th scope="col">Spread leaves</th>
        <th scope="col" className={`${styles.words} ${styles.brief}`}>
          Different from zero?
        </th>
        <th scope="col">Butterfly</th>
        <th scope="col">Spread leaves</th>
        <th scope="col" className={`${styles.words} ${styles.brief}`}>
          Different from zero?
        </th>
      </tr>
    </thead>
  );
}

/** Is it different from zero after the spread? One line an expiry, then one a constant tenor. */
export function VerdictTable({ model, delta, channel, onToggle }: VerdictTableProps): ReactElement {
  const focused = useFocusedExpiry(channel);
  const point = usePointExpiry(channel);
  const rowsOf = (rows: readonly VerdictRow[]): readonly ReactElement[] =>
    rows.map((row) => (
      <Row key={row.id} row={row} focused={row.id === focused} onPoint={point} onToggle={onToggle} />
    ));
  return (
    <section className={styles.section} aria-labelledby="by-expiry">
      <h2 id="by-expiry" className={styles.title}>
        By expiry: is it different from zero after the spread?
      </h2>
      <p className={styles.note}>
        Vols in %, differences in vol points; “spread leaves” is what selling at the bid and buying at the ask
        of both wings makes possible
      </p>
      <div className={model.expiries.length > 24 ? styles.tall : styles.scroller}>
        <table className={styles.table}>
          <Head delta={delta} />
          <tbody>
            <RowsInTurn rows={rowsOf(model.expiries)} />
          </tbody>
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={10} className={styles.group}>
                <span className={styles.groupText}>
                  Constant tenors, linear in total variance at the same delta between the two expiries about
                  them
                </span>
              </th>
            </tr>
            {rowsOf(model.tenors)}
          </tbody>
        </table>
      </div>
      <MisfitNote rows={model.expiries} />
    </section>
  );
}
