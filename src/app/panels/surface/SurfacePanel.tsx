import { useCallback, useDeferredValue, useMemo, type ReactElement } from 'react';
import type { EpochMs } from '#base/time.ts';
import { InTurn } from '#charts/figure/InTurn.tsx';
import { useApp, useSelection } from '#state/app-context.ts';
import { toggleExpiry } from '#state/selection-store.ts';
import { useStudy } from '#state/use-study.ts';
import { shownExpiries } from '#app/reading/default-expiries.ts';
import { DroppedQuotes } from '#app/reading/DroppedQuotes.tsx';
import { drawnExpiries } from '#app/reading/drawn-expiries.ts';
import { ExpiryStrip } from '#app/reading/ExpiryStrip.tsx';
import { expiryStrip } from '#app/reading/expiry-strip.ts';
import type { PanelProps } from '#app/reading/panel.ts';
import panel from '#app/reading/panel.module.css';
import { usePointExpiry } from '#app/reading/use-focused-expiry.ts';
import { FixedStrikeTable } from './FixedStrikeTable.tsx';
import { surfaceHeadline } from './headline.ts';
import { quantityWords } from './quantities.ts';
import styles from './surface.module.css';
import { SurfacePicture } from './SurfacePicture.tsx';
import { useHeldSurface } from './use-held-surface.ts';
import { surfaceView } from './view-model.ts';

/** The whole surface: what every strike and every time costs, and where that cannot be so. */
export function SurfacePanel({ market, analysed, channel }: PanelProps): ReactElement {
  const { selection } = useApp();
  const { report } = analysed;
  const axis = useSelection((state) => state.surfaceAxis);
  const quantity = useSelection((state) => state.surfaceColour);
  const chosen = useSelection((state) => state.expiries);
  const atm = useSelection((state) => state.atm);
  const asked = useMemo(() => ({ axis }), [axis]);
  const { value: study, error } = useStudy(market, 'surface', asked);
  const expiries = useMemo(() => drawnExpiries(analysed), [analysed]);
  const { shown } = useMemo(() => shownExpiries(report.expiries, chosen), [report, chosen]);
  // Chips answer at once; the picture follows in pieces.
  const marked = useDeferredValue(shown);
  const free = useMemo(
    () =>
      study &&
      surfaceView(report, expiries, study, { axis: study.grid?.axis ?? axis, quantity, shown: marked }),
    [report, expiries, study, axis, quantity, marked],
  );
  const model = useHeldSurface(market, free);
  const words = useMemo(() => quantityWords(report.underlying)[quantity], [report.underlying, quantity]);
  const head = useMemo(() => surfaceHeadline(report, expiries, study), [report, expiries, study]);
  const toggle = useCallback((expiry: EpochMs) => toggleExpiry(selection, expiry, shown), [selection, shown]);
  const point = usePointExpiry(channel);
  return (
    <div className={panel.panel}>
      <div className={panel.head}>
        <h1 className={panel.sentence}>{head.sentence}</h1>
        <p className={styles.basis}>{error ?? head.basis}</p>
      </div>
      <ExpiryStrip chips={expiryStrip(expiries, shown, atm)} onToggle={toggle} onPoint={point} />
      {model === null ? (
        <progress className={styles.working} aria-label="Working out the surface" />
      ) : (
        <SurfacePicture model={model} words={words} report={report} source={market.label} channel={channel} />
      )}
      {study !== null && (
        <InTurn>
          <FixedStrikeTable study={study} expiries={expiries} words={words} />
          <DroppedQuotes counts={report.counts} />
        </InTurn>
      )}
    </div>
  );
}
