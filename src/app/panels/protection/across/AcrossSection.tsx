import { memo, useMemo, useRef, type ReactElement } from 'react';
import type { PlanStudy } from '#analytics/protection/protection-study.ts';
import { compareGroups } from '#app/reading/compare-choices.ts';
import { ComparePicker } from '#app/reading/ComparePicker.tsx';
import control from '#app/reading/control.module.css';
import { noComparisonWords } from '#app/reading/no-comparison-words.ts';
import tables from '#app/reading/reading-table.module.css';
import { numberText } from '#charts/number-text.ts';
import type { VenueId } from '#market/venue-id.ts';
import { useApp, useSelection, useSession } from '#state/app-context.ts';
import type { LiveMarket } from '#state/market/market-source.ts';
import { openBeside } from '#state/open-beside.ts';
import type { ComparedMarket } from '#state/use-compared-market.ts';
import type { PlanForm } from '#state/plan-form.ts';
import type { Market } from '#state/use-market.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import { type AcrossRow, type AcrossView, acrossView } from './across-view.ts';
import { instantText } from './across-words.ts';
import { FigureRows } from '../FigureRows.tsx';
import styles from './across.module.css';
import { commonStrikes } from './common-strikes.ts';
import { useAcross } from './use-across.ts';

interface AcrossSectionProps {
  readonly market: Market;
  readonly analysed: Analysed;
  readonly form: PlanForm;
  readonly study: PlanStudy;
}

/** Chooses the other market, or opens a file as one. */
function Chooser({ market }: Pick<AcrossSectionProps, 'market'>): ReactElement {
  const app = useApp();
  const compare = useSelection((state) => state.compare);
  const beside = useSession((session) => session.beside);
  const input = useRef<HTMLInputElement>(null);
  const groups = compareGroups({ chips: [], market, live: app.doors.live, beside }, compare);
  // An expiry that the smiles are held against is no other market.
  const chosen = compare?.kind === 'expiry' ? null : compare;
  return (
    <div className={styles.chooser}>
      <ComparePicker
        groups={groups}
        value={chosen}
        onChoose={(next) => app.selection.setState({ compare: next })}
      />
      <button type="button" className={control.button} onClick={() => input.current?.click()}>
        Compare with a file …
      </button>
      <input
        ref={input}
        className={styles.file}
        type="file"
        aria-label="File to compare with"
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void openBeside(app, file);
          currentTarget.value = '';
        }}
      />
    </div>
  );
}

interface TableProps {
  readonly name: string;
  readonly head: string;
  readonly columns: readonly string[];
  readonly rows: readonly AcrossRow[];
  /** Cells are words, not figures. */
  readonly words?: boolean;
}

function Table({ name, head, columns, rows, words = false }: TableProps): ReactElement {
  return (
    <section className={tables.scroller} aria-label={`${name}, scrolled`} tabIndex={0}>
      <table className={styles.table} aria-label={name}>
        <FigureRows head={head} columns={columns} rows={rows} cellClass={words ? tables.words : undefined} />
      </table>
    </section>
  );
}

/** Floors near by that both offer, so that the two can be held against each other. */
function CommonFloors({ strikes }: { readonly strikes: readonly number[] }): ReactElement | null {
  const { selection } = useApp();
  if (strikes.length === 0) return null;
  return (
    <div className={styles.chooser}>
      <span className={styles.quiet}>Both offer:</span>
      {strikes.map((strike) => (
        <button
          key={strike}
          type="button"
          className={control.button}
          onClick={() =>
            selection.setState(({ plan }) => ({ plan: { ...plan, unit: 'strike', level: strike } }))
          }
        >
          Floor at {numberText(strike, Number.isInteger(strike) ? 0 : 2)}
        </button>
      ))}
    </div>
  );
}

interface AnswerProps {
  readonly view: AcrossView;
  readonly strikes: readonly number[];
}

function Answer({ view, strikes }: AnswerProps): ReactElement {
  return (
    <>
      <p className={styles.sentence}>{view.sentence}</p>
      {view.strikesDiffer && <CommonFloors strikes={strikes} />}
      {view.notes.map((note) => (
        <p key={note} className={tables.note}>
          {note}
        </p>
      ))}
      {view.parts.length > 0 && (
        <Table name="Bill at both, part by part" head="Part" columns={view.columns} rows={view.parts} />
      )}
      {view.bought.length > 0 && (
        <Table
          name="What is bought at each"
          head="Bought"
          columns={view.boughtColumns}
          rows={view.bought}
          words
        />
      )}
      {view.terms !== null && (
        <>
          <h3 className={tables.title}>How the contracts differ</h3>
          <ul className={styles.terms}>
            {view.terms.differ.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            {view.terms.same !== null && <li>{view.terms.same}</li>}
          </ul>
        </>
      )}
    </>
  );
}

/** Why there is no second bill yet, or never; null where nothing stands in the way. */
function waitingFor(compared: ComparedMarket | null, bookError: string | null): string | null {
  if (compared === null) return null;
  const { absence, error, snapshot, label } = compared;
  if (absence !== null) return noComparisonWords(absence);
  if (error !== null) return error;
  if (snapshot === null) return `Asking for ${label} …`;
  return bookError === null ? null : `An order book at ${label} could not be read: ${bookError}`;
}

/** Venues by their names; times of one file by their times, and files of one venue by theirs. */
function labelsOf(
  market: Market,
  compared: ComparedMarket | null,
  live: readonly LiveMarket[],
): readonly [string, string] {
  const names = [market.label, compared?.label ?? ''] as const;
  const [own, other] = [market.snapshot?.chain, compared?.snapshot?.chain];
  if (compared === null || own === undefined || other === undefined) return names;
  if (compared.kind === 'time') return [instantText(own.asOf, true), instantText(other.asOf, true)];
  if (market.onScreen.kind === 'sample' || own.venue === other.venue) return names;
  const name = (venue: VenueId, otherwise: string): string =>
    live.find((one) => one.venue === venue)?.label ?? otherwise;
  return [name(own.venue, names[0]), name(other.venue, names[1])];
}

function strikesOf({ report }: Analysed, compared: ComparedMarket | null, { answer }: PlanStudy) {
  const other = compared?.analysed?.report;
  return answer.ok && other !== undefined ? commonStrikes(report, other, answer.value) : [];
}

/** The same floor on another market: which is cheaper all in, by how much and how surely. */
export const AcrossSection = memo(function AcrossSection({
  market,
  analysed,
  form,
  study,
}: AcrossSectionProps): ReactElement {
  const across = useAcross(market, form, study);
  const { compared, bookError } = across;
  const { live } = useApp().doors;
  const [own, other] = labelsOf(market, compared, live);
  const strikes = useMemo(() => strikesOf(analysed, compared, study), [analysed, compared, study]);
  const view = useMemo(
    () => acrossView(across, [own, other], form.taker !== null),
    [across, own, other, form.taker],
  );
  const waiting = waitingFor(compared, bookError);
  return (
    <section className={styles.section} aria-labelledby="across">
      <h2 id="across" className={tables.title}>
        The same floor at another venue
      </h2>
      <Chooser market={market} />
      {compared === null && (
        <p className={tables.note}>
          {market.onScreen.kind === 'live'
            ? 'Choose a venue, or open a file, to have the same contracts priced there too.'
            : 'Open a second file, or choose another time of this one, to have the same contracts priced there too; venues can be compared on a live market.'}
        </p>
      )}
      {waiting !== null && <p className={styles.waiting}>{waiting}</p>}
      {compared !== null && view !== null && <Answer view={view} strikes={strikes} />}
    </section>
  );
});
