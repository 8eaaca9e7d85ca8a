import type { ReactElement } from 'react';
import type { Report } from '#analytics/report.ts';
import { useSelection } from '#state/app-context.ts';
import type { Market } from '#state/use-market.ts';
import { NothingYet } from './NothingYet.tsx';
import { OverviewPage } from './OverviewPage.tsx';

interface OverviewPanelProps {
  readonly market: Market;
  readonly report: Report | null;
  readonly error: string | null;
}

/** The skew at a glance: the answer in words, and the evidence for it. */
export function OverviewPanel({ market, report, error }: OverviewPanelProps): ReactElement {
  const underlying = useSelection((state) => state.underlying);
  return report === null || market.snapshot === null ? (
    <NothingYet market={market} underlying={underlying} error={error} />
  ) : (
    <OverviewPage key={`${market.sourceId} ${report.underlying}`} market={market} report={report} />
  );
}
