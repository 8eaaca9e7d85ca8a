import { ChartFigure, type FigureProps } from '../figure/ChartFigure.tsx';
import type { FocusChannel } from '../focus/chart-focus.ts';
import type { SmileModel } from './smile-model.ts';
import { smileTable } from './smile-table.ts';
import { SmileChart } from './SmileChart.tsx';

export interface SmileFigureProps extends FigureProps {
  readonly model: SmileModel;
  readonly channel: FocusChannel;
}

export function SmileFigure({ model, channel, ...figure }: SmileFigureProps) {
  return (
    <ChartFigure {...figure} table={() => smileTable(model)} heightFor={smileHeight}>
      {(size) => <SmileChart name={figure.text.title} model={model} channel={channel} size={size} />}
    </ChartFigure>
  );
}

function smileHeight(width: number): number {
  return Math.round(Math.max(300, Math.min(440, width * 0.56)));
}
