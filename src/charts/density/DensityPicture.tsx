import { memo } from 'react';
import { AxisFrame } from '../frame/AxisFrame.tsx';
import { EndLabels } from '../frame/EndLabels.tsx';
import { verticalBar } from '../frame/mark-shapes.ts';
import { Notes } from '../frame/Notes.tsx';
import css from './DensityPicture.module.css';
import type { DensityGeometry } from './geometry.ts';

/** Draws the laws: areas and what the spread leaves open behind, lines in front. */
export const DensityPicture = memo(function DensityPicture({
  geometry,
}: {
  readonly geometry: DensityGeometry;
}) {
  const { size, plot, curves } = geometry;
  return (
    <svg className={css['picture']} width={size.width} height={size.height} aria-hidden="true">
      <AxisFrame
        plot={plot}
        xTicks={geometry.xTicks}
        yTicks={geometry.yTicks}
        unit={geometry.unit}
        title={geometry.axisTitle}
      />
      <path className={css['beyond']} d={geometry.beyond.hatch} />
      {curves.map(({ curve, fill, hatch, tail, band, lognormal }) => (
        <g key={curve.expiryId} style={{ color: curve.colour }}>
          <path className={css['fill']} d={fill} />
          <path className={css['hatch']} d={hatch} />
          <path className={css['tail']} d={tail} />
          <path className={css['band']} d={band} />
          <path className={css['lognormal']} d={lognormal} />
        </g>
      ))}
      {geometry.rules.map(({ x, colour }) => (
        <path
          key={x}
          className={css['rule']}
          style={colour === null ? undefined : { stroke: colour }}
          d={verticalBar(x, plot.top - 6, plot.bottom)}
        />
      ))}
      {curves.map(({ curve, solid, dashed, levelAt }) => (
        <g key={curve.expiryId} style={{ color: curve.colour }}>
          <path className={css['dashed']} d={dashed} />
          <path className={css['line']} d={solid} />
          {levelAt && <circle className={css['mark']} cx={levelAt.x} cy={levelAt.y} r={3.5} />}
        </g>
      ))}
      {geometry.beyond.words.map(({ text, x, y }) => (
        <text key={x} className={css['word']} x={x} y={y} textAnchor="middle">
          {text}
        </text>
      ))}
      <EndLabels labels={geometry.labels} />
      <Notes footnotes={geometry.footnotes} emptyText={geometry.emptyText} />
    </svg>
  );
});
