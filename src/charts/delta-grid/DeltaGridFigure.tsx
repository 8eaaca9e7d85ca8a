import { useCallback } from 'react';
import { ChartFigure, type FigureProps } from '../figure/ChartFigure.tsx';
import type { FocusChannel } from '../focus/chart-focus.ts';
import type { DeltaGridModel } from './delta-grid-model.ts';
import { deltaGridTable } from './delta-grid-table.ts';
import { DeltaGridChart } from './DeltaGridChart.tsx';
import { deltaGridHeight } from './geometry.ts';

interface DeltaGridFigureProps extends FigureProps {
  readonly model: DeltaGridModel;
  readonly channel: FocusChannel;
}

/** As tall as its expiries. */
export function DeltaGridFigure({ model, channel, ...figure }: DeltaGridFigureProps) {
  const { rows } = model;
  const heightFor = useCallback(() => deltaGridHeight({ rows }), [rows]);
  return (
    <ChartFigure {...figure} table={() => deltaGridTable(model)} heightFor={heightFor}>
      {(size) => <DeltaGridChart name={figure.text.title} model={model} channel={channel} size={size} />}
    </ChartFigure>
  );
}
