import { impliedStdDev, impliedStdDevFromGap } from './implied-std-dev.ts';
import { logRatio } from './log-moneyness.ts';
import { timeValue } from './time-value.ts';

/** Status of an inverted price: the vol is there. */
export const IMPLIED_VOL_OK = 0;
/** Status: an input is not finite, or one that must be positive is not. */
export const IMPLIED_VOL_INVALID_INPUT = 1;
/** Status: the price is negative or below the discounted intrinsic value. */
export const IMPLIED_VOL_BELOW_INTRINSIC = 2;
/** Status: the price is the discounted intrinsic value; vol zero is its only limit. */
export const IMPLIED_VOL_ZERO_TIME_VALUE = 3;
/** Status: the price is at or above its upper bound, df·F for a call and df·K for a put. */
export const IMPLIED_VOL_ABOVE_MAXIMUM = 4;

/**
 * The implied vol of one price as a plain number, or minus the status code that says why there is none.
 *
 * Arguments as in `impliedVol`; the bare kernel under both of its doors. Never NaN.
 */
export function impliedVolOrStatus(
  price: number,
  forward: number,
  strike: number,
  years: number,
  discount: number,
  isCall: boolean,
): number {
  // false for NaN too; the products of a comparison chain need no allocation
  const valid =
    forward > 0 &&
    strike > 0 &&
    years > 0 &&
    discount > 0 &&
    forward < Infinity &&
    strike < Infinity &&
    years < Infinity &&
    discount < Infinity &&
    Math.abs(price) < Infinity;
  if (!valid) return -IMPLIED_VOL_INVALID_INPUT;
  const high = forward > strike ? forward : strike;
  const low = forward > strike ? strike : forward;
  const value = timeValue(price, forward, strike, discount, isCall);
  if (value <= 0) return value < 0 ? -IMPLIED_VOL_BELOW_INTRINSIC : -IMPLIED_VOL_ZERO_TIME_VALUE;
  // the gap to the upper bound, once, from numbers that were not divided yet
  const gap = low - value;
  if (gap <= 0) return -IMPLIED_VOL_ABOVE_MAXIMUM;
  const stdDev =
    value <= gap ? impliedStdDev(high, low, value) : impliedStdDevFromGap(logRatio(high, low), gap / low);
  const vol = stdDev / Math.sqrt(years);
  // a vol too small to be represented is no vol
  return vol > 0 ? vol : -IMPLIED_VOL_ZERO_TIME_VALUE;
}
