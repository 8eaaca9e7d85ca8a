const MOST = 6;

/** Decimals with which the strikes of a market are told apart. */
export function strikeDecimals(strikes: readonly number[]): number {
  const longest = strikes.reduce(
    (most, strike) => Math.max(most, String(strike).split('.')[1]?.length ?? 0),
    0,
  );
  return Math.min(longest, MOST);
}
