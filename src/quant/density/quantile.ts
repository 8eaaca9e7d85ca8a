import { assert } from '#base/assert.ts';
import { type Result, err, ok } from '#base/result.ts';
import { scanNode, smileScan } from '../skew/smile-scan.ts';
import type { Smile } from '../smile.ts';
import { type ValueAndSlope, bracketedNewton } from '../solve/bracketed-newton.ts';
import { densityAt } from './density.ts';
import type { QuotedRange } from './integrals-by-part.ts';

/** Why a probability has no log-strike. `negative-density`: the distribution turns back. `beyond-reach`: 16 standard deviations are not enough. */
export type QuantileFailure = 'negative-density' | 'beyond-reach';

/** A quantile of S_T/F. */
export interface Quantile {
  /** ln(S_T/F) below which S_T ends with the probability asked for. */
  readonly k: number;
  /** True when it lies beyond the quoted strikes, on the smile's extrapolated wing. */
  readonly extrapolated: boolean;
}

/**
 * The log-strike k with P(S_T < F·e^k) equal to a probability, under the risk-neutral law. Solved on the smaller of the two tails, so that
 * far quantiles keep their digits.
 * @param probability in (0, 1)
 * @param quoted log-strikes between which the smile rests on quotes, or null when all of it does
 */
export function densityQuantile(
  smile: Smile,
  probability: number,
  quoted: QuotedRange | null,
): Result<Quantile, QuantileFailure> {
  assert(probability > 0 && probability < 1, `probability was ${probability}`);
  const lowerHalf = probability <= 0.5;
  const excess = (k: number): ValueAndSlope => {
    const { pdf, below, above } = densityAt(smile, k);
    return { value: lowerHalf ? below - probability : 1 - probability - above, slope: pdf };
  };
  const scan = smileScan(smile);
  let left = -1;
  let right = scan.d1.length;
  for (let i = 0; i < scan.d1.length; i++) {
    const { value, slope } = excess(scanNode(scan, i));
    if (!(slope >= 0)) return err('negative-density');
    if (value <= 0) left = i;
    else if (right > i) right = i;
  }
  if (left > right) return err('negative-density');
  if (left < 0 || right === scan.d1.length) return err('beyond-reach');
  const k = bracketedNewton(excess, scanNode(scan, left), scanNode(scan, right), true);
  return ok({ k, extrapolated: quoted !== null && (k < quoted.lo || k > quoted.hi) });
}
