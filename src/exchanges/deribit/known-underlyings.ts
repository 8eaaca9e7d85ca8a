/** Underlyings with listed options in August 2026; others appear by themselves once the venue lists them. */
export const KNOWN_UNDERLYINGS: readonly string[] = [
  'BTC',
  'ETH',
  'BTC_USDC',
  'ETH_USDC',
  'SOL_USDC',
  'XRP_USDC',
  'AVAX_USDC',
  'TRX_USDC',
  'HYPE_USDC',
];
