import { densityAt } from '#quant/density/density.ts';
import type { Smile } from '#quant/smile.ts';
import { normalCdf, normalPdf } from '#quant/special/normal.ts';

/** A law of k = ln(S_T/F) on a grid of log-strikes. */
export interface Law {
  /** Density per unit of k; negative where the smile allows butterfly arbitrage. */
  readonly pdf: Float64Array;
  /** P(S_T < K), in [0, 1] where there is no arbitrage. */
  readonly below: Float64Array;
}

/** The law a smile implies at each log-strike; null where a number would not be finite. */
export function lawOf(smile: Smile, logStrikes: Float64Array): Law | null {
  const pdf = new Float64Array(logStrikes.length);
  const below = new Float64Array(logStrikes.length);
  for (const [i, k] of logStrikes.entries()) {
    const at = densityAt(smile, k);
    if (!Number.isFinite(at.pdf) || !Number.isFinite(at.below)) return null;
    pdf[i] = at.pdf;
    below[i] = at.below;
  }
  return { pdf, below };
}

/** The normal law of ln(S_T/F) about a price that reprices the forward. @param sd standard deviation to expiry, σ√T > 0 */
export function flatLaw(sd: number, logStrikes: Float64Array): Law {
  const z = logStrikes.map((k) => k / sd + 0.5 * sd);
  return { pdf: z.map((at) => normalPdf(at) / sd), below: z.map((at) => normalCdf(at)) };
}

/**
 * P(S_T < F·e^k) read off a law's grid: a cubic through the distribution with the density as its slope, so that the error is
 * that of the fourth derivative. 0 and 1 beyond the grid, which ends where next to nothing is left.
 */
export function lawBelow(law: Law, logStrikes: Float64Array, k: number): number {
  const last = logStrikes.length - 1;
  const [first = 0, end = 0] = [logStrikes[0], logStrikes[last]];
  if (k <= first) return k < first ? 0 : (law.below[0] ?? 0);
  if (k >= end) return k > end ? 1 : (law.below[last] ?? 1);
  const i = Math.min(last - 1, Math.floor(((k - first) / (end - first)) * last));
  const [from = 0, to = 0] = [logStrikes[i], logStrikes[i + 1]];
  const [a = 0, b = 0] = [law.below[i], law.below[i + 1]];
  const [p = 0, q = 0] = [law.pdf[i], law.pdf[i + 1]];
  const step = to - from;
  const s = (k - from) / step;
  const bend = s * (1 - s);
  const line = a + (b - a) * s;
  return line + bend * ((1 - s) * (p * step - (b - a)) - s * (q * step - (b - a)));
}
