import { type Result, err, ok } from '#base/result.ts';
import { densityOf } from '../density/density.ts';
import { type QuotedRange, integralsByPart } from '../density/integrals-by-part.ts';
import { moneyness } from '../skew/moneyness.ts';
import type { Smile } from '../smile.ts';
import { normalPdf } from '../special/normal.ts';

/** Why a smile has no variance swap: a wing's slope is at Lee's bound, so that the strip of options never ends. */
export type VarianceSwapFailure = 'wings-too-heavy';

/** The fair strike of a continuously monitored variance swap. */
export interface VarianceSwap {
  /** Annualised, as a decimal: √(total variance / years). */
  readonly vol: number;
  /** −2·E ln(S_T/F), dimensionless. */
  readonly totalVariance: number;
  /**
   * Share of the total variance that comes from out-of-the-money options struck below and above the quoted strikes, each in [0, 1];
   * null when no quoted range was given.
   */
  readonly truncated: { readonly below: number; readonly above: number } | null;
}

/**
 * Variance-swap vol from the whole smile. The strip of out-of-the-money options weighted 2/K² is, without boundary terms, the mean of
 * total variance under the law of d2: ∫ w(k)·φ(d2)·(−d2') dk.
 * Ref: Gatheral (2006), "The Volatility Surface", eq. (11.5); Fukasawa (2012).
 * @param quoted log-strikes between which the smile rests on quotes, or null
 */
export function varianceSwap(
  smile: Smile,
  quoted: QuotedRange | null,
): Result<VarianceSwap, VarianceSwapFailure> {
  const whole = integralsByPart(smile, (k, out) => meanVariance(smile, k, out), 1, []);
  if (whole === null) return err('wings-too-heavy');
  const totalVariance = whole[0]![0]!;
  const vol = Math.sqrt(totalVariance / smile.years);
  if (quoted === null) return ok({ vol, totalVariance, truncated: null });
  const strip = (k: number, out: Float64Array): void => stripBeyond(smile, quoted, k, out);
  const parts = integralsByPart(smile, strip, 1, [quoted.lo, quoted.hi]);
  if (parts === null) return err('wings-too-heavy');
  const share = (part: number): number => Math.min(1, Math.max(0, parts[part]![0]! / totalVariance));
  return ok({ vol, totalVariance, truncated: { below: share(0), above: share(2) } });
}

function meanVariance(smile: Smile, k: number, out: Float64Array): void {
  const { w, d2, d2Slope } = moneyness(smile, k);
  out[0] = -w * normalPdf(d2) * d2Slope;
}

/**
 * What the options of the strip beyond the quoted strikes pay at ln(S_T/F) = k, times the density there: 2(e^x − 1 − x) with x the
 * distance past the last quoted strike, in the units of that strike.
 */
function stripBeyond(smile: Smile, quoted: QuotedRange, k: number, out: Float64Array): void {
  const past = k < quoted.lo ? k - quoted.lo : Math.max(0, k - quoted.hi);
  const { pdf } = densityOf(smile, k);
  out[0] = past === 0 || pdf === 0 ? 0 : 2 * (Math.expm1(past) - past) * pdf;
}
