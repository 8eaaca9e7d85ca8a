import type { Smile } from '../smile.ts';

/** Black's d1 and d2 on a smile at one log-strike, with the slopes that Newton and the monotonicity tests need. */
export interface Moneyness {
  /** Total implied variance σ²T. */
  readonly w: number;
  /** √w = σ√T. */
  readonly sd: number;
  /** d1 = −k/√w + √w/2. */
  readonly d1: number;
  /** d2 = d1 − √w. */
  readonly d2: number;
  /** Derivative of d1 along the smile, per unit of k; negative wherever the smile is free of arbitrage. */
  readonly d1Slope: number;
  /** Derivative of d2 along the smile, per unit of k; negative wherever the smile is free of arbitrage. */
  readonly d2Slope: number;
}

/**
 * d1, d2 and their slopes at k = ln(K/F), where vol follows the smile.
 * Everything is NaN where the smile has no positive total variance.
 * Ref: Fukasawa (2012), "The normalizing transformation of the implied volatility smile": both slopes are negative without arbitrage.
 */
export function moneyness(smile: Smile, k: number): Moneyness {
  const { w, dw } = smile.jet(k);
  const sd = w > 0 ? Math.sqrt(w) : Number.NaN;
  const centre = -k / sd;
  const common = -1 + (0.5 * k * dw) / w;
  return {
    w,
    sd,
    d1: centre + 0.5 * sd,
    d2: centre - 0.5 * sd,
    d1Slope: (common + 0.25 * dw) / sd,
    d2Slope: (common - 0.25 * dw) / sd,
  };
}
