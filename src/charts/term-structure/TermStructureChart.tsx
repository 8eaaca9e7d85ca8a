import { memo, useMemo } from 'react';
import type { FocusChannel } from '../focus/chart-focus.ts';
import { Crosshair } from '../focus/Crosshair.tsx';
import { findExpiry, stepExpiry } from '../focus/expiry-places.ts';
import type { CrosshairRules } from '../focus/reading.ts';
import type { Size } from '../frame/rect.ts';
import { termStructureGeometry } from './geometry.ts';
import type { TermStructureModel } from './term-structure-model.ts';
import { readTermStructure } from './term-structure-reading.ts';
import { TermStructurePicture } from './TermStructurePicture.tsx';

export interface TermStructureChartProps {
  readonly name: string;
  readonly model: TermStructureModel;
  readonly channel: FocusChannel;
  readonly size: Size;
}

export const TermStructureChart = memo(function TermStructureChart(props: TermStructureChartProps) {
  const { name, model, channel, size } = props;
  const geometry = useMemo(() => termStructureGeometry(model, size), [model, size]);
  const rules = useMemo(
    (): CrosshairRules => ({
      find: (at) => findExpiry(geometry.places, geometry.frame.plot, at),
      step: (from, step) => stepExpiry(geometry.places, from, step),
      read: (focus, base) => readTermStructure(model, geometry, focus, base),
    }),
    [model, geometry],
  );
  return (
    <>
      <TermStructurePicture geometry={geometry} />
      <Crosshair name={name} channel={channel} rules={rules} size={size} plot={geometry.frame.plot} />
    </>
  );
});
