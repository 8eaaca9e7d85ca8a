import type { ListedFamily } from '#simulator/listed-family.ts';
import { dateDigits } from '../decimal-text.ts';
import { dollarFamilies } from '../dollar-families.ts';

/** Everything Derive lists in the simulated market: one contract is one coin, a decimal strike has an underscore. */
export const DERIVE_FAMILIES: readonly ListedFamily[] = dollarFamilies(
  {
    BTC: { tick: 1, contractSize: 1, minimumTrade: 0.01, usualSize: 5 },
    ETH: { tick: 0.1, contractSize: 1, minimumTrade: 0.1, usualSize: 60 },
    SOL: { tick: 0.01, contractSize: 1, minimumTrade: 1, usualSize: 500 },
    XRP: { tick: 0.0001, contractSize: 1, minimumTrade: 10, usualSize: 30_000 },
  },
  {
    currency: 'USDC',
    expiryHour: 8,
    width: 1.8,
    indexName: (coin) => `${coin}-USD`,
    nameOf:
      (coin) =>
      ({ expiry, strike, right }) => {
        const { year, month, day } = dateDigits(expiry);
        const text = String(strike).replace('.', '_');
        return `${coin}-20${year}${month}${day}-${text}-${right === 'put' ? 'P' : 'C'}`;
      },
  },
);
