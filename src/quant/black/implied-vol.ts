import { type Result, err, ok } from '#base/result.ts';
import {
  IMPLIED_VOL_ABOVE_MAXIMUM,
  IMPLIED_VOL_BELOW_INTRINSIC,
  IMPLIED_VOL_INVALID_INPUT,
  IMPLIED_VOL_OK,
  IMPLIED_VOL_ZERO_TIME_VALUE,
  impliedVolOrStatus,
} from './implied-vol-kernel.ts';

export { type ImpliedVolInput, type ImpliedVolOutput, impliedVols } from './implied-vols.ts';
export {
  IMPLIED_VOL_ABOVE_MAXIMUM,
  IMPLIED_VOL_BELOW_INTRINSIC,
  IMPLIED_VOL_INVALID_INPUT,
  IMPLIED_VOL_OK,
  IMPLIED_VOL_ZERO_TIME_VALUE,
};

/**
 * Why a price has no implied vol: an input is not finite or not positive; the price is negative or below the discounted
 * intrinsic value; it equals the intrinsic value; it is at or above its upper bound.
 */
export type ImpliedVolFailure = 'invalid-input' | 'below-intrinsic' | 'zero-time-value' | 'above-maximum';

/**
 * Black-76 volatility implied by one option price.
 *
 * Relative error at most 4·(2⁻⁵² + what one unit in the last place of the price is worth); rounding F/K costs nothing.
 * Near the money one third-order Householder step from a start that is good to 1e-5 (near-money-start.ts), elsewhere two, on
 * the logarithm of the value or of what it lacks to its upper bound; never a convergence test. The complementary branch and
 * the count of steps follow Jäckel, "Let's Be Rational" (2015); the formula near the money is derived in short-dated.ts.
 * @param price discounted premium, quote currency
 * @param forward forward price of the underlying for this expiry, same currency, > 0
 * @param strike same currency, > 0
 * @param years time to expiry, ACT/365F, > 0
 * @param discount discount factor to expiry, > 0
 * @param right 'call' or 'put'
 * @returns annualised vol as a decimal (0.65 is 65 %), or the reason there is none
 */
export function impliedVol(
  price: number,
  forward: number,
  strike: number,
  years: number,
  discount: number,
  right: 'call' | 'put',
): Result<number, ImpliedVolFailure> {
  const vol = impliedVolOrStatus(price, forward, strike, years, discount, right === 'call');
  return vol > 0 ? ok(vol) : err(impliedVolFailure(-vol));
}

/** The reason that a status code other than `IMPLIED_VOL_OK` stands for; anything unknown is an invalid input. */
export function impliedVolFailure(status: number): ImpliedVolFailure {
  switch (status) {
    case IMPLIED_VOL_BELOW_INTRINSIC:
      return 'below-intrinsic';
    case IMPLIED_VOL_ZERO_TIME_VALUE:
      return 'zero-time-value';
    case IMPLIED_VOL_ABOVE_MAXIMUM:
      return 'above-maximum';
    default:
      return 'invalid-input';
  }
}
