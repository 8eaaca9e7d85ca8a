import { memo } from 'react';
import { AxisFrame } from '../frame/AxisFrame.tsx';
import { EndLabels } from '../frame/EndLabels.tsx';
import { verticalBar } from '../frame/mark-shapes.ts';
import { Notes } from '../frame/Notes.tsx';
import { coordinate } from '../frame/polyline.ts';
import type { OutcomeCurveGeometry } from './geometry.ts';
import { KEY_SAMPLE } from './outcome-key.ts';
import css from './OutcomeCurvePicture.module.css';

export const OutcomeCurvePicture = memo(function OutcomeCurvePicture({
  geometry,
}: {
  readonly geometry: OutcomeCurveGeometry;
}) {
  const { size, plot, zero, rules, level, lines } = geometry;
  return (
    <svg className={css['picture']} width={size.width} height={size.height} aria-hidden="true">
      <AxisFrame
        plot={plot}
        xTicks={geometry.xTicks}
        yTicks={geometry.yTicks}
        unit={geometry.unit}
        title={geometry.axisTitle}
      />
      {zero !== null && (
        <path className={css['zero']} d={`M${plot.left},${coordinate(zero)}H${plot.right}`} />
      )}
      {rules.map(({ at, text, x, y, anchor }) => (
        <g key={at}>
          <path className={css['rule']} d={verticalBar(at, plot.top - 3, plot.bottom)} />
          <text className={css['words']} x={x} y={y} textAnchor={anchor}>
            {text}
          </text>
        </g>
      ))}
      {level && <path className={css['level']} d={`M${plot.left},${coordinate(level.y)}H${plot.right}`} />}
      {lines.map(({ line, path }) => (
        <path key={line.id} className={css[line.tone]} d={path} />
      ))}
      {geometry.key.map(({ line, x, y, textX }) => (
        <g key={line.id}>
          <path className={css[line.tone]} d={`M${x},${y}h${KEY_SAMPLE}`} />
          <text className={css['words']} x={textX} y={y} dy="0.35em">
            {line.name}
          </text>
        </g>
      ))}
      <EndLabels labels={geometry.labels} />
      <Notes footnotes={[]} emptyText={geometry.emptyText} />
    </svg>
  );
});
