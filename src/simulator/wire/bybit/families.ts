import { expiryLabel } from '#base/calendar.ts';
import type { ListedFamily } from '#simulator/listed-family.ts';
import { dollarFamilies } from '../dollar-families.ts';

/** Everything Bybit lists in the simulated market: one contract is one coin. */
export const BYBIT_FAMILIES: readonly ListedFamily[] = dollarFamilies(
  {
    BTC: { tick: 5, contractSize: 1, minimumTrade: 0.01, usualSize: 3 },
    ETH: { tick: 0.1, contractSize: 1, minimumTrade: 0.1, usualSize: 40 },
    SOL: { tick: 0.01, contractSize: 1, minimumTrade: 1, usualSize: 400 },
    XRP: { tick: 0.0005, contractSize: 1, minimumTrade: 10, usualSize: 20_000 },
  },
  {
    currency: 'USDT',
    expiryHour: 8,
    width: 1.3,
    indexName: (coin) => `${coin}USDT`,
    nameOf:
      (coin) =>
      ({ expiry, strike, right }) => {
        const date = expiryLabel(expiry).replaceAll(' ', '');
        return `${coin}-${date}-${strike}-${right === 'put' ? 'P' : 'C'}-USDT`;
      },
  },
);
