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
  const first = entry(logStrikes, 0);
  const end = entry(logStrikes, last);
  if (k < first) return 0;
  if (k > end) return 1;
  const i = Math.max(0, Math.min(last - 1, Math.floor(((k - first) / (end - first)) * last)));
  const step = entry(logStrikes, i + 1) - entry(logStrikes, i);
  const s = (k - entry(logStrikes, i)) / step;
  const from = entry(law.below, i);
  const rise = entry(law.below, i + 1) - from;
  const [bendIn, bendOut] = [entry(law.pdf, i) * step - rise, entry(law.pdf, i + 1) * step - rise];
  return from + rise * s + s * (1 - s) * ((1 - s) * bendIn - s * bendOut);
}

function entry(values: Float64Array, i: number): number {
  return values[i] ?? 0;
}
