import { ChartFigure, type FigureProps } from '../figure/ChartFigure.tsx';
import type { FocusChannel } from '../focus/chart-focus.ts';
import type { DensityModel } from './density-model.ts';
import { densityTable } from './density-table.ts';
import { DensityChart } from './DensityChart.tsx';
import type { LevelControl } from './LevelHandle.tsx';
import type { DensityKind } from './place-curve.ts';

export interface DensityFigureProps extends FigureProps {
  readonly kind: DensityKind;
  readonly model: DensityModel;
  readonly channel: FocusChannel;
  readonly level: LevelControl | null;
}

export function DensityFigure({ kind, model, channel, level, ...figure }: DensityFigureProps) {
  return (
    <ChartFigure
      {...figure}
      table={() => densityTable(model)}
      heightFor={kind === 'density' ? densityHeight : belowHeight}
    >
      {(size) => (
        <DensityChart
          name={figure.text.title}
          kind={kind}
          model={model}
          channel={channel}
          size={size}
          level={level}
        />
      )}
    </ChartFigure>
  );
}

function densityHeight(width: number): number {
  return Math.round(Math.max(300, Math.min(420, width * 0.5)));
}

function belowHeight(width: number): number {
  return Math.round(Math.max(240, Math.min(420, width * (width < 600 ? 0.8 : 0.48))));
}
