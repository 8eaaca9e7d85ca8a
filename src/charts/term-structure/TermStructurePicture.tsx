import { memo } from 'react';
import { AxisFrame } from '../frame/AxisFrame.tsx';
import { EndLabels } from '../frame/EndLabels.tsx';
import { IntervalBar } from '../frame/IntervalBar.tsx';
import { Notes } from '../frame/Notes.tsx';
import type { TermStructureGeometry } from './geometry.ts';
import type { PlacedSteps } from './place-steps.ts';
import css from './TermStructurePicture.module.css';

export const TermStructurePicture = memo(function TermStructurePicture({
  geometry,
}: {
  readonly geometry: TermStructureGeometry;
}) {
  const { frame, points, lines, steps } = geometry;
  const { size } = frame;
  return (
    <svg className={css['picture']} width={size.width} height={size.height} aria-hidden="true">
      <AxisFrame {...frame} />
      <Events steps={steps} />
      <path className={css['band']} d={steps.bands} />
      {points.map(
        ({ expiryId, x, interval, point }) =>
          interval && (
            <g key={expiryId} style={{ color: point.colour }}>
              <IntervalBar x={x} width={geometry.barWidth} interval={interval} />
            </g>
          ),
      )}
      <path className={css['forward']} d={steps.path} />
      {lines.map(({ kind, path, dots }) => (
        <g key={kind}>
          <path className={css[kind]} d={path} />
          <path className={css[`${kind}Dots`]} d={dots} />
        </g>
      ))}
      <path className={css['gap']} d={geometry.gaps} />
      <path className={css['flag']} d={steps.flags} />
      <path className={css['tenor']} d={geometry.tenorMarks} />
      {points.map(
        ({ expiryId, x, y, point }) =>
          y !== null && (
            <circle
              key={expiryId}
              className={css['dot']}
              fill={point.colour}
              cx={x}
              cy={y}
              r={point.chosen ? 4 : 3}
            />
          ),
      )}
      <EndLabels labels={geometry.labels} />
      <Notes footnotes={frame.footnotes} emptyText={geometry.emptyText} />
    </svg>
  );
});

/** Gaps that stand out, named by their dates; a column without room for its name still shows. */
function Events({ steps: { events } }: { readonly steps: PlacedSteps }) {
  return (
    <g>
      {events.map(({ id, side, column }) => (
        <path key={id} className={css[side]} d={column} />
      ))}
      {events.map(
        ({ id, text, x, y }) =>
          text !== '' && (
            <text key={id} className={css['event']} x={x} y={y} dy="0.35em" textAnchor="middle">
              {text}
            </text>
          ),
      )}
    </g>
  );
}
