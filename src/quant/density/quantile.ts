import { assert } from '#base/assert.ts';
import { type Result, err, ok } from '#base/result.ts';
import { scanNode, smileScan } from '../skew/smile-scan.ts';
import type { Smile } from '../smile.ts';
import { type ValueAndSlope, bracketedNewton } from '../solve/bracketed-newton.ts';
import { type DensityPoint, densityAt, isDensity } from './density.ts';
import type { QuotedRange } from './integrals-over.ts';

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
 * The log-strikes k with P(S_T < F·e^k) equal to each probability, under the risk-neutral law; each fails alone. Solved on the smaller of the
 * two tails, so that far quantiles keep their digits.
 * @param probabilities each in (0, 1)
 * @param quoted log-strikes between which the smile rests on quotes, or null when all of it does
 */
export function densityQuantiles(
  smile: Smile,
  probabilities: readonly number[],
  quoted: QuotedRange | null,
): readonly Result<Quantile, QuantileFailure>[] {
  const scan = smileScan(smile);
  const nodes = Array.from(scan.d1, (d1, i) =>
    Number.isFinite(d1) ? densityAt(smile, scanNode(scan, i)) : spent(d1),
  );
  const falls = nodes.some(({ g }) => !isDensity(g));
  return probabilities.map((probability) => {
    assert(probability > 0 && probability < 1, `probability was ${probability}`);
    if (falls) return err('negative-density');
    const next = nodes.findIndex((node) => excessOver(probability, node) > 0);
    if (next < 1) return err('beyond-reach');
    const f = (k: number): ValueAndSlope => {
      const point = densityAt(smile, k);
      return { value: excessOver(probability, point), slope: point.pdf };
    };
    const k = bracketedNewton(f, scanNode(scan, next - 1), scanNode(scan, next), true);
    return ok({ k, extrapolated: quoted !== null && (k < quoted.lo || k > quoted.hi) });
  });
}

/** One quantile; see `densityQuantiles`. */
export function densityQuantile(
  smile: Smile,
  probability: number,
  quoted: QuotedRange | null,
): Result<Quantile, QuantileFailure> {
  return densityQuantiles(smile, [probability], quoted)[0] ?? err('beyond-reach');
}

/** The distribution where nothing is left of it: far below (d1 = ∞) or far above. */
function spent(d1: number): DensityPoint {
  return d1 > 0 ? { pdf: 0, below: 0, above: 1, g: 1 } : { pdf: 0, below: 1, above: 0, g: 1 };
}

function excessOver(probability: number, point: DensityPoint): number {
  return probability <= 0.5 ? point.below - probability : 1 - probability - point.above;
}
