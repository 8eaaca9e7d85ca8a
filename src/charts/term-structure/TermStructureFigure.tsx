import { ChartFigure, type FigureProps } from '../figure/ChartFigure.tsx';
import type { FocusChannel } from '../focus/chart-focus.ts';
import type { TermStructureModel } from './term-structure-model.ts';
import { termStructureTable } from './term-structure-table.ts';
import { TermStructureChart } from './TermStructureChart.tsx';

export interface TermStructureFigureProps extends FigureProps {
  readonly model: TermStructureModel;
  readonly channel: FocusChannel;
}

export function TermStructureFigure({ model, channel, ...figure }: TermStructureFigureProps) {
  return (
    <ChartFigure {...figure} table={() => termStructureTable(model)} heightFor={heightFor}>
      {(size) => <TermStructureChart name={figure.text.title} model={model} channel={channel} size={size} />}
    </ChartFigure>
  );
}

function heightFor(width: number): number {
  return Math.round(Math.max(276, Math.min(456, width * 0.42 + 16)));
}
