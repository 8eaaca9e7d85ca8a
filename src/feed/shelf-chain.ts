import { type EpochMs, epochMs } from '#base/time.ts';
import type { ContractQuote, ExpiryQuotes, OptionChain } from '#market/option-chain.ts';
import type { VenueId } from '#market/venue-id.ts';
import { currentBooks } from './held-book.ts';
import type { Shelf } from './quote-shelf.ts';

/** Everything on a shelf as one immutable chain, stamped with its newest quote. */
export function chainOf(from: {
  readonly venue: VenueId;
  readonly underlying: string;
  readonly shelf: Shelf;
  readonly quotedAt: EpochMs;
}): OptionChain {
  const { venue, underlying, shelf, quotedAt } = from;
  const rows = [...shelf.contracts.values()].map((held) => held.contract);
  const newest = rows.reduce((latest, row) => Math.max(latest, row.quote?.at ?? 0), 0);
  const asOf = newest > 0 ? epochMs(newest) : quotedAt;
  const books = currentBooks(shelf.books, { contracts: shelf.contracts, asOf });
  return {
    venue,
    underlying,
    asOf,
    version: shelf.version,
    indexPrice: shelf.indexPrice,
    volatilityIndex: shelf.volatilityIndex,
    expiries: groupByExpiry(rows),
    ...(books.size > 0 ? { books } : {}),
    rejected: shelf.rejected.all(),
  };
}

/** Expiries in time order, one group for each series of an expiry; strikes upward, put before call. */
function groupByExpiry(rows: readonly ContractQuote[]): readonly ExpiryQuotes[] {
  const groups = new Map<string, ContractQuote[]>();
  for (const row of rows) {
    const key = `${row.instrument.expiry} ${row.instrument.series}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()]
    .flatMap((contracts): ExpiryQuotes[] => {
      const first = contracts[0]?.instrument;
      if (first === undefined) return [];
      return [{ expiry: first.expiry, series: first.series, contracts: contracts.sort(byStrike) }];
    })
    .sort((a, b) => a.expiry - b.expiry || (a.series < b.series ? -1 : 1));
}

function byStrike({ instrument: a }: ContractQuote, { instrument: b }: ContractQuote): number {
  const bySide = a.right === b.right ? 0 : a.right === 'put' ? -1 : 1;
  return a.strike - b.strike || bySide;
}
