import type { ChartFocus } from '#charts/focus/chart-focus.ts';
import type { SmileCurve } from '#charts/smile/smile-model.ts';
import { epochMs } from '#base/time.ts';
import type { Pin } from '#state/selection.ts';
import { placeOfStrike, strikeAtPlace } from './strike-place.ts';

/** As fine as a pin between strikes is kept: far below a pixel. */
const PIN_DIGITS = 7;

function strikeOf(focus: ChartFocus, { quotes, fit }: SmileCurve): number | null {
  const listed = quotes.find(({ id }) => id === focus.pointId)?.strike;
  if (listed !== undefined || focus.x === null) return listed ?? null;
  const strike = strikeAtPlace(fit, focus.x);
  return strike === null ? null : Number(strike.toPrecision(PIN_DIGITS));
}

/**
 * The place a crosshair was pinned to, as the address keeps it: a contract's strike, or between contracts the strike
 * that the fitted line has there, or an expiry alone. Null for what this market does not list.
 */
export function pinOf(focus: ChartFocus, curves: readonly SmileCurve[]): Pin | null {
  const curve = curves.find(({ expiryId, compared }) => expiryId === focus.expiryId && !compared);
  if (curve === undefined) return null;
  const expiry = epochMs(Number(focus.expiryId));
  if (focus.x === null && focus.pointId === null) return { expiry, strike: null };
  const strike = strikeOf(focus, curve);
  return strike === null ? null : { expiry, strike };
}

/** Where a pin of the address stands in the picture; null where its expiry, or so far a strike, is not drawn. */
export function focusOf(pin: Pin, curves: readonly SmileCurve[]): ChartFocus | null {
  const curve = curves.find(({ expiryId, compared }) => expiryId === String(pin.expiry) && !compared);
  if (curve === undefined) return null;
  const { expiryId, quotes, fit } = curve;
  if (pin.strike === null) return { expiryId, x: null, pointId: null };
  const listed = quotes.filter(({ strike }) => strike === pin.strike);
  const quote = listed.find(({ standing }) => standing === 'used') ?? listed[0];
  if (quote) return { expiryId, x: quote.x, pointId: quote.id };
  const x = placeOfStrike(fit, pin.strike);
  return x === null ? null : { expiryId, x, pointId: null };
}
