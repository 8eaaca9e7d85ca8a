import { useCallback } from 'react';
import type { DataTable } from '../figure/data-table.ts';
import { ChartFigure, type FigureProps } from '../figure/ChartFigure.tsx';
import type { FocusChannel } from '../focus/chart-focus.ts';
import type { View } from '../zoom/axis-view.ts';
import type { SmileDetailModel } from './detail-geometry.ts';
import { SmileDetailChart } from './SmileDetailChart.tsx';
import { stripHeight } from './strip-geometry.ts';

export interface SmileDetailFigureProps extends FigureProps {
  readonly model: SmileDetailModel;
  readonly table: () => DataTable;
  readonly channel: FocusChannel;
  readonly bounds: View | null;
  readonly onView: (view: View) => void;
}

/** A smile large enough to work on, with its strips. */
export function SmileDetailFigure(props: SmileDetailFigureProps) {
  const { model, table, channel, bounds, onView, ...figure } = props;
  const count = model.strips.length;
  const heightFor = useCallback(
    (width: number) => Math.round(Math.max(300, Math.min(430, width * 0.5))) + count * stripHeight,
    [count],
  );
  return (
    <ChartFigure {...figure} table={table} heightFor={heightFor}>
      {(size) => (
        <SmileDetailChart
          name={figure.text.title}
          model={model}
          channel={channel}
          size={size}
          bounds={bounds}
          onView={onView}
        />
      )}
    </ChartFigure>
  );
}
