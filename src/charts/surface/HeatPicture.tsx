import { memo } from 'react';
import { AxisFrame } from '../frame/AxisFrame.tsx';
import { Notes } from '../frame/Notes.tsx';
import type { SurfaceGeometry } from './geometry.ts';
import { heatColour } from './heat-scale.ts';
import css from './HeatPicture.module.css';
import './heat-ramp.css';

/** Draws the map: colours behind, what they rest on and where they fail in front. */
export const HeatPicture = memo(function HeatPicture({ geometry }: { readonly geometry: SurfaceGeometry }) {
  const { size, plot, scale, layers, legend, fails } = geometry;
  return (
    <svg className={css['picture']} width={size.width} height={size.height} aria-hidden="true">
      <g className={css['cells']}>
        {scale !== null &&
          layers.map(({ level, d }) => <path key={level} style={{ fill: heatColour(scale, level) }} d={d} />)}
        {scale !== null &&
          legend.boxes.map(({ level, d }) => (
            <path key={`legend ${level}`} style={{ fill: heatColour(scale, level) }} d={d} />
          ))}
      </g>
      <path className={css['hatch']} d={geometry.hatch} />
      {layers.length > 0 && <path className={css['forward']} d={geometry.forward} />}
      <path className={css['tick']} d={geometry.rowLines} />
      <path className={css['chosenHalo']} d={geometry.chosen.lines} />
      <path className={css['chosen']} d={geometry.chosen.lines} />
      {geometry.chosen.pointers.map(({ d, colour }) => (
        <path key={d} d={d} fill={colour} />
      ))}
      <path className={css['dots']} d={geometry.dots} />
      <path className={css['failHalo']} d={fails.butterfly + fails.calendar} />
      <path className={css['fail']} d={fails.butterfly + fails.calendar} />
      {geometry.rowLabels.map(({ id, text, y, colour, strong }) => (
        <text
          key={id}
          className={strong ? css['strong'] : css['label']}
          x={plot.left - 10}
          y={y}
          dy="0.35em"
          textAnchor="end"
          fill={colour}
        >
          {text}
        </text>
      ))}
      <AxisFrame
        plot={plot}
        xTicks={geometry.xTicks}
        yTicks={[]}
        unit={geometry.unit}
        title={geometry.axisTitle}
      />
      {scale !== null && (
        <text className={css['text']} x={geometry.unit.x} y={geometry.unit.y}>
          {geometry.unit.text}
        </text>
      )}
      {legend.ticks.map(({ x, y, text, anchor }) => (
        <text key={x} className={css['text']} x={x} y={y} textAnchor={anchor}>
          {text}
        </text>
      ))}
      <Notes footnotes={geometry.footnotes} emptyText={geometry.emptyText} />
    </svg>
  );
});
