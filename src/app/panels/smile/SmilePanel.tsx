import { useCallback, useMemo, type ReactElement } from 'react';
import type { EpochMs } from '#base/time.ts';
import { DroppedQuotes } from '#app/reading/DroppedQuotes.tsx';
import { ExpiryStrip } from '#app/reading/ExpiryStrip.tsx';
import { figureCaption } from '#app/reading/figure-caption.ts';
import { MissingExpiries } from '#app/reading/MissingExpiries.tsx';
import type { PanelProps } from '#app/reading/panel.ts';
import styles from '#app/reading/panel.module.css';
import { usePointExpiry } from '#app/reading/use-focused-expiry.ts';
import { useApp, useSelection, useSession } from '#state/app-context.ts';
import { toggleExpiry } from '#state/selection-store.ts';
import { compareGroups } from '#app/reading/compare-choices.ts';
import { SmileWork } from './SmileWork.tsx';
import { useSmilePanelModel } from './use-smile-panel-model.ts';
import { VenuesSection } from './VenuesSection.tsx';

/** What each strike costs in vol, with all that its numbers rest on. */
export function SmilePanel({ market, analysed, channel }: PanelProps): ReactElement {
  const { selection, doors } = useApp();
  const compare = useSelection((state) => state.compare);
  const beside = useSession((session) => session.beside);
  const { model, strip, compared } = useSmilePanelModel(market, analysed);
  const caption = useMemo(() => figureCaption(analysed.report, market.label), [analysed, market.label]);
  const groups = compareGroups({ chips: strip.chips, market, live: doors.live, beside }, compare);
  const toggle = useCallback(
    (expiry: EpochMs) => toggleExpiry(selection, expiry, strip.shown),
    [selection, strip.shown],
  );
  const point = usePointExpiry(channel);
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <h1 className={styles.sentence}>{model.headline.sentence}</h1>
        <p className={styles.basis}>{model.headline.basis}</p>
      </div>
      <ExpiryStrip chips={strip.chips} onToggle={toggle} onPoint={point} />
      <MissingExpiries count={model.missing} />
      <SmileWork groups={groups} model={model} caption={caption} channel={channel} market={market} />
      <VenuesSection market={market} analysed={analysed} compared={compared} />
      <DroppedQuotes counts={analysed.report.counts} />
    </div>
  );
}
