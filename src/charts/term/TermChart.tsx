import { memo, useMemo } from 'react';
import type { FocusChannel } from '../focus/chart-focus.ts';
import { Crosshair } from '../focus/Crosshair.tsx';
import { findExpiry, stepExpiry } from '../focus/expiry-places.ts';
import type { CrosshairRules } from '../focus/reading.ts';
import type { Size } from '../frame/rect.ts';
import { termGeometry } from './geometry.ts';
import type { TermModel } from './term-model.ts';
import { readTerm } from './term-reading.ts';
import { TermPicture } from './TermPicture.tsx';

export interface TermChartProps {
  readonly name: string;
  readonly model: TermModel;
  readonly channel: FocusChannel;
  readonly size: Size;
}

export const TermChart = memo(function TermChart({ name, model, channel, size }: TermChartProps) {
  const geometry = useMemo(() => termGeometry(model, size), [model, size]);
  const rules = useMemo(
    (): CrosshairRules => ({
      find: (at) => findExpiry(geometry.points, geometry.frame.plot, at),
      step: (from, step) => stepExpiry(geometry.points, from, step),
      read: (focus, base) => readTerm(model, geometry, focus, base),
    }),
    [model, geometry],
  );
  return (
    <>
      <TermPicture geometry={geometry} />
      <Crosshair name={name} channel={channel} rules={rules} size={size} plot={geometry.frame.plot} />
    </>
  );
});
