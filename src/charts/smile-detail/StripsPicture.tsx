import { memo } from 'react';
import { verticalBar } from '../frame/mark-shapes.ts';
import { textWidth } from '../frame/text-width.ts';
import frame from '../frame/frame.module.css';
import type { SmileDetailGeometry } from './detail-geometry.ts';
import { afterTitle, type PlacedSeries, type PlacedStrip } from './strip-geometry.ts';
import css from './smile-detail.module.css';

/** Draws the strips under a smile. */
export const StripsPicture = memo(function StripsPicture({
  geometry: { smile, strips },
}: {
  readonly geometry: SmileDetailGeometry;
}) {
  const { size, forwards } = smile;
  return (
    <svg className={css['strips']} width={size.width} height={size.height} aria-hidden="true">
      {strips.map((strip) => (
        <g key={strip.id}>
          <Frame strip={strip} />
          {forwards.map(({ expiryId, x }) => (
            <path
              key={expiryId}
              className={css['rule']}
              d={verticalBar(x, strip.plot.top, strip.plot.bottom)}
            />
          ))}
          {strip.series.map((series) => (
            <Series key={series.expiryId} series={series} />
          ))}
          <path className={css['clip']} d={strip.clipMarks} />
        </g>
      ))}
    </svg>
  );
});

function Frame({ strip }: { readonly strip: PlacedStrip }) {
  const { plot, band, ticks, zeroY, title, beyond, emptyText } = strip;
  const baseline = plot.top - 10;
  return (
    <g>
      {band !== null && (
        <path
          className={css['band']}
          d={`M${band.left},${band.top}H${band.right}V${band.bottom}H${band.left}z`}
        />
      )}
      {ticks.map(({ value, at, text }) => (
        <g key={value}>
          <path className={frame['grid']} d={`M${plot.left},${at}H${plot.right}`} />
          <text className={frame['tick']} x={plot.left - 10} y={at} dy="0.35em" textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {emptyText === null && <path className={css['zero']} d={`M${plot.left},${zeroY}H${plot.right}`} />}
      <text className={css['title']} x={0} y={baseline}>
        {title}
      </text>
      {beyond !== '' && (
        <text className={frame['unit']} x={textWidth(title) + afterTitle} y={baseline}>
          {beyond}
        </text>
      )}
      {emptyText !== null && (
        <text
          className={frame['note']}
          x={(plot.left + plot.right) / 2}
          y={(plot.top + plot.bottom) / 2}
          textAnchor="middle"
        >
          {emptyText}
        </text>
      )}
    </g>
  );
}

function Series({ series }: { readonly series: PlacedSeries }) {
  const { colour, columns, bars, fadedBars, dots, fadedDots, solid, dashed } = series;
  return (
    <g style={{ color: colour }}>
      <path className={css['columns']} d={columns} />
      <path className={css['fadedBars']} d={fadedBars} />
      <path className={css['bars']} d={bars} />
      <path className={css['dashed']} d={dashed} />
      <path className={css['solid']} d={solid} />
      <path className={css['fadedDots']} d={fadedDots} />
      <path className={css['dots']} d={dots} />
    </g>
  );
}
