import { assert } from '#base/assert.ts';
import { type Result, err, ok } from '#base/result.ts';
import { stripSkew } from './strip-skew.ts';
import type { VixStrip } from './vix-strip.ts';

/** A Cboe-style pair of indices at one constant maturity, from two strips. */
export interface StripIndices {
  /** Model-free vol as a decimal; the VIX is 100 times this at 30 days. */
  readonly vol: number;
  /** 100 − 10·S with S the interpolated skewness; above 100 where the lower tail is the heavier one. */
  readonly skew: number;
  /** Weight of the near strip, (T2 − T)/(T2 − T1); outside [0, 1] when both expiries lie on one side. */
  readonly nearWeight: number;
}

/** Why two strips give no index: the interpolated variance is not positive. */
export type StripIndicesFailure = 'variance-not-positive';

/**
 * Vol and skew index at a maturity: total variance linear in time between two strips, skewness with the same weights.
 * Ref: Cboe (2019), "Volatility Index Methodology", step 3; Cboe (2011), "The Cboe Skew Index – SKEW".
 * @param years the maturity in the strips' own years; Cboe's 30 days are 30/365
 */
export function stripIndices(
  near: VixStrip,
  next: VixStrip,
  years: number,
): Result<StripIndices, StripIndicesFailure> {
  assert(near.years < next.years && years > 0, `strips were at ${near.years} and ${next.years} years`);
  const nearWeight = (next.years - years) / (next.years - near.years);
  const nextWeight = 1 - nearWeight;
  const total = nearWeight * near.variance * near.years + nextWeight * next.variance * next.years;
  if (!(total > 0)) return err('variance-not-positive');
  const skewness = nearWeight * stripSkew(near).skewness + nextWeight * stripSkew(next).skewness;
  return ok({ vol: Math.sqrt(total / years), skew: 100 - 10 * skewness, nearWeight });
}
