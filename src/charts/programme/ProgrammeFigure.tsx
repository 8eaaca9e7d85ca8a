import { ChartFigure, type FigureProps } from '../figure/ChartFigure.tsx';
import type { FocusChannel } from '../focus/chart-focus.ts';
import { programmeHeight } from './geometry.ts';
import { ProgrammeChart } from './ProgrammeChart.tsx';
import type { ProgrammeModel } from './programme-model.ts';
import { programmeTable } from './programme-table.ts';

interface ProgrammeFigureProps extends FigureProps {
  readonly model: ProgrammeModel;
  readonly channel: FocusChannel;
}

/** What a floor bought again and again cost and paid back, period by period. */
export function ProgrammeFigure({ model, channel, ...figure }: ProgrammeFigureProps) {
  return (
    <ChartFigure {...figure} table={() => programmeTable(model)} heightFor={programmeHeight}>
      {(size) => <ProgrammeChart name={figure.text.title} model={model} channel={channel} size={size} />}
    </ChartFigure>
  );
}
