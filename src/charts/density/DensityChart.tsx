import { memo, useMemo } from 'react';
import type { FocusChannel } from '../focus/chart-focus.ts';
import { Crosshair } from '../focus/Crosshair.tsx';
import type { CrosshairRules } from '../focus/reading.ts';
import type { Size } from '../frame/rect.ts';
import type { DensityModel } from './density-model.ts';
import { findDensityPlace, stepDensityPlace } from './density-places.ts';
import { readDensity } from './density-reading.ts';
import { DensityPicture } from './DensityPicture.tsx';
import { densityGeometry } from './geometry.ts';
import { LevelHandle, type LevelControl } from './LevelHandle.tsx';
import type { DensityKind } from './place-curve.ts';

export interface DensityChartProps {
  readonly name: string;
  readonly kind: DensityKind;
  readonly model: DensityModel;
  readonly channel: FocusChannel;
  readonly size: Size;
  /** How the level is moved; null where the picture only shows it. */
  readonly level: LevelControl | null;
}

export const DensityChart = memo(function DensityChart(props: DensityChartProps) {
  const { name, kind, model, channel, size, level } = props;
  const geometry = useMemo(() => densityGeometry(model, kind, size), [model, kind, size]);
  const rules = useMemo(
    (): CrosshairRules => ({
      find: (at) => findDensityPlace(geometry, at),
      step: (from, step) => stepDensityPlace(geometry, from, step),
      read: (focus, base) => readDensity(model, geometry, focus, base),
    }),
    [model, geometry],
  );
  return (
    <>
      <DensityPicture geometry={geometry} />
      <Crosshair name={name} channel={channel} rules={rules} size={size} plot={geometry.plot} />
      {level !== null && geometry.emptyText === null && <LevelHandle geometry={geometry} level={level} />}
    </>
  );
});
