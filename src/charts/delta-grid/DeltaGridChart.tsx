import { memo, useMemo } from 'react';
import type { FocusChannel } from '../focus/chart-focus.ts';
import { Crosshair } from '../focus/Crosshair.tsx';
import type { CrosshairRules } from '../focus/reading.ts';
import type { Size } from '../frame/rect.ts';
import type { DeltaGridModel } from './delta-grid-model.ts';
import { findCell, readGrid, stepCell } from './delta-grid-reading.ts';
import { DeltaGridPicture } from './DeltaGridPicture.tsx';
import { deltaGridGeometry } from './geometry.ts';

interface DeltaGridChartProps {
  readonly name: string;
  readonly model: DeltaGridModel;
  readonly channel: FocusChannel;
  readonly size: Size;
}

export const DeltaGridChart = memo(function DeltaGridChart(props: DeltaGridChartProps) {
  const { name, model, channel, size } = props;
  const geometry = useMemo(() => deltaGridGeometry(model, size), [model, size]);
  const rules = useMemo(
    (): CrosshairRules => ({
      find: (at) => findCell(geometry, at),
      step: (from, step) => stepCell(geometry, from, step),
      read: (focus, base) => readGrid(model, geometry, focus, base),
    }),
    [model, geometry],
  );
  return (
    <>
      <DeltaGridPicture geometry={geometry} scale={model.scale} />
      <Crosshair name={name} channel={channel} rules={rules} size={size} plot={geometry.plot} />
    </>
  );
});
