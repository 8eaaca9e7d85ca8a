import type { ListedFamily } from '#simulator/listed-family.ts';
import { dateDigits } from '../decimal-text.ts';
import { dollarFamilies } from '../dollar-families.ts';

/** Everything Binance lists in the simulated market: one contract is one coin. */
export const BINANCE_FAMILIES: readonly ListedFamily[] = dollarFamilies(
  {
    BTC: { tick: 5, contractSize: 1, minimumTrade: 0.01, usualSize: 2 },
    ETH: { tick: 0.2, contractSize: 1, minimumTrade: 0.01, usualSize: 30 },
    SOL: { tick: 0.02, contractSize: 1, minimumTrade: 0.1, usualSize: 300 },
    XRP: { tick: 0.0005, contractSize: 1, minimumTrade: 1, usualSize: 15_000 },
  },
  {
    currency: 'USDT',
    expiryHour: 8,
    width: 1.6,
    indexName: (coin) => `${coin}USDT`,
    nameOf:
      (coin) =>
      ({ expiry, strike, right }) => {
        const { year, month, day } = dateDigits(expiry);
        return `${coin}-${year}${month}${day}-${strike}-${right === 'put' ? 'P' : 'C'}`;
      },
  },
);
