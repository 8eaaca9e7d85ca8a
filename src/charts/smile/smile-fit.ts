import { diamond } from '../frame/mark-shapes.ts';
import { clipPolyline, cutPolyline, pathThrough } from '../frame/polyline.ts';
import type { Point, Rect } from '../frame/rect.ts';
import { solidRange } from './fit-misses.ts';
import type { SmileCurve, SmileMarker } from './smile-model.ts';

export interface PlacedFit {
  /** Where it has quotes and keeps to them; empty text where there is no such part. */
  readonly solid: string;
  /** Beyond it. */
  readonly dashed: string;
  /** The visible line from left to right. */
  readonly line: readonly Point[];
}

export interface PlacedMarker extends Point {
  readonly marker: SmileMarker;
  readonly path: string;
}

interface Scales {
  readonly x: (value: number) => number;
  readonly y: (vol: number) => number;
}

export function placeFit(curve: SmileCurve, { x, y }: Scales, plot: Rect): PlacedFit {
  const points = curve.fit.map((point) => ({ x: x(point.x), y: y(point.vol) }));
  const range = solidRange(curve);
  const cut =
    range === null
      ? { before: points, between: [], after: [] }
      : cutPolyline(points, [x(range[0]), x(range[1])]);
  const visible = (part: readonly Point[]): string => clipPolyline(part, plot).map(pathThrough).join('');
  return {
    solid: visible(cut.between),
    dashed: visible(cut.before) + visible(cut.after),
    line: clipPolyline(points, plot).flat(),
  };
}

export function placeMarkers(curve: SmileCurve, scales: Scales, plot: Rect): readonly PlacedMarker[] {
  return curve.markers.flatMap((marker) => {
    const [x, y] = [scales.x(marker.x), scales.y(marker.vol)];
    if (x < plot.left || x > plot.right || y < plot.top || y > plot.bottom) return [];
    return [{ marker, x, y, path: markerPath(marker.kind, { x, y }) }];
  });
}

/** 25Δ is a tall diamond, 10Δ a small one. */
export function markerPath(kind: SmileMarker['kind'], { x, y }: Point): string {
  return kind === '25Δ' ? diamond(x, y, 4, 6.5) : diamond(x, y, 2.6, 4.2);
}
