import { memo } from 'react';
import { AxisFrame } from '../frame/AxisFrame.tsx';
import { IntervalBar } from '../frame/IntervalBar.tsx';
import { Notes } from '../frame/Notes.tsx';
import type { PlacedRiskReversal, PlacedTenor, RiskReversalGeometry } from './geometry.ts';
import css from './RiskReversalPicture.module.css';

export const RiskReversalPicture = memo(function RiskReversalPicture({
  geometry,
}: {
  readonly geometry: RiskReversalGeometry;
}) {
  const { frame, zeroY, points, tenors, sides } = geometry;
  const { size, plot } = frame;
  return (
    <svg className={css['picture']} width={size.width} height={size.height} aria-hidden="true">
      <AxisFrame {...frame} />
      {sides.map(({ side, text, x, y }) => (
        <text key={side} className={css[side]} x={x} y={y}>
          {text}
        </text>
      ))}
      {frame.yTicks.length > 0 && <path className={css['zero']} d={`M${plot.left},${zeroY}H${plot.right}`} />}
      <path className={css['gap']} d={geometry.gaps} />
      <path className={css['line']} d={geometry.line} />
      {tenors.map((placed) => (
        <TenorBar key={placed.expiryId} placed={placed} width={geometry.barWidth} />
      ))}
      {points.map((placed) => (
        <Point key={placed.expiryId} placed={placed} width={geometry.barWidth} />
      ))}
      {geometry.tenorMarks !== '' && <path className={css['tenor']} d={geometry.tenorMarks} />}
      <Notes footnotes={frame.footnotes} emptyText={geometry.emptyText} />
    </svg>
  );
});

function TenorBar({ placed, width }: { readonly placed: PlacedTenor; readonly width: number }) {
  const { x, interval } = placed;
  return (
    interval && (
      <g className={css['tenorBar']}>
        <IntervalBar x={x} width={width} interval={interval} />
      </g>
    )
  );
}

function Point({ placed, width }: { readonly placed: PlacedRiskReversal; readonly width: number }) {
  const { x, y, interval, point, maybeZero } = placed;
  return (
    <g style={{ color: point.colour }}>
      {interval && <IntervalBar x={x} width={width} interval={interval} />}
      {y !== null && (
        <circle className={maybeZero ? css['hollow'] : css['dot']} cx={x} cy={y} r={point.chosen ? 4 : 3} />
      )}
    </g>
  );
}
