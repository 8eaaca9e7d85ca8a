/**
 * Total implied variance of one expiry and its first two derivatives at one log-strike.
 * `w` = σ²·T (dimensionless), `dw` = dw/dk, `d2w` = d²w/dk², with k = ln(K/F).
 */
export interface VarianceJet {
  readonly w: number;
  readonly dw: number;
  readonly d2w: number;
}

/** One expiry's smile as a twice differentiable function of log-strike: SVI, eSSVI and mixtures all have this door. */
export interface Smile {
  /** Time to expiry in ACT/365F years, > 0. */
  readonly years: number;
  /** Total implied variance σ²·T at log-strike k = ln(K/F). */
  totalVariance(k: number): number;
  /** Total variance with both derivatives at k. */
  jet(k: number): VarianceJet;
}

/** Annualised Black vol of a smile at log-strike k, as a decimal. */
export function smileVol(smile: Smile, k: number): number {
  return Math.sqrt(smile.totalVariance(k) / smile.years);
}
