import { ChartFigure, type FigureProps } from '../figure/ChartFigure.tsx';
import type { FocusChannel } from '../focus/chart-focus.ts';
import type { RiskReversalModel } from './risk-reversal-model.ts';
import { riskReversalTable } from './risk-reversal-table.ts';
import { RiskReversalChart } from './RiskReversalChart.tsx';

export interface RiskReversalFigureProps extends FigureProps {
  readonly model: RiskReversalModel;
  readonly channel: FocusChannel;
}

export function RiskReversalFigure({ model, channel, ...figure }: RiskReversalFigureProps) {
  return (
    <ChartFigure {...figure} table={() => riskReversalTable(model)} heightFor={riskReversalHeight}>
      {(size) => <RiskReversalChart name={figure.text.title} model={model} channel={channel} size={size} />}
    </ChartFigure>
  );
}

function riskReversalHeight(width: number): number {
  return Math.round(Math.max(186, Math.min(276, width * 0.44 + 16)));
}
