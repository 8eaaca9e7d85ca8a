import { memo, useMemo } from 'react';
import type { FocusChannel } from '../focus/chart-focus.ts';
import { Crosshair } from '../focus/Crosshair.tsx';
import type { CrosshairRules } from '../focus/reading.ts';
import type { Size } from '../frame/rect.ts';
import { surfaceGeometry } from './geometry.ts';
import { HeatPicture } from './HeatPicture.tsx';
import type { SurfaceModel } from './surface-model.ts';
import { findSurfacePlace, stepSurfacePlace } from './surface-places.ts';
import { readSurface } from './surface-reading.ts';

export interface HeatMapProps {
  readonly name: string;
  readonly model: SurfaceModel;
  readonly channel: FocusChannel;
  readonly size: Size;
}

/** The surface from above: strike across, log time down, near expiries on top. */
export const HeatMap = memo(function HeatMap({ name, model, channel, size }: HeatMapProps) {
  const geometry = useMemo(() => surfaceGeometry(model, size), [model, size]);
  const rules = useMemo(
    (): CrosshairRules => ({
      find: (at) => findSurfacePlace(geometry, at),
      step: (from, step) => stepSurfacePlace(geometry, from, step),
      read: (focus, base) => readSurface(model, geometry, focus, base),
    }),
    [model, geometry],
  );
  return (
    <>
      <HeatPicture geometry={geometry} />
      <Crosshair name={name} channel={channel} rules={rules} size={size} plot={geometry.plot} />
    </>
  );
});
