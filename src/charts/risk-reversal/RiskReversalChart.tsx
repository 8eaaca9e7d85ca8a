import { memo, useMemo } from 'react';
import type { FocusChannel } from '../focus/chart-focus.ts';
import { Crosshair } from '../focus/Crosshair.tsx';
import { findExpiry, stepExpiry } from '../focus/expiry-places.ts';
import type { CrosshairRules } from '../focus/reading.ts';
import type { Size } from '../frame/rect.ts';
import { riskReversalGeometry } from './geometry.ts';
import type { RiskReversalModel } from './risk-reversal-model.ts';
import { readRiskReversal } from './risk-reversal-reading.ts';
import { RiskReversalPicture } from './RiskReversalPicture.tsx';

export interface RiskReversalChartProps {
  readonly name: string;
  readonly model: RiskReversalModel;
  readonly channel: FocusChannel;
  readonly size: Size;
}

export const RiskReversalChart = memo(function RiskReversalChart(props: RiskReversalChartProps) {
  const { name, model, channel, size } = props;
  const geometry = useMemo(() => riskReversalGeometry(model, size), [model, size]);
  const rules = useMemo(
    (): CrosshairRules => ({
      find: (at) => findExpiry(geometry.places, geometry.frame.plot, at),
      step: (from, step) => stepExpiry(geometry.places, from, step),
      read: (focus, base) => readRiskReversal(model, geometry, focus, base),
    }),
    [model, geometry],
  );
  return (
    <>
      <RiskReversalPicture geometry={geometry} />
      <Crosshair name={name} channel={channel} rules={rules} size={size} plot={geometry.frame.plot} />
    </>
  );
});
