import { useCallback } from 'react';
import { ChartFigure, type FigureProps } from '../figure/ChartFigure.tsx';
import type { FocusChannel } from '../focus/chart-focus.ts';
import type { CostMapModel } from './cost-map-model.ts';
import { costMapTable } from './cost-map-table.ts';
import { CostMapChart } from './CostMapChart.tsx';
import { costMapHeight } from './geometry.ts';

interface CostMapFigureProps extends FigureProps {
  readonly model: CostMapModel;
  readonly channel: FocusChannel;
}

/** As tall as its expiries. */
export function CostMapFigure({ model, channel, ...figure }: CostMapFigureProps) {
  const { rows } = model;
  const heightFor = useCallback(() => costMapHeight({ rows }), [rows]);
  return (
    <ChartFigure {...figure} table={() => costMapTable(model)} heightFor={heightFor}>
      {(size) => <CostMapChart name={figure.text.title} model={model} channel={channel} size={size} />}
    </ChartFigure>
  );
}
