import { type Coin, COINS } from '../coin-profile.ts';
import type { ListedFamily } from '../listed-family.ts';

/** Steps and sizes of one coin's contracts that are priced in dollars; sizes are contracts. */
export interface DollarTerms {
  readonly tick: number;
  readonly contractSize: number;
  readonly minimumTrade: number;
  readonly usualSize: number;
}

/** Families of contracts priced and settled in a dollar currency, one for each coin with terms. */
export function dollarFamilies(
  terms: Readonly<Partial<Record<Coin, DollarTerms>>>,
  venue: {
    readonly currency: string;
    readonly expiryHour: number;
    readonly indexName: (coin: Coin) => string;
    readonly nameOf: (coin: Coin) => ListedFamily['nameOf'];
    readonly width: number;
  },
): readonly ListedFamily[] {
  return Object.values(COINS).flatMap((profile) => {
    const of = terms[profile.coin];
    if (of === undefined) return [];
    const { tick, ...sizes } = of;
    return [
      {
        underlying: `${profile.coin}_${venue.currency}`,
        currency: venue.currency,
        profile,
        premiumUnit: 'quote' as const,
        indexName: venue.indexName(profile.coin),
        ticks: { base: tick, steps: [] },
        markDecimals: 6,
        ...sizes,
        width: venue.width,
        quarterlyMonths: 6,
        expiryHour: venue.expiryHour,
        nameOf: venue.nameOf(profile.coin),
      },
    ];
  });
}
