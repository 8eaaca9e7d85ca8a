import { memo, useMemo } from 'react';
import type { FocusChannel } from '../focus/chart-focus.ts';
import { Crosshair } from '../focus/Crosshair.tsx';
import type { CrosshairRules } from '../focus/reading.ts';
import type { Size } from '../frame/rect.ts';
import type { OutcomeCurveModel } from './outcome-curve-model.ts';
import { findOutcome, readOutcome, stepOutcome } from './outcome-curve-reading.ts';
import { OutcomeCurvePicture } from './OutcomeCurvePicture.tsx';
import { outcomeCurveGeometry } from './geometry.ts';

interface OutcomeCurveChartProps {
  readonly name: string;
  readonly model: OutcomeCurveModel;
  readonly channel: FocusChannel;
  readonly size: Size;
}

export const OutcomeCurveChart = memo(function OutcomeCurveChart(props: OutcomeCurveChartProps) {
  const { name, model, channel, size } = props;
  const geometry = useMemo(() => outcomeCurveGeometry(model, size), [model, size]);
  const rules = useMemo(
    (): CrosshairRules => ({
      find: (at) => findOutcome(geometry, at),
      step: (from, step) => stepOutcome(geometry, from, step),
      read: (focus, base) => readOutcome(model, geometry, focus, base),
    }),
    [model, geometry],
  );
  return (
    <>
      <OutcomeCurvePicture geometry={geometry} />
      <Crosshair name={name} channel={channel} rules={rules} size={size} plot={geometry.plot} />
    </>
  );
});
