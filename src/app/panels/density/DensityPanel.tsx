import { useCallback, useMemo, type ReactElement } from 'react';
import { InTurn } from '#charts/figure/InTurn.tsx';
import type { EpochMs } from '#base/time.ts';
import { useApp, useSelection } from '#state/app-context.ts';
import { toggleExpiry } from '#state/selection-store.ts';
import { DroppedQuotes } from '#app/reading/DroppedQuotes.tsx';
import { drawnExpiries } from '#app/reading/drawn-expiries.ts';
import { ExpiryStrip } from '#app/reading/ExpiryStrip.tsx';
import { expiryStrip } from '#app/reading/expiry-strip.ts';
import { figureCaption } from '#app/reading/figure-caption.ts';
import { MissingExpiries } from '#app/reading/MissingExpiries.tsx';
import type { PanelProps } from '#app/reading/panel.ts';
import panel from '#app/reading/panel.module.css';
import { usePointExpiry } from '#app/reading/use-focused-expiry.ts';
import { strikeUnit } from '#app/reading/smile-view.ts';
import { DensityPictures } from './DensityPictures.tsx';
import { densityHeadline, NOT_A_FORECAST } from './headline.ts';
import { lawTables } from './law-tables.ts';
import { LawTableView } from './LawTables.tsx';
import { levelDecimals } from './level.ts';
import { useDensity, type DensityState } from './use-density.ts';
import { leadOf } from './view-model.ts';
import styles from './density.module.css';

function Head({
  state,
  underlying,
  unit,
}: {
  readonly state: DensityState;
  readonly underlying: string;
  readonly unit: string;
}): ReactElement {
  const lead = leadOf(state.laws);
  const at = state.model.curves.find(({ expiryId }) => expiryId === state.model.leadId)?.level ?? null;
  if (lead === null || at === null || state.level === null) {
    return (
      <div className={panel.head}>
        <h1 className={panel.sentence}>
          {state.waiting
            ? 'Reading the distribution that option prices imply …'
            : 'No distribution can be read: no chosen expiry has a fitted smile.'}
        </h1>
        <p className={styles.basis}>{state.error ?? NOT_A_FORECAST}</p>
      </div>
    );
  }
  const { sentence, basis } = densityHeadline({
    underlying,
    lead,
    level: { price: state.level, at },
    unit,
    decimals: levelDecimals(lead.density.forward),
  });
  return (
    <div className={panel.head}>
      <h1 className={panel.sentence}>{sentence}</h1>
      <p className={styles.basis}>{basis}</p>
    </div>
  );
}

/** What distribution of the price at expiry the options imply. */
export function DensityPanel({ market, analysed, channel }: PanelProps): ReactElement {
  const { selection } = useApp();
  const { report } = analysed;
  const unit = strikeUnit(report.underlying);
  const state = useDensity(market, analysed, unit);
  const atm = useSelection((chosen) => chosen.atm);
  const { shown, laws, level } = state;
  const expiries = useMemo(() => drawnExpiries(analysed), [analysed]);
  const caption = useMemo(() => figureCaption(report, market.label), [report, market.label]);
  const toggle = useCallback((expiry: EpochMs) => toggleExpiry(selection, expiry, shown), [selection, shown]);
  const point = usePointExpiry(channel);
  const tables = useMemo(() => {
    const decimals = levelDecimals(leadOf(laws)?.density.forward ?? 1000);
    return level === null ? [] : lawTables(laws, { level, unit, decimals });
  }, [laws, level, unit]);
  return (
    <div className={panel.panel}>
      <Head state={state} underlying={report.underlying} unit={unit} />
      <ExpiryStrip chips={expiryStrip(expiries, shown, atm)} onToggle={toggle} onPoint={point} />
      <MissingExpiries count={state.missing} />
      <DensityPictures state={state} unit={unit} caption={caption} channel={channel} />
      <InTurn>
        {tables.map((table) => (
          <LawTableView key={table.id} table={table} />
        ))}
        <DroppedQuotes counts={report.counts} />
      </InTurn>
    </div>
  );
}
