import { ChartFigure, type FigureProps } from '../figure/ChartFigure.tsx';
import type { FocusChannel } from '../focus/chart-focus.ts';
import type { TermModel } from './term-model.ts';
import { termTable } from './term-table.ts';
import { TermChart } from './TermChart.tsx';

export interface TermFigureProps extends FigureProps {
  readonly model: TermModel;
  readonly channel: FocusChannel;
}

export function TermFigure({ model, channel, ...figure }: TermFigureProps) {
  return (
    <ChartFigure {...figure} table={() => termTable(model)} heightFor={termHeight}>
      {(size) => <TermChart name={figure.text.title} model={model} channel={channel} size={size} />}
    </ChartFigure>
  );
}

function termHeight(width: number): number {
  return Math.round(Math.max(186, Math.min(276, width * 0.44 + 16)));
}
