import { memo } from 'react';
import { AxisFrame } from '../frame/AxisFrame.tsx';
import { EndLabels } from '../frame/EndLabels.tsx';
import { Notes } from '../frame/Notes.tsx';
import { coordinate } from '../frame/polyline.ts';
import type { Rect } from '../frame/rect.ts';
import css from './CostCurvePicture.module.css';
import type { CostCurveGeometry } from './geometry.ts';

/** Stems from zero, value below and execution on top; hatched where nothing can be had. */
export const CostCurvePicture = memo(function CostCurvePicture({
  geometry,
}: {
  readonly geometry: CostCurveGeometry;
}) {
  const { frame, zero, points } = geometry;
  const { size, plot } = frame;
  const isEmpty = geometry.emptyText !== null;
  return (
    <svg className={css['picture']} width={size.width} height={size.height} aria-hidden="true">
      <AxisFrame {...frame} />
      {!isEmpty && <path className={css['hatch']} d={geometry.hatch} />}
      {!isEmpty && <path className={css['zero']} d={`M${plot.left},${coordinate(zero)}H${plot.right}`} />}
      <path className={css['value']} d={points.map(({ value }) => boxPath(value)).join('')} />
      <path className={css['execution']} d={points.map(({ execution }) => boxPath(execution)).join('')} />
      <path className={css['line']} d={geometry.line} />
      {!isEmpty && <path className={css['cross']} d={geometry.crosses} />}
      {points.map(
        ({ expiryId, x, y, point }) =>
          y !== null && (
            <circle
              key={expiryId}
              className={css['dot']}
              fill={point.colour}
              cx={x}
              cy={y}
              r={point.chosen ? 5 : 3}
            />
          ),
      )}
      {geometry.limitWords.map(({ text, x, y }) => (
        <text key={y} className={css['words']} x={x} y={y} textAnchor="middle">
          {text}
        </text>
      ))}
      <EndLabels labels={geometry.labels} />
      <Notes footnotes={frame.footnotes} emptyText={geometry.emptyText} />
    </svg>
  );
});

function boxPath(box: Rect | null): string {
  if (box === null) return '';
  const [left, right, top, bottom] = [box.left, box.right, box.top, box.bottom].map(coordinate);
  return `M${left},${top}H${right}V${bottom}H${left}z`;
}
