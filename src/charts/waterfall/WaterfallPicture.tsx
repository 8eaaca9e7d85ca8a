import { memo, useId } from 'react';
import type { WaterfallGeometry } from './geometry.ts';
import css from './WaterfallPicture.module.css';

/** Labels left, bars one after another, figures at their ends. */
export const WaterfallPicture = memo(function WaterfallPicture({
  geometry,
}: {
  readonly geometry: WaterfallGeometry;
}) {
  const { size, rows, ticks, axisY, zero, unit } = geometry;
  const hatch = useId();
  return (
    <svg className={css['picture']} width={size.width} height={size.height} aria-hidden="true">
      <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className={css['ground']} width="6" height="6" />
        <rect className={css['stripe']} width="3" height="6" />
      </pattern>
      {ticks.map(({ at, text }) => (
        <g key={text}>
          <path className={css['grid']} d={`M${at},0V${axisY}`} />
          <text className={css['tick']} x={at} y={axisY + 15} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
      <path className={css['zero']} d={`M${zero},0V${axisY}`} />
      <text className={css['tick']} x={size.width} y={axisY + 31} textAnchor="end">
        {unit}
      </text>
      {rows.map(({ id, label, text, tone, y, bar, textX, textAnchor, link }) => (
        <g key={id} data-tone={tone}>
          <text className={css[tone === 'total' ? 'sum' : 'label']} x={0} y={y} dy="0.35em">
            {label}
          </text>
          {bar !== null && (
            <rect
              className={css[tone]}
              {...(tone === 'skew' ? { fill: `url(#${hatch})` } : {})}
              x={bar.left}
              y={bar.top}
              width={bar.right - bar.left}
              height={bar.bottom - bar.top}
            />
          )}
          {link !== null && <path className={css['link']} d={link} />}
          <text
            className={css[tone === 'total' ? 'sum' : 'figure']}
            x={textX}
            y={y}
            dy="0.35em"
            textAnchor={textAnchor}
          >
            {text}
          </text>
        </g>
      ))}
    </svg>
  );
});
