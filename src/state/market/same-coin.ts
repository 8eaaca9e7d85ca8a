import { coinOf } from '#market/underlying.ts';

/** The other venue's name for the same coin: the very same one where it has it, `BTC_USDT` beside `BTC` elsewhere. */
export function sameCoin(underlying: string, known: readonly string[]): string | null {
  const exact = known.find((one) => one === underlying);
  return exact ?? known.find((one) => coinOf(one) === coinOf(underlying)) ?? null;
}
