import type { ContractFigures } from '#analytics/data/contract-figures.ts';
import type { Report } from '#analytics/report.ts';
import type { FigureCaption } from '#charts/figure/figure-text.ts';
import { useContext, useMemo, type ReactElement } from 'react';
import { AskWhy } from '#app/reading/ask-why.ts';
import { figureCaption } from '#app/reading/figure-caption.ts';
import type { PanelProps } from '#app/reading/panel.ts';
import styles from '#app/reading/panel.module.css';
import { useVenueClock } from '#state/use-streams.ts';
import { InTurn } from '#charts/figure/InTurn.tsx';
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

interface ContractsProps {
  readonly report: Report;
  readonly figures: ContractFigures;
  readonly caption: FigureCaption;
  readonly onWhy: ((row: ContractRow) => void) | null;
}

function Contracts({ report, figures, caption, onWhy }: ContractsProps): ReactElement {
  const { premium, openInterest, volume } = figures;
  const underlying = coinOf(report.underlying);
  const rows = useMemo(() => contractRows(report, figures), [report, figures]);
  const columns = useMemo(() => {
    const whole = (amount: number | null): boolean => amount === null || Number.isInteger(amount);
    return contractColumns({ premium, underlying, whole: openInterest.every(whole) && volume.every(whole) });
  }, [premium, openInterest, volume, underlying]);
  return (
    <ContractSection
      rows={rows}
      columns={columns}
      units={unitWords(premium, underlying)}
      caption={caption}
      onWhy={onWhy}
    />
  );
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
  const coverage = useMemo(() => coverageRows(report), [report]);
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
      <InTurn>
        <CoverageTable rows={coverage} />
      </InTurn>
      {fitting ? (
        <InTurn>
          <Contracts report={report} figures={figures} caption={caption} onWhy={onWhy} />
        </InTurn>
      ) : (
        <p className={styles.basis}>{error ?? 'Listing every contract …'}</p>
      )}
    </div>
  );
}
