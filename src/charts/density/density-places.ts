import { minIndex } from 'd3-array';
import type { ChartFocus } from '../focus/chart-focus.ts';
import type { Step } from '../focus/reading.ts';
import { heightAt } from '../frame/polyline.ts';
import type { Point } from '../frame/rect.ts';
import type { DensityPlace } from './density-model.ts';
import type { DensityGeometry } from './geometry.ts';
import type { PlacedDensity } from './place-curve.ts';

/** Around the plot the hair still answers this far out. */
const margin = { side: 8, above: 20 };

function focusOn(placed: PlacedDensity, place: DensityPlace | undefined): ChartFocus {
  return { expiryId: placed.curve.expiryId, x: null, pointId: place?.id ?? null };
}

function nearest(geometry: DensityGeometry, placed: PlacedDensity, pixel: number): DensityPlace | undefined {
  const places = shownPlaces(geometry, placed);
  return places[minIndex(places, ({ x }) => Math.abs(geometry.x(x) - pixel))];
}

function shownPlaces({ xDomain }: DensityGeometry, { curve }: PlacedDensity): readonly DensityPlace[] {
  return curve.places.filter(({ x }) => x >= xDomain[0] && x <= xDomain[1]);
}

/** The listed strike nearest to a pixel, on the law whose line runs nearest to it. */
export function findDensityPlace(geometry: DensityGeometry, at: Point): ChartFocus | null {
  const { plot, curves } = geometry;
  const away = Math.max(plot.left - at.x, at.x - plot.right);
  const off = Math.max(plot.top - at.y, at.y - plot.bottom);
  if (away > margin.side || off > margin.above) return null;
  const drawn = curves.filter((placed) => shownPlaces(geometry, placed).length > 0);
  const distance = ({ line }: PlacedDensity): number => {
    const height = heightAt(line, at.x);
    return height === null ? Number.MAX_VALUE : Math.abs(height - at.y);
  };
  const under = drawn[minIndex(drawn, distance)];
  return under === undefined ? null : focusOn(under, nearest(geometry, under, at.x));
}

/** The pixel a focus points at; null where it names only an expiry, or a strike this picture does not show. */
export function densityPixel({ curves, x, plot }: DensityGeometry, focus: ChartFocus): number | null {
  if (focus.pointId === null) return null;
  const place = curves.flatMap(({ curve }) => curve.places).find(({ id }) => id === focus.pointId);
  const at = place === undefined ? null : x(place.x);
  return at !== null && at >= plot.left - 0.5 && at <= plot.right + 0.5 ? at : null;
}

/** ← → along the strikes of one expiry, ↑ to the nearer and ↓ to the farther expiry at the same place. */
export function stepDensityPlace(
  geometry: DensityGeometry,
  from: ChartFocus | null,
  step: Step,
): ChartFocus | null {
  const curves = geometry.curves.filter((placed) => shownPlaces(geometry, placed).length > 0);
  const index = curves.findIndex(({ curve }) => curve.expiryId === from?.expiryId);
  const start = curves[0]?.levelAt?.x ?? (geometry.plot.left + geometry.plot.right) / 2;
  const pixel = (from && index >= 0 ? densityPixel(geometry, from) : null) ?? start;
  const move = index < 0 ? 0 : { up: -1, down: 1, left: 0, right: 0 }[step];
  const placed = curves[Math.max(0, Math.min(curves.length - 1, index + move))];
  if (placed === undefined) return null;
  const along = index >= 0 && move === 0;
  return focusOn(
    placed,
    (along ? nextPlace(geometry, placed, { pixel, step }) : undefined) ?? nearest(geometry, placed, pixel),
  );
}

function nextPlace(
  geometry: DensityGeometry,
  placed: PlacedDensity,
  { pixel, step }: { readonly pixel: number; readonly step: Step },
): DensityPlace | undefined {
  const direction = step === 'left' ? -1 : 1;
  const ahead = shownPlaces(geometry, placed).filter(({ x }) => direction * (geometry.x(x) - pixel) > 1e-6);
  return direction > 0 ? ahead[0] : ahead.at(-1);
}
