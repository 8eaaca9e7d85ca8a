import { logRatio } from './log-moneyness.ts';
import { millsRatio } from './mills-ratio.ts';
import { nearMoneyStart } from './near-money-start.ts';
import { nearMoneyStep } from './near-money-step.ts';
import { SHORT_DATED_STD_DEV, shortDatedCorrection } from './short-dated.ts';
import { stdDevStep } from './std-dev-step.ts';

const INV_SQRT_2PI = 0.3989422804014327;
const SQRT_2PI = 2.5066282746310002;
/** F and K within this factor (|ln(F/K)| < 1.95) are near enough to the Bachelier start for two steps. */
const NEAR_MONEY_RATIO = 7;
/** Below this fraction of the bound a value is multiplied by 2⁶⁰⁰, so that quotients keep their digits. */
const TINY = 1e-280;
const LIFT = 2 ** 600;
const LN_LIFT = 415.8883083359672;

/**
 * Whether an option starts from Bachelier's formula: F and K within a factor of 7, the value at most half of its bound and
 * not tiny. False where a number is NaN, infinite, zero or negative.
 * @param high max(F, K)
 * @param low min(F, K)
 * @param value undiscounted out-of-the-money value, same currency
 */
export function isNearMoney(high: number, low: number, value: number): boolean {
  return value > TINY * low && value <= low - value && high < NEAR_MONEY_RATIO * low && low > 0;
}

/**
 * σ√T of an option worth at most half of its upper bound, by a start and a fixed number of third-order steps.
 *
 * No convergence test. Near the money one step from a start within 1e-5; elsewhere two, from a start within 0.2, the first
 * of which ends within 3e-4. The last residual is evaluated without cancellation, and its rounding is all that is left.
 * @param high max(F, K) > 0, any currency
 * @param low min(F, K) > 0, the upper bound of `value`, same currency
 * @param value undiscounted out-of-the-money value, 0 < value ≤ low/2, same currency
 */
export function impliedStdDev(high: number, low: number, value: number): number {
  const m = logRatio(high, low);
  if (isNearMoney(high, low, value)) return nearMoneyStdDev(m, high - low, low, value, 0);
  if (value > TINY * low) return directStdDev(m, value / low, lowerStart(m, value / low, 0), 0);
  if (m === 0) return SQRT_2PI * (value / low);
  const lifted = value * LIFT;
  if (high < NEAR_MONEY_RATIO * low) return nearMoneyStdDev(m, high - low, low, lifted, LN_LIFT);
  return directStdDev(m, lifted / low, lowerStart(m, lifted / low, LN_LIFT), LN_LIFT);
}

/** From the Bachelier start; `lift` is the logarithm of what the value was multiplied by. */
function nearMoneyStdDev(m: number, distance: number, low: number, value: number, lift: number): number {
  const scaled = m > 0 ? (value / distance) * m : value / low;
  const s = nearMoneyStart(m, scaled, lift);
  if (s >= SHORT_DATED_STD_DEV) return directStdDev(m, value / low, s, lift);
  return nearMoneyStep(m, scaled, s, lift, shortDatedCorrection(0.25 * m * m, 0.25 * s * s));
}

/** Two steps on ln(φ(d₁)·(M(−d₁) − M(−d₂))), the value over its bound. */
function directStdDev(m: number, ratio: number, start: number, lift: number): number {
  let s = start;
  for (let step = 0; step < 2; step += 1) {
    const h = m / s;
    const t = 0.5 * s;
    const d1 = t - h;
    const difference = millsRatio(-d1) - millsRatio(h + t);
    const residual = Math.log((INV_SQRT_2PI * difference) / ratio) + (lift - 0.5 * d1 * d1);
    s += s * stdDevStep(residual, difference / s, h * h, t * t);
  }
  return s;
}

/** Minus the normal quantile of a probability p ≤ ½ from t = √(−2 ln p), to 4.5e-4 (Abramowitz & Stegun 26.2.23). */
function upperQuantile(t: number): number {
  return (
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  );
}

/** The s of the upper bound value/bound ≤ Φ(d₁). */
function lowerStart(m: number, ratio: number, lift: number): number {
  const d = upperQuantile(Math.sqrt(2 * (lift - Math.log(ratio))));
  return (2 * m) / (Math.sqrt(d * d + 2 * m) + d);
}

/**
 * σ√T of an option worth at least half of its upper bound, from the gap that is left to the bound.
 *
 * The gap Φ(−d₁) + e^m·Φ(d₂) = φ(d₁)·(M(d₁) + M(−d₂)) is a sum of positive terms, so the digits of the gap are kept where the
 * value has lost them. Start within 0.43 relative, two steps as in `impliedStdDev`.
 * @param m |ln(F/K)| ≥ 0
 * @param ratio gap over bound, 0 < ratio ≤ ½, dimensionless
 */
export function impliedStdDevFromGap(m: number, ratio: number): number {
  // 0.7 of the gap is Φ(−d₁) in the middle of the range of the two terms
  const d = upperQuantile(Math.sqrt(-2 * Math.log(0.7 * ratio)));
  let s = d + Math.sqrt(d * d + 2 * m);
  for (let step = 0; step < 2; step += 1) {
    const h = m / s;
    const t = 0.5 * s;
    const d1 = t - h;
    const sum = millsRatio(d1) + millsRatio(h + t);
    const residual = Math.log((INV_SQRT_2PI * sum) / ratio) - 0.5 * d1 * d1;
    s += s * stdDevStep(residual, -sum / s, h * h, t * t);
  }
  return s;
}
