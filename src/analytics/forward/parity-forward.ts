import { median } from './median.ts';
import type { ParityPair } from './parity-pairs.ts';
import { robustLine } from './robust-line.ts';

/** A forward that put-call parity implies. */
export interface ParityForward {
  /** Quote currency per unit of the underlying, > 0. */
  readonly forward: number;
  /** Discount factor to expiry: the one given, or the one regressed. */
  readonly discount: number;
  /** Strikes it rests on. */
  readonly pairs: number;
}

/** Fewest tight strikes that make a regressed discount factor worth stating. */
const LEAST_PAIRS_FOR_DISCOUNT = 5;
/** A strike is tight when its put and call spreads together are at most this multiple of the tightest strike's. */
const TIGHT = 4;
const MOST_PAIRS = 40;
/** Spreads that leave the forward open by more than this fraction of the strike are no parity at all. */
const WIDEST = 0.02;

/**
 * Forward implied by put-call parity on the tight strikes of one expiry. With C and P the mids:
 * premium in coin C − P = 1 − K/F, so each strike gives F = K / (1 − (C − P));
 * premium in the quote currency C − P = D·(F − K), so each strike gives F = K + (C − P)/D when D is known, and
 * otherwise a robust line of C − P on K gives D = −slope and F = intercept / D.
 * @param discount the discount factor where it is known; null asks for it to be regressed too (index options)
 * @returns null when no strike has both rights quoted within 2 % of the strike, or when the regressed discount is not one (outside 0.5 to 1.1)
 */
export function parityForward(pairs: readonly ParityPair[], discount: number | null): ParityForward | null {
  const tight = tightPairs(pairs);
  const first = tight[0];
  if (first === undefined) return null;
  if (first.premiumUnit === 'underlying') return pointwise(tight, (p) => p.strike / (1 - p.difference), 1);
  if (discount !== null) return pointwise(tight, (p) => p.strike + p.difference / discount, discount);
  return regressed(tight);
}

function tightPairs(pairs: readonly ParityPair[]): readonly ParityPair[] {
  const byTightness = pairs
    .filter(({ halfSpread, strike, premiumUnit }) =>
      premiumUnit === 'underlying' ? halfSpread <= WIDEST : halfSpread <= WIDEST * strike,
    )
    .toSorted((a, b) => a.halfSpread - b.halfSpread);
  const limit = TIGHT * (byTightness[2] ?? byTightness.at(-1) ?? { halfSpread: 0 }).halfSpread;
  return byTightness.filter((pair) => pair.halfSpread <= limit).slice(0, MOST_PAIRS);
}

function pointwise(
  pairs: readonly ParityPair[],
  forwardOf: (pair: ParityPair) => number,
  discount: number,
): ParityForward | null {
  const forward = median(pairs.map(forwardOf).filter((f) => Number.isFinite(f) && f > 0));
  return forward === null ? null : { forward, discount, pairs: pairs.length };
}

function regressed(pairs: readonly ParityPair[]): ParityForward | null {
  if (pairs.length < LEAST_PAIRS_FOR_DISCOUNT) return null;
  const floor = (median(pairs.map((pair) => pair.halfSpread)) ?? 0) * 0.1 || 1e-9;
  const line = robustLine(
    pairs.map((pair) => ({ x: pair.strike, y: pair.difference, scale: Math.max(pair.halfSpread, floor) })),
  );
  if (line === null) return null;
  const discount = -line.slope;
  const forward = line.intercept / discount;
  const sane = discount > 0.5 && discount < 1.1 && Number.isFinite(forward) && forward > 0;
  return sane ? { forward, discount, pairs: pairs.length } : null;
}
