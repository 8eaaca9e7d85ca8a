import type { ReactElement } from 'react';
import { useSelection } from '#state/app-context.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import type { Market } from '#state/use-market.ts';
import { NothingYet } from './NothingYet.tsx';
import { OverviewPage } from './OverviewPage.tsx';

interface OverviewPanelProps {
  readonly market: Market;
  readonly analysed: Analysed | null;
  readonly error: string | null;
}

/** The skew at a glance: the answer in words, and the evidence for it. */
export function OverviewPanel({ market, analysed, error }: OverviewPanelProps): ReactElement {
  const underlying = useSelection((state) => state.underlying);
  return analysed === null || market.snapshot === null ? (
    <NothingYet market={market} underlying={underlying} error={error} />
  ) : (
    <OverviewPage
      key={`${market.sourceId} ${analysed.report.underlying}`}
      market={market}
      analysed={analysed}
    />
  );
}
