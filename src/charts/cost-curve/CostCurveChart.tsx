import { memo, useMemo } from 'react';
import type { FocusChannel } from '../focus/chart-focus.ts';
import { Crosshair } from '../focus/Crosshair.tsx';
import { findExpiry, stepExpiry } from '../focus/expiry-places.ts';
import type { CrosshairRules } from '../focus/reading.ts';
import type { Size } from '../frame/rect.ts';
import type { CostCurveModel } from './cost-curve-model.ts';
import { readCost } from './cost-curve-reading.ts';
import { CostCurvePicture } from './CostCurvePicture.tsx';
import { costCurveGeometry } from './geometry.ts';

interface CostCurveChartProps {
  readonly name: string;
  readonly model: CostCurveModel;
  readonly channel: FocusChannel;
  readonly size: Size;
}

export const CostCurveChart = memo(function CostCurveChart(props: CostCurveChartProps) {
  const { name, model, channel, size } = props;
  const geometry = useMemo(() => costCurveGeometry(model, size), [model, size]);
  const rules = useMemo(
    (): CrosshairRules => ({
      find: (at) => findExpiry(geometry.points, geometry.frame.plot, at),
      step: (from, step) => stepExpiry(geometry.points, from, step),
      read: (focus, base) => readCost(model, geometry, focus, base),
    }),
    [model, geometry],
  );
  return (
    <>
      <CostCurvePicture geometry={geometry} />
      <Crosshair name={name} channel={channel} rules={rules} size={size} plot={geometry.frame.plot} />
    </>
  );
});
