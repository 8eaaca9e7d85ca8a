import { ChartFigure, type FigureProps } from '../figure/ChartFigure.tsx';
import type { FocusChannel } from '../focus/chart-focus.ts';
import type { CostCurveModel } from './cost-curve-model.ts';
import { costCurveTable } from './cost-curve-table.ts';
import { CostCurveChart } from './CostCurveChart.tsx';

interface CostCurveFigureProps extends FigureProps {
  readonly model: CostCurveModel;
  readonly channel: FocusChannel;
}

export function CostCurveFigure({ model, channel, ...figure }: CostCurveFigureProps) {
  return (
    <ChartFigure {...figure} table={() => costCurveTable(model)} heightFor={heightFor}>
      {(size) => <CostCurveChart name={figure.text.title} model={model} channel={channel} size={size} />}
    </ChartFigure>
  );
}

function heightFor(width: number): number {
  return Math.round(Math.max(276, Math.min(356, width * 0.45 + 16)));
}
