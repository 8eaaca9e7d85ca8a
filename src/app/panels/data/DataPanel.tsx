import { useContext, useMemo, type ReactElement } from 'react';
import { AskWhy } from '#app/reading/ask-why.ts';
import { figureCaption } from '#app/reading/figure-caption.ts';
import type { PanelProps } from '#app/reading/panel.ts';
import styles from '#app/reading/panel.module.css';
import { useVenueClock } from '#state/use-streams.ts';
import { useStudy } from '#state/use-study.ts';
import { CheckList } from './CheckList.tsx';
import { checks, parityRows } from './checks-view.ts';
import { contractColumns, unitWords } from './contract-columns.ts';
import { type ContractRow, contractRows } from './contract-rows.ts';
import { ContractSection } from './ContractSection.tsx';
import { coverageRows } from './coverage-view.ts';
import { CoverageTable } from './CoverageTable.tsx';
import { FeedSection } from './FeedSection.tsx';
import { dataHeadline } from './headline.ts';

/** `BTC` of `BTC_USDC`. */
function coinOf(underlying: string): string {
  return underlying.split('_')[0] ?? underlying;
}

/** Whether the numbers can be trusted: every contract, what became of it, and the tests the data has to stand. */
export function DataPanel({ market, analysed, channel }: PanelProps): ReactElement {
  const { report } = analysed;
  const receivedAt = market.onScreen.kind === 'live' ? (market.snapshot?.receivedAt ?? null) : null;
  const { value: figures, error } = useStudy(market, 'figures', {});
  const clock = useVenueClock(market.venue);
  const made = useMemo(() => checks(report, receivedAt, clock), [report, receivedAt, clock]);
  const headline = dataHeadline(report, made);
  const fitting = figures !== null && figures.bid.length === report.points.length;
  const rows = useMemo(() => (fitting ? contractRows(report, figures) : null), [report, figures, fitting]);
  const columns = useMemo(
    () =>
      contractColumns({
        premium: figures?.premium ?? '',
        underlying: coinOf(report.underlying),
        whole: [...(figures?.openInterest ?? []), ...(figures?.volume ?? [])].every(
          (amount) => amount === null || Number.isInteger(amount),
        ),
      }),
    [figures, report.underlying],
  );
  const caption = useMemo(() => figureCaption(report, market.label), [report, market.label]);
  const ask = useContext(AskWhy);
  const onWhy = useMemo(() => {
    if (ask === null) return null;
    return ({ instrument, expiry }: ContractRow) => {
      channel.point({ expiryId: String(expiry), x: null, pointId: instrument });
      ask();
    };
  }, [ask, channel]);
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <h1 className={styles.sentence}>{headline.sentence}</h1>
        <p className={styles.basis}>{headline.basis}</p>
      </div>
      <CheckList checks={made} parity={parityRows(report)} />
      <FeedSection market={market} />
      <CoverageTable rows={coverageRows(report)} />
      {rows === null ? (
        <p className={styles.basis}>{error ?? 'Listing every contract …'}</p>
      ) : (
        <ContractSection
          rows={rows}
          columns={columns}
          units={unitWords(figures?.premium ?? '', coinOf(report.underlying))}
          caption={caption}
          onWhy={onWhy}
        />
      )}
    </div>
  );
}
