import type { ExpiryQuotes } from '#market/option-chain.ts';
import { median } from './median.ts';
import { parityForward } from './parity-forward.ts';
import { parityPairs } from './parity-pairs.ts';

/** The forward an expiry is measured against, and the other one beside it. */
export interface ExpiryForward {
  /** Quote currency per unit of the underlying; null when neither the venue nor parity gives one. */
  readonly forward: number | null;
  readonly source: 'venue' | 'parity' | null;
  readonly parityForward: number | null;
  /** Discount factor to expiry; 1 where the venue's own model has none. */
  readonly discount: number;
}

/**
 * The venue's own forward for the expiry (median over its rows, which differ by milliseconds), or the put-call parity
 * forward where it publishes none. A venue with a forward but no discount factor prices without discounting; where it
 * has neither (index options) parity gives both.
 */
export function expiryForward(quotes: ExpiryQuotes): ExpiryForward {
  const venueForward = median(known(quotes, (quote) => quote.forward));
  const venueDiscount = median(known(quotes, (quote) => quote.discount));
  const discount = venueDiscount ?? (venueForward === null ? null : 1);
  const parity = parityForward(parityPairs(quotes.contracts), discount);
  return {
    forward: venueForward ?? parity?.forward ?? null,
    source: venueForward === null ? parity && 'parity' : 'venue',
    parityForward: parity?.forward ?? null,
    discount: discount ?? parity?.discount ?? 1,
  };
}

function known(
  quotes: ExpiryQuotes,
  field: (quote: NonNullable<ExpiryQuotes['contracts'][number]['quote']>) => number | null,
): readonly number[] {
  return quotes.contracts.flatMap(({ quote }) => {
    const value = quote === null ? null : field(quote);
    return value === null || !(value > 0) ? [] : [value];
  });
}
