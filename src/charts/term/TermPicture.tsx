import { memo } from 'react';
import { AxisFrame } from '../frame/AxisFrame.tsx';
import { EndLabels } from '../frame/EndLabels.tsx';
import { IntervalBar } from '../frame/IntervalBar.tsx';
import { Notes } from '../frame/Notes.tsx';
import type { TermGeometry } from './geometry.ts';
import css from './TermPicture.module.css';

export const TermPicture = memo(function TermPicture({ geometry }: { readonly geometry: TermGeometry }) {
  const { frame, points, lines } = geometry;
  const { size } = frame;
  return (
    <svg className={css['picture']} width={size.width} height={size.height} aria-hidden="true">
      <AxisFrame {...frame} />
      {points.map(
        ({ expiryId, x, interval, point }) =>
          interval && (
            <g key={expiryId} style={{ color: point.colour }}>
              <IntervalBar x={x} width={geometry.barWidth} interval={interval} />
            </g>
          ),
      )}
      {lines.map(({ kind, path, dots }) => (
        <g key={kind}>
          <path className={css[kind]} d={path} />
          <path className={css[`${kind}Dots`]} d={dots} />
        </g>
      ))}
      <path className={css['gap']} d={geometry.gaps} />
      <path className={css['tenor']} d={geometry.tenors} />
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
