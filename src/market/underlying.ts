/** The coin of an underlying: `BTC` of `BTC_USDC`; an underlying of one word is itself. */
export function coinOf(underlying: string): string {
  return underlying.split('_')[0] ?? underlying;
}
