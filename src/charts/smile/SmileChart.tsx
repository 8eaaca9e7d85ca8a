import { memo, useMemo } from 'react';
import type { FocusChannel } from '../focus/chart-focus.ts';
import { Crosshair } from '../focus/Crosshair.tsx';
import type { CrosshairRules } from '../focus/reading.ts';
import type { Size } from '../frame/rect.ts';
import { smileGeometry } from './geometry.ts';
import type { SmileModel } from './smile-model.ts';
import { findPlace, stepPlace } from './smile-places.ts';
import { readSmile } from './smile-reading.ts';
import { SmilePicture } from './SmilePicture.tsx';

export interface SmileChartProps {
  /** Names the crosshair for who hears it; the figure's title. */
  readonly name: string;
  readonly model: SmileModel;
  readonly channel: FocusChannel;
  readonly size: Size;
}

/** The picture, redrawn when model or size change, under the crosshair, which redraws alone. */
export const SmileChart = memo(function SmileChart({ name, model, channel, size }: SmileChartProps) {
  const geometry = useMemo(() => smileGeometry(model, size), [model, size]);
  const rules = useMemo(
    (): CrosshairRules => ({
      find: (at) => findPlace(geometry, at),
      step: (from, step) => stepPlace(geometry, from, step),
      read: (focus, base) => readSmile(model, geometry, focus, base),
    }),
    [model, geometry],
  );
  return (
    <>
      <SmilePicture geometry={geometry} />
      <Crosshair name={name} channel={channel} rules={rules} size={size} plot={geometry.plot} />
    </>
  );
});
