import { erfCentral } from './erf-central.ts';
import { erfcxUpper } from './erfcx.ts';
import { expSquare } from './split-exp.ts';

/**
 * Complementary error function 1 − erf(x), accurate in relative terms in both tails.
 *
 * Relative error of a few 2⁻⁵³ down to the smallest normal result (x ≈ 26.5); 0 beyond about 27.2, NaN for NaN.
 * Source: W. J. Cody, Math. Comp. 23 (1969).
 * @param x any number, dimensionless
 */
export function erfc(x: number): number {
  if (Math.abs(x) < 0.46875) return 1 - erfCentral(x);
  return x > 0 ? expSquare(x, -1) * erfcxUpper(x) : 2 - expSquare(x, -1) * erfcxUpper(-x);
}
