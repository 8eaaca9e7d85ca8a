import { memo, useMemo } from 'react';
import type { FocusChannel } from '../focus/chart-focus.ts';
import { Crosshair } from '../focus/Crosshair.tsx';
import type { CrosshairRules } from '../focus/reading.ts';
import type { Size } from '../frame/rect.ts';
import type { CostMapModel } from './cost-map-model.ts';
import { findCost, readCostMap, stepCost } from './cost-map-reading.ts';
import { CostMapPicture } from './CostMapPicture.tsx';
import { costMapGeometry } from './geometry.ts';

interface CostMapChartProps {
  readonly name: string;
  readonly model: CostMapModel;
  readonly channel: FocusChannel;
  readonly size: Size;
}

export const CostMapChart = memo(function CostMapChart(props: CostMapChartProps) {
  const { name, model, channel, size } = props;
  const geometry = useMemo(() => costMapGeometry(model, size), [model, size]);
  const rules = useMemo(
    (): CrosshairRules => ({
      find: (at) => findCost(geometry, at),
      step: (from, step) => stepCost(geometry, from, step),
      read: (focus, base) => readCostMap(model, geometry, focus, base),
    }),
    [model, geometry],
  );
  return (
    <>
      <CostMapPicture geometry={geometry} />
      <Crosshair name={name} channel={channel} rules={rules} size={size} plot={geometry.plot} />
    </>
  );
});
