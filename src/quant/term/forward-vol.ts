import { assert } from '#base/assert.ts';
import { type Result, err, ok } from '#base/result.ts';

/** A vol to one expiry: ACT/365F years > 0, decimal vol ≥ 0. */
export interface VolPillar {
  readonly years: number;
  readonly vol: number;
}

/** Why there is no vol between two expiries: total variance falls from one to the other, which is a calendar arbitrage. */
export type ForwardVolFailure = 'calendar-arbitrage';

/** Variance per year between two expiries, (σ2²T2 − σ1²T1)/(T2 − T1); negative where total variance falls. */
export function forwardVariance(near: VolPillar, far: VolPillar): number {
  const span = far.years - near.years;
  assert(near.years >= 0 && span > 0, `expiries were ${near.years} and ${far.years} years`);
  return (far.vol * far.vol * far.years - near.vol * near.vol * near.years) / span;
}

/** Vol between two expiries as a decimal: the root of the forward variance, or the reason why there is none. */
export function forwardVol(near: VolPillar, far: VolPillar): Result<number, ForwardVolFailure> {
  const variance = forwardVariance(near, far);
  return variance >= 0 ? ok(Math.sqrt(variance)) : err('calendar-arbitrage');
}
