import { useCallback, useMemo, type ReactElement } from 'react';
import type { EpochMs } from '#base/time.ts';
import { SmileFigure } from '#charts/smile/SmileFigure.tsx';
import { AxisToggle } from '#app/reading/AxisToggle.tsx';
import { DroppedQuotes } from '#app/reading/DroppedQuotes.tsx';
import { ExpiryStrip } from '#app/reading/ExpiryStrip.tsx';
import { figureCaption } from '#app/reading/figure-caption.ts';
import type { PanelProps } from '#app/reading/panel.ts';
import { useDataTables } from '#app/reading/use-data-tables.ts';
import { usePins } from '#app/reading/use-pins.ts';
import { useApp, useSelection } from '#state/app-context.ts';
import { toggleExpiry } from '#state/selection-store.ts';
import { smileWords } from './figure-words.ts';
import styles from './smile.module.css';
import { SmileControls } from './SmileControls.tsx';
import { useSmilePanelModel } from './use-smile-panel-model.ts';

const FIGURES = ['smile'] as const;

/** What each strike costs in vol, with all that its numbers rest on. */
export function SmilePanel({ market, analysed, channel }: PanelProps): ReactElement {
  const { selection } = useApp();
  const axis = useSelection((state) => state.axis);
  const model = useSmilePanelModel(analysed);
  usePins(channel, model.smile.curves);
  const tables = useDataTables(FIGURES);
  const words = useMemo(() => smileWords(model.smile), [model.smile]);
  const caption = useMemo(() => figureCaption(analysed.report, market.label), [analysed, market.label]);
  const toggle = useCallback(
    (expiry: EpochMs) => toggleExpiry(selection, expiry, model.shown),
    [selection, model.shown],
  );
  const point = useCallback(
    (expiryId: string | null) =>
      channel.point(expiryId === null ? null : { expiryId, x: null, pointId: null }),
    [channel],
  );
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <h1 className={styles.sentence}>{model.headline.sentence}</h1>
        <p className={styles.basis}>{model.headline.basis}</p>
      </div>
      <ExpiryStrip chips={model.chips} onToggle={toggle} onPoint={point} />
      {model.missing > 0 && (
        <p className={styles.basis}>
          {model.missing === 1 ? 'One chosen expiry is' : `${model.missing} chosen expiries are`} not listed
          in this market.
        </p>
      )}
      <SmileControls />
      <SmileFigure
        {...tables.smile}
        caption={caption}
        channel={channel}
        text={words}
        model={model.smile}
        toolbar={<AxisToggle axis={axis} onChoose={(chosen) => selection.setState({ axis: chosen })} />}
      />
      <DroppedQuotes coverage={model.coverage} />
    </div>
  );
}
