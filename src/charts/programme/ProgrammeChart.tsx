import { memo, useMemo } from 'react';
import type { FocusChannel } from '../focus/chart-focus.ts';
import { Crosshair } from '../focus/Crosshair.tsx';
import type { CrosshairRules } from '../focus/reading.ts';
import type { Size } from '../frame/rect.ts';
import { programmeGeometry } from './geometry.ts';
import type { ProgrammeModel } from './programme-model.ts';
import { findMark, readMark, stepMark } from './programme-reading.ts';
import { ProgrammePicture } from './ProgrammePicture.tsx';

interface ProgrammeChartProps {
  readonly name: string;
  readonly model: ProgrammeModel;
  readonly channel: FocusChannel;
  readonly size: Size;
}

export const ProgrammeChart = memo(function ProgrammeChart(props: ProgrammeChartProps) {
  const { name, model, channel, size } = props;
  const geometry = useMemo(() => programmeGeometry(model, size), [model, size]);
  const rules = useMemo(
    (): CrosshairRules => ({
      find: (at) => findMark(geometry, at),
      step: (from, step) => stepMark(geometry, from, step),
      read: (focus, base) => readMark(model, geometry, focus, base),
    }),
    [model, geometry],
  );
  return (
    <>
      <ProgrammePicture geometry={geometry} />
      <Crosshair name={name} channel={channel} rules={rules} size={size} plot={geometry.plot} />
    </>
  );
});
