import type { ReactElement } from 'react';
import panel from '#app/reading/panel.module.css';
import tables from '#app/reading/reading-table.module.css';
import { termsRows } from '#app/reading/terms-view.ts';
import { TermsTable } from '#app/reading/TermsTable.tsx';
import type { ComparedMarket } from '#state/use-compared-market.ts';
import type { Market } from '#state/use-market.ts';
import { useStudy } from '#state/use-study.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import styles from './smile.module.css';
import {
  type VenueDifference,
  venuesInWords,
  venuesRows,
  type VenuesRow,
  type VenueSide,
} from './venues-view.ts';

interface VenuesSectionProps {
  readonly market: Market;
  readonly analysed: Analysed;
  readonly compared: ComparedMarket | null;
}

function Cells({ difference }: { readonly difference: VenueDifference }): ReactElement {
  const { value, interval, verdict } = difference;
  return (
    <>
      <td>{value}</td>
      <td>{interval}</td>
      <td className={tables.words}>{verdict}</td>
    </>
  );
}

const MEASURES = ['ATM vol, points', '25Δ RR, points', 'Forward, bp'] as const;
const HOW =
  'A less B; “spreads leave” is A’s bid less B’s ask, to A’s ask less B’s bid; higher: beyond both spreads';

function ByExpiry({ rows }: { readonly rows: readonly VenuesRow[] }): ReactElement {
  return (
    <section className={tables.scroller} aria-label="Two venues by expiry, scrolled" tabIndex={0}>
      <table className={tables.table} aria-labelledby="venues">
        <thead>
          <tr>
            <th scope="col">Expiry</th>
            {MEASURES.flatMap((measure) => [
              <th key={measure} scope="col">
                {measure}
              </th>,
              <th key={`${measure} interval`} scope="col">
                spreads leave
              </th>,
              <th key={`${measure} verdict`} scope="col" className={tables.words}>
                is
              </th>,
            ])}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, label, atm, riskReversal, forward }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <Cells difference={atm} />
              <Cells difference={riskReversal} />
              <Cells difference={forward} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const NOTHING = { sourceId: '', snapshot: null };

/** Two venues by expiry, each difference with what both spreads leave of it, and how their contracts differ. */
export function VenuesSection({ market, analysed, compared }: VenuesSectionProps): ReactElement | null {
  const venue = compared?.kind === 'venue' ? compared : null;
  const { value: own } = useStudy(market, 'terms', venue && {});
  const { value: other } = useStudy(venue ?? NOTHING, 'terms', venue && {});
  if (venue === null || venue.analysed === null) return null;
  const a: VenueSide = { label: market.label, report: analysed.report, terms: own };
  const b: VenueSide = { label: venue.label, report: venue.analysed.report, terms: other };
  const rows = venuesRows(a, b);
  const terms = termsRows(a.terms, b.terms);
  return (
    <section className={styles.venues} aria-labelledby="venues">
      <h2 id="venues" className={tables.title}>
        Two venues by expiry
      </h2>
      <p className={panel.basis}>{venuesInWords(a, b, rows)}</p>
      {rows.length > 0 && (
        <>
          <p className={tables.note}>{HOW}</p>
          <ByExpiry rows={rows} />
        </>
      )}
      {terms !== null && <TermsTable rows={terms} labels={[a.label, b.label]} />}
    </section>
  );
}
