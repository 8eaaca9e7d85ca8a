import { ChartFigure, type FigureProps } from '../figure/ChartFigure.tsx';
import { waterfallGeometry, waterfallHeight } from './geometry.ts';
import type { WaterfallModel } from './waterfall-model.ts';
import { WaterfallPicture } from './WaterfallPicture.tsx';

interface WaterfallFigureProps extends FigureProps {
  readonly model: WaterfallModel;
}

export function WaterfallFigure({ model, ...figure }: WaterfallFigureProps) {
  const { steps, total, unit, decimals } = model;
  const table = () => ({
    columns: [
      { id: 'part', label: 'Part', decimals: null },
      { id: 'value', label: unit, decimals },
    ],
    rows: [...steps, { id: 'total', ...total }].map(({ id, label, value }) => ({
      id,
      cells: [label, value],
    })),
  });
  return (
    <ChartFigure {...figure} table={table} heightFor={() => waterfallHeight(model)}>
      {(size) => <WaterfallPicture geometry={waterfallGeometry(model, size)} />}
    </ChartFigure>
  );
}
