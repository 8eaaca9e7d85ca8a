/**
 * ln(forward / strike), accurate to about one unit in its own last place for every pair, however close.
 *
 * Rounding the quotient first would cost 2⁻⁵³ absolute, which is the whole error of most inversions of short-dated
 * options. Within a factor of two the difference is exact (Sterbenz), so the logarithm is taken from it.
 * @param forward price > 0, quote currency
 * @param strike price > 0, quote currency
 */
export function logMoneyness(forward: number, strike: number): number {
  return forward < strike ? -logRatio(strike, forward) : logRatio(forward, strike);
}

/** Above this the sum of two prices could overflow. */
const LARGE = 8e307;

/** ln(high / low) ≥ 0 for high ≥ low > 0; also where the quotient overflows. */
export function logRatio(high: number, low: number): number {
  const distance = high - low;
  if (distance < low && high < LARGE) return nearLogRatio(distance / (high + low));
  if (distance < low) return Math.log1p(distance / low);
  const ratio = high / low;
  return ratio < Infinity ? Math.log(ratio) : Math.log(high) - Math.log(low);
}

/**
 * 2·artanh(q) = ln((1 + q)/(1 − q)) for 0 ≤ q ≤ ⅓: the logarithm of a ratio from the difference over the sum, half the
 * cost of log1p. Chebyshev fit of the odd series in q², error 5e-18.
 */
function nearLogRatio(q: number): number {
  const w = q * q;
  const v = w * w;
  const low =
    0.6666666666666666 +
    w * 0.40000000000014596 +
    v * (0.2857142856710506 + w * 0.22222222717801782 + v * (0.18181789417326447 + w * 0.15385570592912243));
  const high =
    0.13314135550881162 + w * 0.12001155182857778 + v * (0.08800317650868773 + w * 0.16164938169471338);
  return 2 * q + q * w * (low + v * v * v * high);
}
