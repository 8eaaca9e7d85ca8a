import { expiryLabel } from '#base/calendar.ts';
import type { TickTable } from '#market/tick-table.ts';
import { type CoinProfile, COINS } from '#simulator/coin-profile.ts';
import type { ListedFamily, NamedTerms } from '#simulator/listed-family.ts';

const EXPIRY_HOUR = 8;

const inverse = (profile: CoinProfile, minimumTrade: number, markDecimals: number): ListedFamily => ({
  underlying: profile.coin,
  currency: profile.coin,
  profile,
  premiumUnit: 'underlying',
  indexName: `${profile.coin.toLowerCase()}_usd`,
  ticks: { base: 0.0001, steps: [{ above: 0.005, tick: 0.0005 }] },
  markDecimals,
  contractSize: 1,
  minimumTrade,
  usualSize: profile.coin === 'BTC' ? 12 : 150,
  width: 1,
  quarterlyMonths: 12,
  expiryHour: EXPIRY_HOUR,
  nameOf: nameIn(profile.coin),
});

const linear = (
  profile: CoinProfile,
  ticks: TickTable,
  sizes: { readonly contractSize: number; readonly minimumTrade: number; readonly usualSize: number },
): ListedFamily => ({
  underlying: `${profile.coin}_USDC`,
  currency: 'USDC',
  profile,
  premiumUnit: 'quote',
  indexName: `${profile.coin.toLowerCase()}_usdc`,
  ticks,
  markDecimals: 4,
  ...sizes,
  width: 1.4,
  quarterlyMonths: 6,
  expiryHour: EXPIRY_HOUR,
  nameOf: nameIn(`${profile.coin}_USDC`),
});

/** `BTC-26MAR27-85000-P`; a decimal strike has a `d` for its point. */
function nameIn(underlying: string): ListedFamily['nameOf'] {
  return ({ expiry, strike, right }: NamedTerms) => {
    const date = expiryLabel(expiry).replaceAll(' ', '');
    return `${underlying}-${date}-${String(strike).replace('.', 'd')}-${right === 'put' ? 'P' : 'C'}`;
  };
}

/** Everything Deribit lists in the simulated market. */
export const DERIBIT_FAMILIES: readonly ListedFamily[] = [
  inverse(COINS.BTC, 0.1, 8),
  inverse(COINS.ETH, 1, 6),
  linear(
    COINS.BTC,
    { base: 1, steps: [{ above: 100, tick: 5 }] },
    { contractSize: 1, minimumTrade: 0.01, usualSize: 2 },
  ),
  linear(
    COINS.ETH,
    { base: 0.1, steps: [{ above: 10, tick: 0.5 }] },
    { contractSize: 1, minimumTrade: 0.1, usualSize: 30 },
  ),
  linear(
    COINS.SOL,
    { base: 0.01, steps: [{ above: 1, tick: 0.05 }] },
    { contractSize: 10, minimumTrade: 1, usualSize: 60 },
  ),
  linear(
    COINS.XRP,
    { base: 0.0001, steps: [{ above: 0.02, tick: 0.0005 }] },
    { contractSize: 1000, minimumTrade: 1, usualSize: 40 },
  ),
];
