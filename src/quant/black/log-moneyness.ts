/**
 * ln(forward / strike), accurate to a few units in its own last place for every pair, however close.
 *
 * Rounding the quotient first would cost 2⁻⁵³ absolute, which is the whole error of most inversions of short-dated
 * options. Within a factor of two the difference is exact (Sterbenz), so the logarithm is taken of one plus it.
 * @param forward price > 0, quote currency
 * @param strike price > 0, quote currency
 */
export function logMoneyness(forward: number, strike: number): number {
  return forward < strike ? -logRatio(strike, forward) : logRatio(forward, strike);
}

/** ln(high / low) ≥ 0 for high ≥ low > 0; also where the quotient overflows. */
export function logRatio(high: number, low: number): number {
  const distance = high - low;
  if (distance < low) return Math.log1p(distance / low);
  const ratio = high / low;
  return ratio < Infinity ? Math.log(ratio) : Math.log(high) - Math.log(low);
}
