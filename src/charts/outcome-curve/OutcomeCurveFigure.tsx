import { ChartFigure, type FigureProps } from '../figure/ChartFigure.tsx';
import type { FocusChannel } from '../focus/chart-focus.ts';
import type { OutcomeCurveModel } from './outcome-curve-model.ts';
import { outcomeCurveTable } from './outcome-curve-table.ts';
import { OutcomeCurveChart } from './OutcomeCurveChart.tsx';

interface OutcomeCurveFigureProps extends FigureProps {
  readonly model: OutcomeCurveModel;
  readonly channel: FocusChannel;
}

export function OutcomeCurveFigure({ model, channel, ...figure }: OutcomeCurveFigureProps) {
  return (
    <ChartFigure {...figure} table={() => outcomeCurveTable(model)} heightFor={heightFor}>
      {(size) => <OutcomeCurveChart name={figure.text.title} model={model} channel={channel} size={size} />}
    </ChartFigure>
  );
}

function heightFor(width: number): number {
  return Math.round(Math.max(260, Math.min(340, width * 0.45)));
}
