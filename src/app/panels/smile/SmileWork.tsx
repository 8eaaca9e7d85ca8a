import { useMemo, type ReactElement } from 'react';
import type { FigureCaption } from '#charts/figure/figure-text.ts';
import type { FocusChannel } from '#charts/focus/chart-focus.ts';
import { SmileDetailFigure } from '#charts/smile-detail/SmileDetailFigure.tsx';
import { zoomBounds } from '#charts/smile-detail/zoom-bounds.ts';
import { smileDomains } from '#charts/smile/smile-domain.ts';
import { AxisToggle } from '#app/reading/AxisToggle.tsx';
import panel from '#app/reading/panel.module.css';
import { PanelControls } from '#app/reading/PanelControls.tsx';
import { usePointedTables } from '#app/reading/use-data-tables.ts';
import { useApp, useSelection } from '#state/app-context.ts';
import type { Market } from '#state/use-market.ts';
import type { CompareGroup } from '#app/reading/compare-choices.ts';
import { smileWords } from './figure-words.ts';
import styles from './smile.module.css';
import { smileDetailTable } from './smile-detail-table.ts';
import { SmileControls } from './SmileControls.tsx';
import { useHeldDetail } from './use-held-detail.ts';
import { useSmileZoom, useZoomSteps } from './use-smile-zoom.ts';
import type { SmilePanelModel } from './view-model.ts';
import { ZoomButtons } from './ZoomButtons.tsx';

const FIGURES = ['smile'] as const;

interface SmileWorkProps {
  readonly groups: readonly CompareGroup[];
  readonly model: SmilePanelModel;
  readonly caption: FigureCaption;
  readonly channel: FocusChannel;
  /** While a recording is moved through, axes are held. */
  readonly market: Pick<Market, 'replay'>;
}

/** The picture with its controls, its axis, its zoom and its table. */
export function SmileWork({ groups, model, caption, channel, market }: SmileWorkProps): ReactElement {
  const { selection } = useApp();
  const axis = useSelection((state) => state.axis);
  const tables = usePointedTables(FIGURES);
  const zoom = useSmileZoom(axis);
  const { smile, strips } = model.detail;
  const bounds = useMemo(() => zoomBounds(smile), [smile]);
  const viewed = useMemo(
    () => ({ smile: { ...smile, xDomain: zoom.view }, strips }),
    [smile, strips, zoom.view],
  );
  const ids = smile.curves.map(({ expiryId }) => expiryId).join('.');
  const choice = `${axis} ${ids} ${zoom.view?.join('~') ?? ''}`;
  const detail = useHeldDetail(market, choice, viewed);
  const shown = useMemo(() => smileDomains(detail.smile).xDomain, [detail]);
  const steps = useZoomSteps(zoom, shown, bounds);
  const words = useMemo(() => smileWords(model), [model]);
  return (
    <>
      <PanelControls>
        <SmileControls groups={groups} zoom={<ZoomButtons steps={steps} zoomed={zoom.view !== null} />} />
      </PanelControls>
      {model.comparedNote !== null && (
        <p className={model.comparedNote.faulty ? styles.note : panel.basis}>{model.comparedNote.text}</p>
      )}
      <SmileDetailFigure
        {...tables.smile}
        caption={caption}
        channel={channel}
        text={words}
        model={detail}
        table={() => smileDetailTable(smile, model.knowledge)}
        bounds={smile.curves.length === 0 ? null : bounds}
        onView={zoom.onView}
        toolbar={
          <PanelControls>
            <AxisToggle axis={axis} onChoose={(chosen) => selection.setState({ axis: chosen, zoom: null })} />
          </PanelControls>
        }
      />
    </>
  );
}
