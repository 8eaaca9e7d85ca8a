import { millsRatio, millsSlope } from './mills-ratio.ts';
import { SHORT_DATED_MONEYNESS, SHORT_DATED_STD_DEV, shortDatedCorrection } from './short-dated.ts';
import { stdDevStep } from './std-dev-step.ts';

const INV_SQRT_2PI = 0.3989422804014327;
/** Beyond this moneyness the Bachelier start is too far away for two steps. */
const BACHELIER_START_MONEYNESS = 2;
/** The correction may still lengthen the start by 5 %. */
const SHORT_DATED_START = 0.95 * SHORT_DATED_STD_DEV;
const SQRT_2PI = 2.5066282746310002;
/** Below this fraction of the bound a value is multiplied by 2⁶⁰⁰, so that quotients keep their digits. */
const TINY = 1e-280;
const LIFT = 2 ** 600;
const LN_LIFT = 415.8883083359672;

/**
 * σ√T of an option worth less than half of its upper bound, by a start and exactly two third-order steps.
 *
 * No convergence test: over the whole domain the start is within 0.2 relative, the first step within 3e-4, and the second
 * at the rounding of the last residual, which is evaluated without cancellation.
 * @param m |ln(F/K)| ≥ 0
 * @param distance |F − K|, any currency
 * @param bound min(F, K), the upper bound of `value`, same currency
 * @param value undiscounted out-of-the-money value, 0 < value ≤ bound/2, same currency
 */
export function impliedStdDev(m: number, distance: number, bound: number, value: number): number {
  if (value < TINY * bound) {
    if (m === 0) return SQRT_2PI * (value / bound);
    return lowerStdDev(m, distance, bound, value * LIFT, LN_LIFT);
  }
  return lowerStdDev(m, distance, bound, value, 0);
}

/** As `impliedStdDev`, for a value that was multiplied by e^lift so that no quotient of it is subnormal. */
function lowerStdDev(m: number, distance: number, bound: number, value: number, lift: number): number {
  const ratio = value / bound;
  if (m > BACHELIER_START_MONEYNESS) return directStdDev(m, ratio, lowerStart(m, ratio, lift), lift);
  const scaled = m > 0 ? (value / distance) * m : ratio;
  const start = bachelierStdDev(m, scaled, lift);
  return m < SHORT_DATED_MONEYNESS && start < SHORT_DATED_START
    ? shortDatedStdDev(m, scaled, start, lift)
    : directStdDev(m, ratio, start, lift);
}

/**
 * The s at which Bachelier's formula s·φ(z)·a(z), z = m/s, gives `scaled`; relative error 5e-6.
 *
 * Near the money the start is rational in (m/straddle)², beyond it in √(−ln ρ) with ρ = scaled/m.
 */
function bachelierStdDev(m: number, scaled: number, lift: number): number {
  if (lift === 0 && scaled > 0.036 * m) {
    const straddle = scaled + 0.5 * m;
    const v = m / straddle;
    const q = v * v;
    return (
      (straddle *
        (2.506625001357244 +
          q * (-1.2703742019367223 + q * (0.19738826373259005 - q * 0.008853990545861078)))) /
      (1 + q * (-0.42724463504698035 + q * (0.050060322432515604 - q * 0.0011436077472229533)))
    );
  }
  const u = Math.sqrt(lift - Math.log(scaled / m));
  return (
    (m * (1 + u * (-0.46088557538129565 + u * (0.30824990315302647 + u * 0.09014997629981487)))) /
    (-0.5180414788768377 +
      u *
        (1.793677728755453 + u * (-1.3620762596252567 + u * (0.4289297855812012 + u * 0.12754305223016357))))
  );
}

/** Two steps on ln(s·φ(z)·(a(z) − t²κ)) from the Bachelier start, see short-dated.ts. */
function shortDatedStdDev(m: number, scaled: number, start: number, lift: number): number {
  const y2 = 0.25 * m * m;
  // sinh(y)/y, to the 1e-14 that the slope needs
  const sinhc =
    1 +
    (y2 / 6) *
      (1 +
        (y2 / 20) * (1 + (y2 / 42) * (1 + (y2 / 72) * (1 + (y2 / 110) * (1 + (y2 / 156) * (1 + y2 / 210))))));

  let s = start;
  let z = m / s;
  let t2 = 0.25 * s * s;
  let slope = millsSlope(z);
  // the start solves the Bachelier part already: only the correction is left over
  const kappa = 1 / 6 + y2 * (-0.0194 + y2 * 0.0019) + t2 * (-0.025 + y2 * 0.0033 + t2 * 0.0027);
  const u = (t2 * kappa) / slope;
  // ln(1 − u), Padé
  const left = (-u * (6 - u)) / (6 - 4 * u);
  s += s * stdDevStep(left, (1 - 0.5 * t2 * (1 - 0.25 * t2)) / (sinhc * slope * (1 - u)), z * z, t2);

  z = m / s;
  t2 = 0.25 * s * s;
  slope = millsSlope(z) - t2 * shortDatedCorrection(y2, t2);
  const tau = 0.5 * t2;
  const decay =
    1 -
    tau *
      (1 -
        (tau / 2) *
          (1 -
            (tau / 3) *
              (1 -
                (tau / 4) *
                  (1 -
                    (tau / 5) *
                      (1 -
                        (tau / 6) * (1 - (tau / 7) * (1 - (tau / 8) * (1 - (tau / 9) * (1 - tau / 10)))))))));
  const residual = Math.log((INV_SQRT_2PI * s * slope) / scaled) + (lift - 0.5 * z * z);
  return s + s * stdDevStep(residual, decay / (sinhc * slope), z * z, t2);
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
    s += s * stdDevStep(residual, s / difference, h * h, t * t);
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
    s += s * stdDevStep(residual, -s / sum, h * h, t * t);
  }
  return s;
}
