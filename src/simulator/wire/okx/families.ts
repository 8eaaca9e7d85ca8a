import { type CoinProfile, COINS } from '#simulator/coin-profile.ts';
import type { ListedFamily } from '#simulator/listed-family.ts';
import { dateDigits } from '../decimal-text.ts';

const family = (profile: CoinProfile, contractSize: number, usualSize: number): ListedFamily => ({
  underlying: profile.coin,
  currency: profile.coin,
  profile,
  premiumUnit: 'underlying',
  indexName: `${profile.coin}-USD`,
  ticks: { base: 0.0001, steps: [{ above: 0.005, tick: 0.0005 }] },
  markDecimals: 16,
  contractSize,
  minimumTrade: 1,
  usualSize,
  width: 1.15,
  quarterlyMonths: 12,
  expiryHour: 8,
  nameOf: ({ expiry, strike, right }) => {
    const { year, month, day } = dateDigits(expiry);
    return `${profile.coin}-USD-${year}${month}${day}-${strike}-${right === 'put' ? 'P' : 'C'}`;
  },
});

/** Everything OKX lists in the simulated market; sizes are contracts. */
export const OKX_FAMILIES: readonly ListedFamily[] = [
  family(COINS.BTC, 0.01, 600),
  family(COINS.ETH, 0.1, 900),
];
