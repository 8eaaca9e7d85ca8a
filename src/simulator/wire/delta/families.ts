import type { ListedFamily } from '#simulator/listed-family.ts';
import { dateDigits } from '../decimal-text.ts';
import { dollarFamilies } from '../dollar-families.ts';

/** Everything Delta Exchange lists in the simulated market; sizes are contracts, and expiry is at noon. */
export const DELTA_FAMILIES: readonly ListedFamily[] = dollarFamilies(
  {
    BTC: { tick: 0.5, contractSize: 0.001, minimumTrade: 1, usualSize: 3000 },
    ETH: { tick: 0.1, contractSize: 0.01, minimumTrade: 1, usualSize: 4000 },
  },
  {
    currency: 'USD',
    expiryHour: 12,
    width: 1.5,
    indexName: (coin) => `.DE${coin}USDT`,
    nameOf:
      (coin) =>
      ({ expiry, strike, right }) => {
        const { year, month, day } = dateDigits(expiry);
        return `${right === 'put' ? 'P' : 'C'}-${coin}-${strike}-${day}${month}${year}`;
      },
  },
);
