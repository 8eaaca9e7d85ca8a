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
export function expiryForward({ contracts }: ExpiryQuotes): ExpiryForward {
  const venueForward = median(positive(contracts.map(({ quote }) => quote?.forward)));
  const venueDiscount = median(positive(contracts.map(({ quote }) => quote?.discount)));
  const known = venueDiscount ?? (venueForward === null ? null : 1);
  const parity = parityForward(parityPairs(contracts), known);
  const discount = known ?? parity?.discount ?? 1;
  const parityValue = parity?.forward ?? null;
  if (venueForward !== null) {
    return { forward: venueForward, source: 'venue', parityForward: parityValue, discount };
  }
  const source = parityValue === null ? null : 'parity';
  return { forward: parityValue, source, parityForward: parityValue, discount };
}

function positive(values: readonly (number | null | undefined)[]): readonly number[] {
  return values.filter((value) => typeof value === 'number' && value > 0) as readonly number[];
}
