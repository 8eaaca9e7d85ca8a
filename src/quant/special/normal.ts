import { erfCentral } from './erf-central.ts';
import { erfcx, erfcxUpper } from './erfcx.ts';
import { expHalfSquare } from './split-exp.ts';

const SQRT_HALF = Math.SQRT1_2;
const SQRT_HALF_PI = 1.2533141373155003;
const INV_SQRT_2PI = 0.3989422804014327;
/** Where x/√2 reaches the central zone of the error function. */
const CENTRAL = 0.6629126073623883;

/**
 * Standard normal density φ(x) = exp(−x²/2)/√(2π), accurate in relative terms for large |x|.
 * @param x any number, dimensionless
 */
export function normalPdf(x: number): number {
  return INV_SQRT_2PI * expHalfSquare(x, -1);
}

/**
 * Standard normal distribution function Φ(x), accurate in relative terms in the lower tail.
 *
 * Relative error of a few 2⁻⁵³ down to the smallest normal result (x ≈ −37.5). The tail is exp(−x²/2) on the unrounded
 * x times a scaled complement, so that rounding x/√2 costs nothing there.
 * @param x any number, dimensionless
 */
export function normalCdf(x: number): number {
  return normalCdfOf(x, normalPdf(x));
}

/**
 * Φ(x) where φ(x) is at hand already: saves its exponentials.
 * @param x any number, dimensionless
 * @param density `normalPdf(x)`
 */
export function normalCdfOf(x: number, density: number): number {
  if (Math.abs(x) < CENTRAL) return 0.5 + 0.5 * erfCentral(x * SQRT_HALF);
  const tail = SQRT_HALF_PI * density * erfcxUpper(Math.abs(x) * SQRT_HALF);
  return x > 0 ? 1 - tail : tail;
}

/**
 * Natural logarithm of Φ(x), finite for every finite x whose square is finite.
 *
 * Relative error of a few 2⁻⁵³ on both sides: −x²/2 plus a logarithm of the scaled complement on the left, log1p of the
 * upper tail on the right.
 * @param x any number, dimensionless
 */
export function logNormalCdf(x: number): number {
  if (x > -0.5) return Math.log1p(-normalCdf(-x));
  return -0.5 * x * x + Math.log(0.5 * erfcx(-x * SQRT_HALF));
}

/**
 * Inverse of the standard normal distribution function: the x with Φ(x) = p.
 *
 * Relative error of a few 2⁻⁵³, except that for p near 1 the spacing of doubles below 1 limits what p can say.
 * −Infinity at 0, +Infinity at 1, NaN outside [0, 1].
 * A rational start (Abramowitz & Stegun 26.2.23) and two third-order steps on the residual that keeps its digits: erf
 * about the centre, the logarithm of the tail elsewhere.
 * @param p probability
 */
export function inverseNormalCdf(p: number): number {
  if (!(p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : Number.NaN;
  const centred = p - 0.5;
  if (Math.abs(centred) < 0.24) return inverseCentral(centred);
  return centred < 0 ? inverseLowerTail(p) : -inverseLowerTail(1 - p);
}

/** The x with Φ(x) − ½ = q for |q| < 0.24, keeping the relative accuracy of a small q. */
export function inverseCentral(q: number): number {
  // tan-like start, then Halley on ½ erf(x/√2) − q; f″/f′ = −x
  let x = q * (2.5066282746310002 + 2.6 * q * q);
  for (let step = 0; step < 3; step += 1) {
    const slope = INV_SQRT_2PI * Math.exp(-0.5 * x * x);
    const newton = (q - 0.5 * erfCentral(x * SQRT_HALF)) / slope;
    x += newton / (1 - 0.5 * newton * x);
  }
  return x;
}

/** The x with Φ(x) = p for 0 < p ≤ 0.3. */
function inverseLowerTail(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p));
  let x =
    (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
  for (let step = 0; step < 2; step += 1) {
    // Halley on ln Φ(x) − ln p with m = φ/Φ: f′ = m, f″/f′ = −(x + m)
    const scaled = 0.5 * erfcx(-x * SQRT_HALF);
    const m = INV_SQRT_2PI / scaled;
    const ratio = (expHalfSquare(x, -1) * scaled) / p;
    const newton = -(ratio > 0.5 && ratio < 2 ? Math.log1p(ratio - 1) : logNormalCdf(x) - Math.log(p)) / m;
    x += newton / (1 - 0.5 * newton * (x + m));
  }
  return x;
}
