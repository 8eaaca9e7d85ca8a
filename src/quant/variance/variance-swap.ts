import { type Result, err, ok } from '#base/result.ts';
import { EVERYWHERE, type QuotedRange, aroundQuoted, integralsOver } from '../density/integrals-over.ts';
import type { Smile } from '../smile.ts';
import { normalPdf } from '../special/normal.ts';
import { durrlemanG } from '../surface/durrleman.ts';

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
  const intervals = quoted === null ? [EVERYWHERE] : aroundQuoted(quoted);
  const integrand = (k: number, out: Float64Array): void => varianceAndStrip(smile, quoted, k, out);
  const parts = integralsOver(smile, integrand, 3, intervals);
  if (parts === null) return err('wings-too-heavy');
  const totalVariance = parts.reduce((sum, part) => sum + part[1]!, 0);
  const vol = Math.sqrt(totalVariance / smile.years);
  if (quoted === null) return ok({ vol, totalVariance, truncated: null });
  const share = (part: 0 | 2): number => Math.min(1, Math.max(0, parts[part]![2]! / totalVariance));
  return ok({ vol, totalVariance, truncated: { below: share(0), above: share(2) } });
}

/**
 * First the law of d2, second the mean of total variance under it. Third what the options of the strip beyond the quoted strikes pay at
 * ln(S_T/F) = k, times the density there: 2(e^x − 1 − x) with x the distance past the last quoted strike.
 */
function varianceAndStrip(smile: Smile, quoted: QuotedRange | null, k: number, out: Float64Array): void {
  const jet = smile.jet(k);
  const { w, dw } = jet;
  const sd = Math.sqrt(w);
  const normal = normalPdf(-k / sd - 0.5 * sd);
  out[0] = (normal * (1 - (0.5 * k * dw) / w + 0.25 * dw)) / sd;
  out[1] = w * out[0];
  const past = quoted === null ? 0 : Math.min(0, k - quoted.lo) + Math.max(0, k - quoted.hi);
  const paid = past === 0 || normal === 0 ? 0 : 2 * (Math.expm1(past) - past);
  out[2] = paid === 0 ? 0 : (paid * durrlemanG(k, jet) * normal) / sd;
}
