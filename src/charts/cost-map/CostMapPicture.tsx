import { memo } from 'react';
import { AxisFrame } from '../frame/AxisFrame.tsx';
import { verticalBar } from '../frame/mark-shapes.ts';
import { Notes } from '../frame/Notes.tsx';
import type { Rect } from '../frame/rect.ts';
import '../surface/heat-ramp.css';
import css from './CostMapPicture.module.css';
import type { CostMapGeometry } from './geometry.ts';

export const CostMapPicture = memo(function CostMapPicture({
  geometry,
}: {
  readonly geometry: CostMapGeometry;
}) {
  const { size, plot, rows, legend, forward, chosen, emptyText } = geometry;
  return (
    <svg className={css['picture']} width={size.width} height={size.height} aria-hidden="true">
      <AxisFrame
        plot={plot}
        xTicks={geometry.xTicks}
        yTicks={[]}
        unit={geometry.unit}
        title={geometry.axisTitle}
      />
      <text className={css['text']} x={geometry.unit.x} y={geometry.unit.y}>
        {geometry.unit.text}
      </text>
      {legend.boxes.map(({ box, colour }) => (
        <Box key={colour} box={box} colour={colour} />
      ))}
      {legend.ticks.map(({ text, x, y, anchor }) => (
        <text key={x} className={css['text']} x={x} y={y} textAnchor={anchor}>
          {text}
        </text>
      ))}
      {rows.map(({ row, middle, cells }) => (
        <g key={row.expiryId}>
          <text
            className={row.chosen ? css['strong'] : css['label']}
            x={0}
            y={middle}
            dy="0.35em"
            fill={row.colour}
          >
            {row.label}
          </text>
          {cells.map(
            ({ cell, box, colour }) => colour !== null && <Box key={cell.strike} box={box} colour={colour} />,
          )}
          {row.absence !== null && emptyText === null && (
            <text className={css['text']} x={plot.left + 8} y={middle} dy="0.35em">
              {row.absence}
            </text>
          )}
        </g>
      ))}
      <path className={css['hatch']} d={geometry.hatch} />
      <path className={css['cross']} d={geometry.crosses} />
      {forward !== null && (
        <path className={css['forward']} d={verticalBar(forward, plot.top, plot.bottom)} />
      )}
      {chosen && (
        <rect
          className={css['chosen']}
          x={chosen.left}
          y={chosen.top}
          width={chosen.right - chosen.left}
          height={chosen.bottom - chosen.top}
        />
      )}
      <Notes footnotes={geometry.footnotes} emptyText={emptyText} />
    </svg>
  );
});

function Box({ box, colour }: { readonly box: Rect; readonly colour: string }) {
  return (
    <rect
      className={css['cell']}
      style={{ fill: colour }}
      x={box.left}
      y={box.top}
      width={Math.max(0, box.right - box.left)}
      height={box.bottom - box.top}
    />
  );
}
