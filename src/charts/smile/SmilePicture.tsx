import { memo } from 'react';
import { AxisFrame } from '../frame/AxisFrame.tsx';
import { EndLabels } from '../frame/EndLabels.tsx';
import { Notes } from '../frame/Notes.tsx';
import { verticalBar } from '../frame/mark-shapes.ts';
import type { PlacedCurve, SmileGeometry } from './geometry.ts';
import type { QuoteMarks } from './smile-quotes.ts';
import css from './SmilePicture.module.css';

/** Draws a smile's geometry: quotes lightly behind, fits in front. */
export const SmilePicture = memo(function SmilePicture({ geometry }: { readonly geometry: SmileGeometry }) {
  const { size, plot, curves } = geometry;
  return (
    <svg className={css['picture']} width={size.width} height={size.height} aria-hidden="true">
      <AxisFrame
        plot={{ ...plot, bottom: geometry.axisY }}
        xTicks={geometry.xTicks}
        yTicks={geometry.yTicks}
        unit={geometry.unit}
        title={geometry.axisTitle}
      />
      <Forwards geometry={geometry} />
      <path className={css['clip']} d={geometry.clipMarks} />
      {curves.map(({ curve, marks, fadedMarks }) => (
        <g key={curve.expiryId} style={{ color: curve.colour }}>
          <Quotes marks={fadedMarks} faded />
          <Quotes marks={marks} faded={false} />
        </g>
      ))}
      {curves.map((placed) => (
        <Fit key={placed.curve.expiryId} placed={placed} />
      ))}
      <EndLabels labels={geometry.labels} />
      <Key geometry={geometry} />
      <Notes footnotes={geometry.footnotes} emptyText={geometry.emptyText} />
    </svg>
  );
});

function Quotes({ marks, faded }: { readonly marks: QuoteMarks; readonly faded: boolean }) {
  return (
    <g className={faded ? css['faded'] : css['quotes']}>
      <path className={css['bar']} d={marks.bars} />
      <path className={css['halfBar']} d={marks.halfBars} />
      <path className={css['solid']} d={marks.bids + marks.asks} />
      <path className={css['ring']} d={marks.venueMarks} />
      <path className={css['solid']} d={marks.mids} />
      <path className={css['last']} d={marks.lasts} />
      <path className={css['cross']} d={marks.crosses} />
    </g>
  );
}

function Fit({ placed: { curve, fit, markers } }: { readonly placed: PlacedCurve }) {
  return (
    <g style={{ color: curve.colour }}>
      <path className={css[curve.compared ? 'dotted' : 'dashed']} d={fit.dashed} />
      <path className={css[curve.compared ? 'compared' : 'fit']} d={fit.solid} />
      {markers.map(({ marker, path }) => (
        <path key={`${marker.kind} ${marker.right}`} className={css['marker']} d={path} />
      ))}
    </g>
  );
}

function Forwards({ geometry: { forwards, spots, plot, sides } }: { readonly geometry: SmileGeometry }) {
  return (
    <g>
      {forwards.map(({ expiryId, x, colour }) => (
        <path
          key={expiryId}
          className={css['forward']}
          style={colour === null ? undefined : { stroke: colour, opacity: 0.4 }}
          d={verticalBar(x, plot.top - (colour === null ? 8 : 0), plot.bottom)}
        />
      ))}
      {spots.map(({ expiryId, x, colour }) => (
        <path
          key={`spot ${expiryId}`}
          className={css['spot']}
          style={colour === null ? undefined : { stroke: colour }}
          d={
            colour === null
              ? verticalBar(x, plot.top, plot.bottom)
              : verticalBar(x, plot.bottom - 9, plot.bottom)
          }
        />
      ))}
      {sides.map(({ side, x, y, anchor }) => (
        <text key={side} className={css[side]} x={x} y={y} textAnchor={anchor}>
          {side}
        </text>
      ))}
    </g>
  );
}

function Key({ geometry: { key } }: { readonly geometry: SmileGeometry }) {
  return (
    <g>
      {key.map(({ text, x, y, path, filled }) => (
        <g key={text}>
          <path className={filled ? css['keySolid'] : css['keyLine']} d={path} />
          <text className={css['keyText']} x={x} y={y} dy="0.35em">
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}
