import { erfCentral } from './erf-central.ts';
import { expSquare } from './split-exp.ts';

const INV_SQRT_PI = 0.5641895835477563;

/**
 * Scaled complementary error function exp(x²)·erfc(x).
 *
 * Relative error of a few 2⁻⁵³ for every x where the value is finite; +Infinity below about −26.6, NaN for NaN.
 * Source: W. J. Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23 (1969), zones split at
 * 0.46875 and 4.
 * @param x any number, dimensionless
 */
export function erfcx(x: number): number {
  if (x >= 0.46875) return erfcxUpper(x);
  if (x > -0.46875) return expSquare(x, 1) * (1 - erfCentral(x));
  return 2 * expSquare(x, 1) - (x < -6 ? 0 : erfcxUpper(-x));
}

/** exp(x²)·erfc(x) for x ≥ 0.46875 only; smaller arguments are the caller's mistake and are not checked. */
export function erfcxUpper(x: number): number {
  return x > 4 ? erfcxTail(x) : erfcxMiddle(x);
}

function erfcxMiddle(x: number): number {
  const p =
    (((((((2.1531153547440383e-8 * x + 0.5641884969886701) * x + 8.883149794388377) * x + 66.11919063714163) *
      x +
      298.6351381974001) *
      x +
      881.952221241769) *
      x +
      1712.0476126340707) *
      x +
      2051.0783778260716) *
      x +
    1230.3393547979972;
  const q =
    (((((((x + 15.744926110709835) * x + 117.6939508913125) * x + 537.1811018620099) * x +
      1621.3895745666903) *
      x +
      3290.7992357334597) *
      x +
      4362.619090143247) *
      x +
      3439.3676741437216) *
      x +
    1230.3393548037495;
  return p / q;
}

function erfcxTail(x: number): number {
  const y = 1 / x / x;
  const p =
    (((((0.016315387137302097 * y + 0.30532663496123236) * y + 0.36034489994980445) * y +
      0.12578172611122926) *
      y +
      0.016083785148742275) *
      y +
      0.0006587491615298378) *
    y;
  const q =
    ((((y + 2.568520192289822) * y + 1.8729528499234673) * y + 0.5279051029514285) * y +
      0.06051834131244132) *
      y +
    0.0023352049762686918;
  return (INV_SQRT_PI - p / q) / x;
}
