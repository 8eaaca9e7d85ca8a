import type { SmileCurve, SmileQuote } from '#charts/smile/smile-model.ts';

/** How far a quote's mid lies from the fit. */
export interface Residual {
  readonly id: string;
  readonly x: number;
  readonly strike: number;
  readonly right: SmileQuote['right'];
  /** Mid less fit, vol points. */
  readonly points: number;
  /** Bid less fit and ask less fit, vol points. */
  readonly range: readonly [number, number];
  /** Half of ask less bid, vol points; null where the two are the same. */
  readonly halfSpread: number | null;
  /** Mid less fit in halves of the quote's own spread: beyond ±1 the fit is outside bid and ask. */
  readonly inHalfSpreads: number | null;
  /** Whether the fit rests on it. */
  readonly used: boolean;
}

function residualOf(quote: SmileQuote): Residual | null {
  const { id, x, strike, right, bid, ask, mid, fit } = quote;
  if (bid === null || ask === null || mid === null || fit === null || bid > ask) return null;
  const halfSpread = ask > bid ? (ask - bid) / 2 : null;
  const points = mid - fit;
  return {
    id,
    x,
    strike,
    right,
    points,
    range: [bid - fit, ask - fit],
    halfSpread,
    inHalfSpreads: halfSpread === null ? null : points / halfSpread,
    used: quote.standing === 'used',
  };
}

/** The residual of every two-sided quote of a fitted curve. */
export function residualsOf({ quotes }: SmileCurve): readonly Residual[] {
  return quotes.flatMap((quote) => residualOf(quote) ?? []);
}
