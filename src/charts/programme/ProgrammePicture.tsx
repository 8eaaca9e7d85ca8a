import { memo } from 'react';
import { AxisFrame } from '../frame/AxisFrame.tsx';
import { cross, verticalBar } from '../frame/mark-shapes.ts';
import { Notes } from '../frame/Notes.tsx';
import { coordinate } from '../frame/polyline.ts';
import type { KeyEntry, PlacedProgramme, ProgrammeGeometry } from './geometry.ts';
import css from './ProgrammePicture.module.css';

function swatchPath({ mark, swatch, y }: KeyEntry): string {
  const middle = y - 4;
  if (mark === 'bought') return verticalBar(swatch + 7, middle - 3, middle + 3);
  if (mark === 'missed') return cross(swatch + 7, middle, 3.5);
  if (mark === 'net') return `M${swatch},${middle}h14`;
  return `M${swatch},${middle - 5}h14v10h-14z`;
}

function Programme({ programme }: { readonly programme: PlacedProgramme }) {
  const { lines, plot, spot, name, headline } = programme;
  return (
    <g>
      <text className={css['name']} x={name.x} y={name.y} data-chosen={lines.chosen}>
        {name.text}
      </text>
      <text className={css['words']} x={headline.x} y={headline.y}>
        {headline.text}
      </text>
      <path className={css['spot']} d={spot.path} />
      <text className={css['words']} x={spot.name.x} y={spot.name.y}>
        {spot.name.text}
      </text>
      <text className={css['words']} x={spot.range.x} y={spot.range.y} textAnchor="end">
        {spot.range.text}
      </text>
      <AxisFrame
        plot={plot}
        xTicks={programme.xTicks}
        yTicks={programme.yTicks}
        unit={programme.unit}
        title={programme.axisTitle}
      />
      <path className={css['paid']} d={programme.paid} />
      <path className={css['execution']} d={programme.execution} />
      <path className={css['paidBack']} d={programme.paidBack} />
      <path className={css['zero']} d={`M${plot.left},${coordinate(programme.zero)}H${plot.right}`} />
      <path className={css['bought']} d={programme.bought} />
      <path className={css['net']} d={programme.net} />
      <path className={css['missed']} d={programme.missed} />
    </g>
  );
}

export const ProgrammePicture = memo(function ProgrammePicture({
  geometry,
}: {
  readonly geometry: ProgrammeGeometry;
}) {
  const { size, key, programmes, emptyText } = geometry;
  return (
    <svg className={css['picture']} width={size.width} height={size.height} aria-hidden="true">
      {key.map((entry) => (
        <g key={entry.mark}>
          <path className={css[entry.mark]} d={swatchPath(entry)} />
          <text className={css['words']} x={entry.x} y={entry.y}>
            {entry.text}
          </text>
        </g>
      ))}
      {programmes.map((programme) => (
        <Programme key={programme.lines.id} programme={programme} />
      ))}
      <Notes footnotes={[]} emptyText={emptyText} />
    </svg>
  );
});
