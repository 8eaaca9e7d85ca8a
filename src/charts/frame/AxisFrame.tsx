import type { Tick } from './axis-ticks.ts';
import css from './frame.module.css';
import type { Point, Rect } from './rect.ts';
import type { SymbolText } from './symbol-text.ts';

interface AxisFrameProps {
  readonly plot: Rect;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly unit: Point & { readonly text: string };
  readonly title: SymbolText | null;
}

/** Hairlines across, numbers left and below, the unit above and the axis in words beneath. */
export function AxisFrame({ plot, xTicks, yTicks, unit, title }: AxisFrameProps) {
  return (
    <g>
      {yTicks.map(({ value, at, text }) => (
        <g key={value}>
          <path className={css['grid']} d={`M${plot.left},${at}H${plot.right}`} />
          <text className={css['tick']} x={plot.left - 10} y={at} dy="0.35em" textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {xTicks.map(({ value, at, text }) => (
        <text key={value} className={css['tick']} x={at} y={plot.bottom + 17} textAnchor="middle">
          {text}
        </text>
      ))}
      {yTicks.length > 0 && (
        <text className={css['unit']} x={unit.x} y={unit.y}>
          {unit.text}
        </text>
      )}
      {title !== null && xTicks.length > 0 && (
        <g>
          {title.runs.map(({ text, x, y, anchor }) => (
            <text key={text} className={css['unit']} x={x} y={y} textAnchor={anchor}>
              {text}
            </text>
          ))}
          {title.root !== null && <path className={css['root']} d={title.root} />}
        </g>
      )}
    </g>
  );
}
