import { type EpochMs, epochMs } from '#base/time.ts';
import { offeredUnderlyings } from '#exchanges/offered-underlyings.ts';
import type { FeedEvent, ReadMessage } from '#exchanges/adapter.ts';
import type { Instrument } from '#market/instrument.ts';
import type { ContractQuote, ExpiryQuotes, OptionChain, RejectedRow } from '#market/option-chain.ts';
import type { Quote } from '#market/quote.ts';
import type { VenueId } from '#market/venue-id.ts';

/** The latest of everything a venue has said, kept per underlying. What it holds is seen only as snapshots. */
export interface QuoteBook {
  /** Takes one message as read: its events, and the rows left out of it, which are counted with the chain. */
  apply(read: ReadMessage): void;
  /** The chain of an underlying now, or null before its first quotes. The same object until something changes. */
  snapshot(underlying: string): OptionChain | null;
  /** Underlyings that have been quoted or listed, in order of appearance. */
  underlyings(): readonly string[];
}

/** What is remembered of one underlying. */
interface Shelf {
  readonly contracts: Map<string, ContractQuote>;
  /** By instrument name; rows without one under their order of arrival. */
  readonly rejected: Map<string, RejectedRow>;
  quotedAt: EpochMs | null;
  indexPrice: number | null;
  volatilityIndex: number | null;
  version: number;
  chain: OptionChain | null;
}

/** No chain keeps more rejected rows than the longest list that a reader takes. */
const MOST_REJECTED = 20_000;

/** An empty book. Contract terms that the venue has listed take the place of those told by names alone. */
export function createQuoteBook(venue: VenueId): QuoteBook {
  const shelves = new Map<string, Shelf>();
  const listed = new Map<string, Instrument>();
  const offered = new Set<string>();

  function shelf(underlying: string): Shelf {
    const known = shelves.get(underlying);
    if (known !== undefined) return known;
    const fresh = emptyShelf();
    shelves.set(underlying, fresh);
    return fresh;
  }

  function applyEvent(event: FeedEvent): void {
    if (event.kind === 'quotes') applyQuotes(event, shelf, listed);
    else if (event.kind === 'instruments') {
      for (const instrument of event.instruments) listed.set(instrument.name, instrument);
      for (const underlying of new Set(event.instruments.map((one) => one.underlying))) {
        relist(shelf(underlying), listed);
      }
    } else {
      for (const underlying of event.underlyings) applyIndex(shelf(underlying), event);
    }
  }

  return {
    apply(read) {
      for (const event of read.value) applyEvent(event);
      applyFailures(read, shelf);
      for (const underlying of offeredUnderlyings(read.value)) offered.add(underlying);
    },
    snapshot(underlying) {
      const found = shelves.get(underlying);
      if (found === undefined || found.quotedAt === null) return null;
      if (found.chain === null) {
        found.version += 1;
        found.chain = chainOf({ venue, underlying, shelf: found, quotedAt: found.quotedAt });
      }
      return found.chain;
    },
    underlyings: () => [...offered],
  };
}

function emptyShelf(): Shelf {
  return {
    contracts: new Map(),
    rejected: new Map(),
    quotedAt: null,
    indexPrice: null,
    volatilityIndex: null,
    version: 0,
    chain: null,
  };
}

function applyQuotes(
  event: Extract<FeedEvent, { kind: 'quotes' }>,
  shelf: (underlying: string) => Shelf,
  listed: ReadonlyMap<string, Instrument>,
): void {
  for (const underlying of event.underlyings) {
    const covered = shelf(underlying);
    covered.chain = null;
    covered.quotedAt = event.at;
    if (event.whole) {
      covered.contracts.clear();
      covered.rejected.clear();
    }
  }
  for (const row of event.rows) {
    const { name, underlying } = row.instrument;
    const { contracts, rejected } = shelf(underlying);
    const known = contracts.get(name);
    if (known?.quote && row.quote && row.quote.at < known.quote.at) continue;
    contracts.set(name, withTerms(row, listed.get(name)));
    rejected.delete(name);
  }
}

/** Terms may arrive after the quotes they belong to. */
function relist(shelf: Shelf, listed: ReadonlyMap<string, Instrument>): void {
  for (const [name, row] of shelf.contracts) {
    const instrument = listed.get(name);
    if (instrument !== undefined && instrument !== row.instrument) {
      shelf.contracts.set(name, withTerms(row, instrument));
      shelf.chain = null;
    }
  }
}

/** Sizes are contracts: they follow when the listed contract size differs from the one that the name suggested. */
function withTerms(row: ContractQuote, listed: Instrument | undefined): ContractQuote {
  if (listed === undefined) return row;
  const scale = row.instrument.contractSize / listed.contractSize;
  const quote = row.quote === null || scale === 1 ? row.quote : rescaled(row.quote, scale);
  return { instrument: listed, quote };
}

function rescaled(quote: Quote, scale: number): Quote {
  const times = (size: number | null): number | null => (size === null ? null : size * scale);
  return { ...quote, bidSize: times(quote.bidSize), askSize: times(quote.askSize) };
}

function applyIndex(shelf: Shelf, event: Extract<FeedEvent, { kind: 'index' | 'volatility-index' }>): void {
  if (event.kind === 'index') {
    if (shelf.indexPrice !== event.price) shelf.chain = null;
    shelf.indexPrice = event.price;
  } else {
    if (shelf.volatilityIndex !== event.vol) shelf.chain = null;
    shelf.volatilityIndex = event.vol;
  }
}

/**
 * Rows left out of quote messages count with their chain; a row that does not tell whose it is, with every chain of
 * its message. A message of which nothing was read changes nothing: the last quotes stay, and their age shows.
 */
function applyFailures(read: ReadMessage, shelf: (underlying: string) => Shelf): void {
  const quotes = read.value.filter((event) => event.kind === 'quotes');
  if (quotes.length === 0 && read.value.length > 0) return;
  if (read.failures.some((failure) => failure.scope === 'document')) return;
  const covered = new Set(quotes.flatMap((event) => event.underlyings));
  const whole = quotes.some((event) => event.whole);
  for (const failure of read.failures) {
    if (failure.scope === 'document') continue;
    const { instrument, reason, detail } = failure;
    const owners = failure.underlying === null ? covered : [failure.underlying];
    for (const owner of owners) reject(shelf(owner), { instrument, reason, detail }, whole);
  }
}

/** In a whole list each row counts, in a stream only the last about each contract. */
function reject(shelf: Shelf, row: RejectedRow, whole: boolean): void {
  shelf.chain = null;
  const again = row.instrument === null || (whole && shelf.rejected.has(row.instrument));
  const key = again ? `${row.instrument ?? ''}#${shelf.rejected.size}` : (row.instrument ?? '');
  if (shelf.rejected.size < MOST_REJECTED) shelf.rejected.set(key, row);
}

function chainOf(from: {
  readonly venue: VenueId;
  readonly underlying: string;
  readonly shelf: Shelf;
  readonly quotedAt: EpochMs;
}): OptionChain {
  const { venue, underlying, shelf, quotedAt } = from;
  const rows = [...shelf.contracts.values()];
  const newest = rows.reduce((latest, row) => Math.max(latest, row.quote?.at ?? 0), 0);
  return {
    venue,
    underlying,
    asOf: newest > 0 ? epochMs(newest) : quotedAt,
    version: shelf.version,
    indexPrice: shelf.indexPrice,
    volatilityIndex: shelf.volatilityIndex,
    expiries: groupByExpiry(rows),
    rejected: [...shelf.rejected.values()],
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
