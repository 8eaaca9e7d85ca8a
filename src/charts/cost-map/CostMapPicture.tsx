import { memo } from 'react';
import { AxisFrame } from '../frame/AxisFrame.tsx';
import { verticalBar } from '../frame/mark-shapes.ts';
import { Notes } from '../frame/Notes.tsx';
import type { Rect } from '../frame/rect.ts';
import '../surface/heat-ramp.css';
import css from './CostMapPicture.module.css';
import type { CostMapGeometry, PlacedRow } from './geometry.ts';

export const CostMapPicture = memo(function CostMapPicture({
  geometry,
}: {
  readonly geometry: CostMapGeometry;
}) {
  const { size, plot, rows, forward, chosen, emptyText } = geometry;
  return (
    <svg className={css['picture']} width={size.width} height={size.height} aria-hidden="true">
      <AxisFrame
        plot={plot}
        xTicks={geometry.xTicks}
        yTicks={[]}
        unit={geometry.unit}
        title={geometry.axisTitle}
      />
      <Legend geometry={geometry} />
      {rows.map((placed) => (
        <Row key={placed.row.expiryId} placed={placed} left={plot.left} isEmpty={emptyText !== null} />
      ))}
      <path className={css['hatch']} d={geometry.hatch} />
      <path className={css['cross']} d={geometry.crosses} />
      {forward !== null && (
        <path className={css['forward']} d={verticalBar(forward, plot.top, plot.bottom)} />
      )}
      {chosen && <Box className={css['halo']} box={chosen} />}
      {chosen && <Box className={css['chosen']} box={chosen} />}
      <Notes footnotes={geometry.footnotes} emptyText={emptyText} />
    </svg>
  );
});

function Legend({ geometry: { unit, legend } }: { readonly geometry: CostMapGeometry }) {
  return (
    <g>
      <text className={css['text']} x={unit.x} y={unit.y}>
        {unit.text}
      </text>
      {legend.boxes.map(({ box, colour }) => (
        <Box key={colour} className={css['cell']} box={box} colour={colour} />
      ))}
      {legend.ticks.map(({ text, x, y, anchor }) => (
        <text key={x} className={css['text']} x={x} y={y} textAnchor={anchor}>
          {text}
        </text>
      ))}
    </g>
  );
}

interface RowProps {
  readonly placed: PlacedRow;
  readonly left: number;
  readonly isEmpty: boolean;
}

function Row({ placed: { row, middle, cells }, left, isEmpty }: RowProps) {
  return (
    <g>
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
        ({ cell, box, colour }) =>
          colour !== null && <Box key={cell.strike} className={css['cell']} box={box} colour={colour} />,
      )}
      {row.absence !== null && !isEmpty && (
        <text className={css['text']} x={left + 8} y={middle} dy="0.35em">
          {row.absence}
        </text>
      )}
    </g>
  );
}

interface BoxProps {
  readonly className: string | undefined;
  readonly box: Rect;
  readonly colour?: string;
}

function Box({ className, box, colour }: BoxProps) {
  return (
    <rect
      className={className}
      style={colour === undefined ? undefined : { fill: colour }}
      x={box.left}
      y={box.top}
      width={Math.max(0, box.right - box.left)}
      height={box.bottom - box.top}
    />
  );
}
