import type { ChartFocus } from '#charts/focus/chart-focus.ts';
import type { SmileCurve } from '#charts/smile/smile-model.ts';
import { epochMs } from '#base/time.ts';
import type { Pin } from '#state/selection.ts';

/** The contract a crosshair was pinned to, as the address keeps it; null for a place between strikes. */
export function pinOf(focus: ChartFocus, curves: readonly SmileCurve[]): Pin | null {
  const curve = curves.find(({ expiryId }) => expiryId === focus.expiryId);
  const quote = curve?.quotes.find(({ id }) => id === focus.pointId);
  return quote ? { expiry: epochMs(Number(focus.expiryId)), strike: quote.strike } : null;
}

/** Where a pin of the address stands in the picture; null where its contract is not drawn. */
export function focusOf(pin: Pin, curves: readonly SmileCurve[]): ChartFocus | null {
  const curve = curves.find(({ expiryId }) => expiryId === String(pin.expiry));
  const quote = curve?.quotes.find(({ strike }) => strike === pin.strike);
  return curve && quote ? { expiryId: curve.expiryId, x: quote.x, pointId: quote.id } : null;
}
