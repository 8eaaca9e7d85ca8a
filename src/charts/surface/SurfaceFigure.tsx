import type { ReactNode } from 'react';
import { ChartFigure, type FigureProps } from '../figure/ChartFigure.tsx';
import type { FocusChannel } from '../focus/chart-focus.ts';
import type { Size } from '../frame/rect.ts';
import { HeatMap } from './HeatMap.tsx';
import type { SurfaceModel } from './surface-model.ts';
import { surfaceTable } from './surface-table.ts';

export interface SurfaceFigureProps extends FigureProps {
  readonly model: SurfaceModel;
  readonly channel: FocusChannel;
  /** Another picture of the same model in the map's place; null draws the map. */
  readonly instead: ((size: Size) => ReactNode) | null;
}

export function SurfaceFigure({ model, channel, instead, ...figure }: SurfaceFigureProps) {
  return (
    <ChartFigure {...figure} table={() => surfaceTable(model)} heightFor={surfaceHeight}>
      {(size) =>
        instead === null ? (
          <HeatMap name={figure.text.title} model={model} channel={channel} size={size} />
        ) : (
          instead(size)
        )
      }
    </ChartFigure>
  );
}

/** On a phone nearly all that its screen has left below the sentence. */
function surfaceHeight(width: number): number {
  return Math.round(Math.max(width < 480 ? 440 : 400, Math.min(560, width * 0.5)));
}
