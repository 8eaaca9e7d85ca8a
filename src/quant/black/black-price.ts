import { expHalfSquare } from '../special/split-exp.ts';
import { logRatio } from './log-moneyness.ts';
import { millsRatio } from './mills-ratio.ts';
import { SHORT_DATED_MONEYNESS, SHORT_DATED_STD_DEV, shortDatedFactor } from './short-dated.ts';

const INV_SQRT_2PI = 0.3989422804014327;

/**
 * Black-76 premium df·(w(F·Φ(w·d₁) − K·Φ(w·d₂))), accurate in relative terms out of the money.
 *
 * The value of the out-of-the-money side is formed without cancellation and the intrinsic value is added, never the
 * difference of two products. A bare kernel: a price or vol that is negative or not finite is the caller's mistake.
 * Source: Black (1976), equation 16.
 * @param forward > 0, quote currency
 * @param strike > 0, same currency
 * @param vol annualised, decimal, ≥ 0
 * @param years ACT/365F, ≥ 0
 * @param discount discount factor to expiry
 * @param right 'call' or 'put'
 * @returns premium today in quote currency; at zero vol or time the discounted intrinsic value
 */
export function blackPrice(
  forward: number,
  strike: number,
  vol: number,
  years: number,
  discount: number,
  right: 'call' | 'put',
): number {
  const intrinsic = Math.max(right === 'call' ? forward - strike : strike - forward, 0);
  return discount * (intrinsic + blackTimeValue(forward, strike, vol * Math.sqrt(years)));
}

/**
 * Undiscounted Black-76 value of the out-of-the-money option at a strike: the put below the forward, the call above it,
 * either at the money. It is also the time value of the option on the other side.
 * @param forward > 0, quote currency
 * @param strike > 0, same currency
 * @param stdDev σ√T, dimensionless, ≥ 0
 * @returns quote currency, between 0 and min(F, K)
 */
export function blackTimeValue(forward: number, strike: number, stdDev: number): number {
  const high = Math.max(forward, strike);
  const low = Math.min(forward, strike);
  const m = logRatio(high, low);
  if (m > SHORT_DATED_MONEYNESS || stdDev > SHORT_DATED_STD_DEV) return low * timeValueRatio(m, stdDev);
  if (stdDev === 0) return 0;
  const scale = m > 0 ? (high - low) / m : low;
  return scale * stdDev * INV_SQRT_2PI * expHalfSquare(m / stdDev, -1) * shortDatedFactor(m, stdDev);
}

/**
 * Black's formula in normalised form: out-of-the-money value over min(F, K), Φ(d₁) − e^m·Φ(d₂) with m = |ln(F/K)|.
 *
 * Relative error grows with d₁² as the exponent's own rounding does.
 * @param logMoneyness ln(F/K) or its negative, dimensionless
 * @param stdDev σ√T, dimensionless, ≥ 0
 * @returns in [0, 1]
 */
export function normalisedBlack(logMoneyness: number, stdDev: number): number {
  const m = Math.abs(logMoneyness);
  if (m > SHORT_DATED_MONEYNESS || stdDev > SHORT_DATED_STD_DEV) return timeValueRatio(m, stdDev);
  if (stdDev === 0) return 0;
  const scale = m > 0 ? Math.expm1(m) / m : 1;
  return scale * stdDev * INV_SQRT_2PI * expHalfSquare(m / stdDev, -1) * shortDatedFactor(m, stdDev);
}

/** Value over bound where the two terms of the formula do not cancel: far from the money or at high vol. */
function timeValueRatio(m: number, stdDev: number): number {
  if (stdDev === 0) return 0;
  const h = m / stdDev;
  const t = 0.5 * stdDev;
  const d1 = t - h;
  const density = INV_SQRT_2PI * expHalfSquare(d1, -1);
  if (density === 0) return d1 < 0 ? 0 : 1;
  return d1 > 0.5
    ? 1 - density * (millsRatio(d1) + millsRatio(h + t))
    : density * (millsRatio(-d1) - millsRatio(h + t));
}
