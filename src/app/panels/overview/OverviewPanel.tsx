import { lazy, Suspense, useCallback, useMemo, type ReactElement } from 'react';
import type { EpochMs } from '#base/time.ts';
import { useApp } from '#state/app-context.ts';
import { toggleExpiry } from '#state/selection-store.ts';
import type { PanelProps } from '#app/reading/panel.ts';
import { ExpiryStrip } from '#app/reading/ExpiryStrip.tsx';
import { figureCaption } from '#app/reading/figure-caption.ts';
import { MissingExpiries } from '#app/reading/MissingExpiries.tsx';
import { useAfterPaint } from '#app/reading/use-after-paint.ts';
import styles from '#app/reading/panel.module.css';
import { usePointExpiry } from '#app/reading/use-focused-expiry.ts';
import { OverviewCharts } from './OverviewCharts.tsx';
import { useOverviewModel } from './use-overview-model.ts';

const OverviewEvidence = lazy(() =>
  import('./OverviewEvidence.tsx').then((module) => ({ default: module.OverviewEvidence })),
);

/** Chart first on a phone, everything linked by one crosshair. */
export function OverviewPanel({ market, analysed, channel }: PanelProps): ReactElement {
  const { selection } = useApp();
  const model = useOverviewModel(market, analysed);
  const caption = useMemo(() => figureCaption(analysed.report, market.label), [analysed, market.label]);
  const painted = useAfterPaint();
  const toggle = useCallback(
    (expiry: EpochMs) => toggleExpiry(selection, expiry, model.shown),
    [selection, model.shown],
  );
  const point = usePointExpiry(channel);
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <h1 className={styles.sentence}>{model.headline.sentence}</h1>
        <p className={styles.basis}>{model.headline.basis}</p>
      </div>
      <ExpiryStrip chips={model.chips} onToggle={toggle} onPoint={point} />
      <MissingExpiries count={model.missing} />
      <OverviewCharts model={model} caption={caption} channel={channel} />
      <Suspense>
        {painted && <OverviewEvidence market={market} analysed={analysed} model={model} onToggle={toggle} />}
      </Suspense>
    </div>
  );
}
