import { useMemo } from 'react';
import type { FocusChannel } from '../focus/chart-focus.ts';
import { Crosshair } from '../focus/Crosshair.tsx';
import type { CrosshairRules } from '../focus/reading.ts';
import type { Size } from '../frame/rect.ts';
import { SmilePicture } from '../smile/SmilePicture.tsx';
import { findPlace, stepPlace } from '../smile/smile-places.ts';
import { readSmile } from '../smile/smile-reading.ts';
import type { View } from '../zoom/axis-view.ts';
import { ZoomSurface } from '../zoom/ZoomSurface.tsx';
import { type SmileDetailModel, smileDetailGeometry } from './detail-geometry.ts';
import css from './smile-detail.module.css';
import { StripsPicture } from './StripsPicture.tsx';

export interface SmileDetailChartProps {
  readonly name: string;
  readonly model: SmileDetailModel;
  readonly channel: FocusChannel;
  readonly size: Size;
  /** All there is to see along the axis; null where there is nothing to zoom. */
  readonly bounds: View | null;
  readonly onView: (view: View) => void;
}

/** The smile over its strips, under one crosshair, on an axis that can be zoomed. */
export function SmileDetailChart({ name, model, channel, size, bounds, onView }: SmileDetailChartProps) {
  const geometry = useMemo(() => smileDetailGeometry(model, size), [model, size]);
  const { smile, plot } = geometry;
  const rules = useMemo(
    (): CrosshairRules => ({
      // Over a strip only the place along the axis counts.
      find: ({ x, y }) => findPlace(smile, { x, y: y <= plot.bottom ? Math.min(y, smile.plot.bottom) : y }),
      step: (from, step) => stepPlace(smile, from, step),
      read: (focus, base) => readSmile(model.smile, smile, focus, base),
    }),
    [model.smile, smile, plot.bottom],
  );
  const crosshair = <Crosshair name={name} channel={channel} rules={rules} size={size} plot={plot} />;
  return (
    <div className={css['picture']}>
      <SmilePicture geometry={smile} />
      <StripsPicture geometry={geometry} />
      {bounds === null ? (
        crosshair
      ) : (
        <ZoomSurface plot={smile.plot} view={smile.xDomain} bounds={bounds} onView={onView}>
          {crosshair}
        </ZoomSurface>
      )}
    </div>
  );
}
