import { memo } from 'react';
import { Notes } from '../frame/Notes.tsx';
import type { DeltaGridModel } from './delta-grid-model.ts';
import css from './DeltaGridPicture.module.css';
import type { DeltaGridGeometry, PlacedCell, PlacedRow } from './geometry.ts';

interface DeltaGridPictureProps {
  readonly geometry: DeltaGridGeometry;
  readonly scale: DeltaGridModel['scale'];
}

/** A readable number in every cell, the colour behind it only an aid. */
export const DeltaGridPicture = memo(function DeltaGridPicture({ geometry, scale }: DeltaGridPictureProps) {
  const { size, headings, sides, rows, footnotes, emptyText } = geometry;
  return (
    <svg className={css['picture']} width={size.width} height={size.height} aria-hidden="true">
      {sides.map(({ side, text, x, y }) => (
        <text key={side} className={css[side]} x={x} y={y} textAnchor="middle">
          {text}
        </text>
      ))}
      {headings.map(({ column, text, x, y }) => (
        <text key={column.id} className={css['heading']} x={x} y={y} textAnchor="middle">
          {text}
        </text>
      ))}
      {rows.map((placed) => (
        <Row key={placed.row.expiryId} placed={placed} geometry={geometry} scale={scale} />
      ))}
      <Notes footnotes={footnotes} emptyText={emptyText} />
    </svg>
  );
});

function Row({ placed, geometry, scale }: DeltaGridPictureProps & { readonly placed: PlacedRow }) {
  const { row, middle, cells } = placed;
  const { plot } = geometry;
  return (
    <g>
      <text
        className={row.chosen ? css['chosen'] : css['label']}
        x={0}
        y={middle}
        dy="0.35em"
        fill={row.colour}
      >
        {row.label}
      </text>
      {cells.map((cell) => (
        <Cell key={cell.id} placed={cell} scale={scale} />
      ))}
      {row.absence !== null && geometry.emptyText === null && (
        <text className={css['absence']} x={plot.left + 8} y={middle} dy="0.35em">
          {row.absence}
        </text>
      )}
    </g>
  );
}

function Cell({ placed, scale }: { readonly placed: PlacedCell; readonly scale: DeltaGridModel['scale'] }) {
  const { box, text, side, opacity, cell } = placed;
  return (
    <g>
      <rect
        className={scale === 'diverging' && side === 'below' ? css['below'] : css['above']}
        x={box.left + 0.5}
        y={box.top + 0.5}
        width={Math.max(0, box.right - box.left - 1)}
        height={box.bottom - box.top - 1}
        opacity={opacity}
      />
      <text
        className={cell.quoted ? css['number'] : css['extrapolated']}
        x={(box.left + box.right) / 2}
        y={(box.top + box.bottom) / 2}
        dy="0.35em"
        textAnchor="middle"
      >
        {text}
      </text>
    </g>
  );
}
