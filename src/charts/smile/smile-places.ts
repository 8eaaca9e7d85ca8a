import { minIndex } from 'd3-array';
import type { ChartFocus } from '../focus/chart-focus.ts';
import type { Step } from '../focus/reading.ts';
import type { Point } from '../frame/rect.ts';
import type { PlacedCurve, SmileGeometry } from './geometry.ts';
import type { PlacedQuote } from './smile-quotes.ts';

/** Where a quote is pointed at: on the fit where that is the steadier place, else on what is quoted. */
export function quoteY(quote: PlacedQuote, y: (vol: number) => number): number | null {
  const { fit } = quote.quote;
  return quote.midY ?? (fit === null ? null : y(fit)) ?? quote.bidY ?? quote.askY ?? quote.bar?.[0] ?? null;
}

export function nearestQuote(curve: PlacedCurve, x: number): PlacedQuote | null {
  return curve.quotes[minIndex(curve.quotes, (quote) => Math.abs(quote.x - x))] ?? null;
}

function placeOf(curve: PlacedCurve, quote: PlacedQuote): ChartFocus {
  return { expiryId: curve.curve.expiryId, x: quote.quote.x, pointId: quote.quote.id };
}

/** B of a comparison is read, not pointed at. */
function pointable({ curves }: SmileGeometry): readonly PlacedCurve[] {
  return curves.filter(({ curve }) => !curve.compared);
}

/** Around the plot the hair still answers this far out. */
const margin = { side: 8, above: 20 };

/** The nearest strike to a pixel, distances along the axis counting most; a bare place on a fit that has no quotes. */
export function findPlace(geometry: SmileGeometry, at: Point): ChartFocus | null {
  const { plot } = geometry;
  const away = Math.max(plot.left - at.x, at.x - plot.right);
  const off = Math.max(plot.top - at.y, at.y - plot.bottom);
  if (away > margin.side || off > margin.above) return null;
  const places = pointable(geometry).flatMap((curve) => placeUnder(geometry, curve, at) ?? []);
  return places[minIndex(places, ({ cost }) => cost)]?.focus ?? null;
}

function placeUnder(geometry: SmileGeometry, curve: PlacedCurve, at: Point) {
  const quote = nearestQuote(curve, at.x);
  const line = curve.fit.line[minIndex(curve.fit.line, (point) => Math.abs(point.x - at.x))];
  const height = (quote && quoteY(quote, geometry.y)) ?? line?.y;
  if (height === undefined) return null;
  const cost = Math.abs((quote?.x ?? at.x) - at.x) + Math.abs(height - at.y) / 3;
  return { cost, focus: placeAt(geometry, curve, at.x) };
}

/** The pixel a focus points at on this picture; null where it names only an expiry, or a place this picture does not show. */
export function pixelOf({ curves, x, plot }: SmileGeometry, focus: ChartFocus): number | null {
  const quotes = curves.flatMap((curve) => curve.quotes);
  const quoted = quotes.find(({ quote }) => quote.id === focus.pointId)?.x;
  const at = quoted ?? (focus.x === null ? null : x(focus.x));
  return at !== null && at >= plot.left - 0.5 && at <= plot.right + 0.5 ? at : null;
}

const bareStep = 1 / 60;

/** ← → along the strikes of one expiry, ↑ to the nearer and ↓ to the farther expiry at the same place. */
export function stepPlace(geometry: SmileGeometry, from: ChartFocus | null, step: Step): ChartFocus | null {
  const curves = pointable(geometry).filter(({ quotes, fit }) => quotes.length > 0 || fit.line.length > 0);
  const index = curves.findIndex(({ curve }) => curve.expiryId === from?.expiryId);
  const forward = geometry.forwards[0]?.x ?? (geometry.plot.left + geometry.plot.right) / 2;
  const x = (from && index >= 0 ? pixelOf(geometry, from) : null) ?? forward;
  if (from === null || index < 0) return curves[0] ? placeAt(geometry, curves[0], x) : null;
  const move = { up: -1, down: 1, left: 0, right: 0 }[step];
  const curve = curves[Math.max(0, Math.min(curves.length - 1, index + move))];
  if (curve === undefined) return null;
  return move === 0 ? alongCurve(geometry, curve, x, step === 'left' ? -1 : 1) : placeAt(geometry, curve, x);
}

function placeAt({ xInverse }: SmileGeometry, curve: PlacedCurve, x: number): ChartFocus {
  const quote = nearestQuote(curve, x);
  return quote ? placeOf(curve, quote) : { expiryId: curve.curve.expiryId, x: xInverse(x), pointId: null };
}

function alongCurve(geometry: SmileGeometry, curve: PlacedCurve, x: number, direction: -1 | 1): ChartFocus {
  const { plot, xInverse } = geometry;
  if (curve.quotes.length === 0) {
    const to = x + direction * bareStep * (plot.right - plot.left);
    const inside = Math.max(plot.left, Math.min(plot.right, to));
    return { expiryId: curve.curve.expiryId, x: xInverse(inside), pointId: null };
  }
  const ahead = curve.quotes.filter((quote) => direction * (quote.x - x) > 1e-6);
  const next = direction > 0 ? ahead[0] : ahead.at(-1);
  return next ? placeOf(curve, next) : placeAt(geometry, curve, x);
}
