import { memo } from 'react';
import type { Rect } from '../frame/rect.ts';
import type { StructureBarsGeometry } from './geometry.ts';
import css from './StructureBarsPicture.module.css';

/** A bar a structure, and under it what its cost buys. */
export const StructureBarsPicture = memo(function StructureBarsPicture({
  geometry,
}: {
  readonly geometry: StructureBarsGeometry;
}) {
  const { size, rows, left, zero, ticks, bands, axisY, unit } = geometry;
  const along = (x: number): string =>
    bands.map(({ top, bottom }) => `M${x},${top}V${bottom}`).join('') + `M${x},${axisY - 4}V${axisY}`;
  return (
    <svg className={css['picture']} width={size.width} height={size.height} aria-hidden="true">
      {ticks.map(({ at, text, value }) => (
        <g key={value}>
          <path className={css['grid']} d={along(at)} />
          <text className={css['muted']} x={at} y={axisY + 14} textAnchor={at === 0 ? 'start' : 'middle'}>
            {text}
          </text>
        </g>
      ))}
      <path className={css['zero']} d={along(zero)} />
      <text className={css['muted']} x={size.width} y={axisY + 30} textAnchor="end">
        {unit}
      </text>
      {rows.map(({ row, y, value, execution, text, textX, lines }) => (
        <g key={row.id}>
          <text
            className={row.chosen ? css['strong'] : css['label']}
            x={0}
            y={left === 0 ? y - 16 : y}
            dy="0.35em"
          >
            {row.label}
          </text>
          <Bar className={css['value']} box={value} />
          <Bar className={css['execution']} box={execution} />
          <text
            className={row.cost === null ? css['muted'] : row.chosen ? css['strong'] : css['label']}
            x={textX}
            y={y}
            dy="0.35em"
          >
            {text}
          </text>
          {lines.map((line) => (
            <text key={line.y} className={css['muted']} x={left} y={line.y} dy="0.35em">
              {line.text}
            </text>
          ))}
        </g>
      ))}
    </svg>
  );
});

function Bar({ className, box }: { readonly className: string | undefined; readonly box: Rect | null }) {
  if (box === null) return null;
  return (
    <rect
      className={className}
      x={box.left}
      y={box.top}
      width={box.right - box.left}
      height={box.bottom - box.top}
    />
  );
}
