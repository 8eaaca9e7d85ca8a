/**
 * What one expiry's smile is fitted to: struct of arrays, one entry a contract of the out-of-the-money side,
 * strictly increasing in log-strike. Vols are decimals; NaN marks a side that is not quoted. Inside quant only.
 */
export interface SliceQuotes {
  /** Time to expiry in ACT/365F years, > 0. */
  readonly years: number;
  /** k = ln(K/F). */
  readonly logStrikes: Float64Array;
  /** Black vol of the bid, NaN where there is none; a lone side is a bound, never a mid. */
  readonly bidVols: Float64Array;
  readonly askVols: Float64Array;
  /** Half a price tick expressed in vol at that strike: tick / (2 · vega); 0 where ticks do not matter. */
  readonly halfTickVols: Float64Array;
}
