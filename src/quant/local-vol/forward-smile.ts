import { assert } from '#base/assert.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { Smile } from '../smile.ts';

/** Why two smiles have no forward vol at a log-strike: the later one's total variance lies below the earlier one's. */
export type ForwardSmileFailure = 'calendar-arbitrage';

/** One point of a forward smile. */
export interface ForwardSmilePoint {
  /** ln(K/F), each expiry with its own forward. */
  readonly k: number;
  /** Annualised decimal vol of the time between the two expiries. */
  readonly vol: Result<number, ForwardSmileFailure>;
}

/**
 * The vol that a surface leaves for the time between two expiries at each log-strike: √((w2(k) − w1(k)) / (T2 − T1)). It is how the surface
 * accrues variance along a fixed log-strike, a picture of its term structure away from the money; it is not the smile of forward-starting
 * options, which no surface of vanilla prices determines.
 */
export function forwardSmile(
  near: Smile,
  far: Smile,
  logStrikes: readonly number[],
): readonly ForwardSmilePoint[] {
  const span = far.years - near.years;
  assert(span > 0, `smiles were at ${near.years} and ${far.years} years`);
  return logStrikes.map((k) => {
    const variance = (far.totalVariance(k) - near.totalVariance(k)) / span;
    return { k, vol: variance >= 0 ? ok(Math.sqrt(variance)) : err('calendar-arbitrage') };
  });
}
