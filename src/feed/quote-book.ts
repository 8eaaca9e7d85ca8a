import { type EpochMs, epochMs } from '#base/time.ts';
import { offeredUnderlyings } from '#exchanges/offered-underlyings.ts';
import type { FeedEvent, ReadMessage } from '#exchanges/adapter.ts';
import type { Instrument } from '#market/instrument.ts';
import type { ContractQuote, ExpiryQuotes, OptionChain } from '#market/option-chain.ts';
import type { TickTable } from '#market/tick-table.ts';
import type { VenueId } from '#market/venue-id.ts';
import { type HeldContract, withPart, withTerms, withoutPart } from './held-contract.ts';
import { type BookChanges, type HeldBook, currentBooks, withChanges } from './held-book.ts';
import { ONE_PIECE, type RejectedRows, createRejectedRows, leftOutOf } from './rejected-rows.ts';

/** The latest of everything a venue has said, kept per underlying. What it holds is seen only as snapshots. */
export interface QuoteBook {
  /** Takes one message as read: its events, and the rows left out of it, which are counted with the chain. */
  apply(read: ReadMessage): void;
  /** The chain of an underlying now, or null before its first quotes. The same object until something changes. */
  snapshot(underlying: string): OptionChain | null;
  /** Underlyings that have been quoted or listed, in order of appearance. */
  underlyings(): readonly string[];
  /** A book that says the same and goes its own way from here. */
  copy(): QuoteBook;
  /** Lets go of contracts of an underlying that expired longer ago than `graceMs`, by the venue's own newest stamp. */
  retire(underlying: string, graceMs: number): void;
  /** Every contract of an underlying that has been quoted or listed, each once. */
  listing(underlying: string): readonly Instrument[];
}

/** What is remembered of one underlying. */
interface Shelf {
  readonly contracts: Map<string, HeldContract>;
  readonly books: Map<string, HeldBook>;
  readonly rejected: RejectedRows;
  quotedAt: EpochMs | null;
  indexPrice: number | null;
  volatilityIndex: number | null;
  version: number;
  chain: OptionChain | null;
}

/** All that a book holds. */
interface Held {
  readonly shelves: Map<string, Shelf>;
  readonly listed: Map<string, Instrument>;
  readonly ticks: Map<string, TickTable>;
  readonly offered: Set<string>;
}

/** An empty book. Contract terms that the venue has listed take the place of those told by names alone. */
export function createQuoteBook(venue: VenueId): QuoteBook {
  return quoteBook(venue, { shelves: new Map(), listed: new Map(), ticks: new Map(), offered: new Set() });
}

function quoteBook(venue: VenueId, held: Held): QuoteBook {
  const { shelves, listed, ticks, offered } = held;

  function shelf(underlying: string): Shelf {
    const known = shelves.get(underlying);
    if (known !== undefined) return known;
    const fresh = emptyShelf();
    shelves.set(underlying, fresh);
    return fresh;
  }

  function applyEvent(event: FeedEvent): void {
    if (event.kind === 'quotes') applyQuotes(event, shelf, listed);
    else if (event.kind === 'quote-parts') applyParts(event, shelf, listed);
    else if (event.kind === 'order-book') applyBook(shelf(event.instrument.underlying), event);
    else if (event.kind === 'book-changes') applyChanges(shelf(event.instrument.underlying), event);
    else if (event.kind === 'instruments') {
      for (const instrument of event.instruments) {
        listed.set(instrument.name, withTicks(instrument, ticks.get(instrument.underlying)));
      }
      for (const underlying of new Set(event.instruments.map((one) => one.underlying))) {
        relist(shelf(underlying), listed);
      }
    } else if (event.kind === 'ticks') {
      for (const underlying of event.underlyings) ticks.set(underlying, event.ticks);
      for (const [name, instrument] of listed) {
        listed.set(name, withTicks(instrument, ticks.get(instrument.underlying)));
      }
      for (const underlying of event.underlyings) relist(shelf(underlying), listed);
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
    copy: () => quoteBook(venue, copyOf(held)),
    retire(underlying, graceMs) {
      const found = shelves.get(underlying);
      if (found !== undefined) retireFrom(found, graceMs);
    },
    listing: (underlying) => listingOf(held, underlying),
  };
}

/** What lies on the shelves is never changed, only replaced: the shelves alone are copied. */
function copyOf({ shelves, listed, ticks, offered }: Held): Held {
  const copies = [...shelves].map(([name, shelf]): [string, Shelf] => [
    name,
    {
      ...shelf,
      contracts: new Map(shelf.contracts),
      books: new Map(shelf.books),
      rejected: shelf.rejected.copy(),
    },
  ]);
  return {
    shelves: new Map(copies),
    listed: new Map(listed),
    ticks: new Map(ticks),
    offered: new Set(offered),
  };
}

function listingOf({ shelves, listed }: Held, underlying: string): readonly Instrument[] {
  const quoted = [...(shelves.get(underlying)?.contracts.values() ?? [])];
  const known = new Map(quoted.map(({ contract: { instrument } }) => [instrument.name, instrument]));
  for (const [name, instrument] of listed) {
    if (instrument.underlying === underlying) known.set(name, instrument);
  }
  return [...known.values()];
}

function newestOf(shelf: Shelf): number {
  let newest = 0;
  for (const { contract } of shelf.contracts.values()) newest = Math.max(newest, contract.quote?.at ?? 0);
  return newest;
}

function retireFrom(shelf: Shelf, graceMs: number): void {
  const oldest = newestOf(shelf) - graceMs;
  for (const [name, { contract }] of shelf.contracts) {
    if (contract.instrument.expiry >= oldest) continue;
    shelf.contracts.delete(name);
    shelf.books.delete(name);
    shelf.chain = null;
  }
}

function withTicks(instrument: Instrument, ticks: TickTable | undefined): Instrument {
  return ticks === undefined || ticks === instrument.ticks ? instrument : { ...instrument, ticks };
}

function emptyShelf(): Shelf {
  return {
    contracts: new Map(),
    books: new Map(),
    rejected: createRejectedRows(),
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
      covered.rejected.clearAll();
    }
  }
  for (const row of event.rows) {
    const { name, underlying } = row.instrument;
    const { contracts, rejected } = shelf(underlying);
    const known = contracts.get(name)?.contract;
    if (known?.quote && row.quote && row.quote.at < known.quote.at) continue;
    contracts.set(name, withTerms({ contract: row, parts: null }, listed.get(name)));
    rejected.forget(ONE_PIECE, name);
  }
}

function applyParts(
  event: Extract<FeedEvent, { kind: 'quote-parts' }>,
  shelf: (underlying: string) => Shelf,
  listed: ReadonlyMap<string, Instrument>,
): void {
  for (const underlying of event.underlyings) {
    const covered = shelf(underlying);
    covered.chain = null;
    covered.quotedAt = event.at;
    if (event.whole) takeAway(event, covered);
  }
  for (const row of event.rows) {
    const { name, underlying } = row.instrument;
    const { contracts, rejected } = shelf(underlying);
    const joined = withPart(contracts.get(name) ?? null, event.part, row);
    contracts.set(name, withTerms(joined, listed.get(name)));
    rejected.forget(event.part, name);
  }
}

/** What a whole list of a part does not have, the venue has no more. */
function takeAway({ part, rows }: Extract<FeedEvent, { kind: 'quote-parts' }>, shelf: Shelf): void {
  const named = new Set(rows.map((row) => row.instrument.name));
  for (const [name, held] of shelf.contracts) {
    const left = named.has(name) ? held : withoutPart(held, part);
    if (left === null) shelf.contracts.delete(name);
    else if (left !== held) shelf.contracts.set(name, left);
  }
  shelf.rejected.clear(part);
}

/** Terms may arrive after the quotes they belong to. */
function relist(shelf: Shelf, listed: ReadonlyMap<string, Instrument>): void {
  for (const [name, held] of shelf.contracts) {
    const known = withTerms(held, listed.get(name));
    if (known === held) continue;
    shelf.contracts.set(name, known);
    shelf.chain = null;
  }
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

function applyBook(shelf: Shelf, event: HeldBook): void {
  const { name } = event.instrument;
  const known = shelf.books.get(name);
  if (known !== undefined && known.book.at > event.book.at) return;
  shelf.books.set(name, event);
  shelf.chain = null;
}

/** Changes of a book that was never seen whole say nothing of what is offered. */
function applyChanges(shelf: Shelf, changes: BookChanges): void {
  const known = shelf.books.get(changes.instrument.name);
  if (known !== undefined) applyBook(shelf, withChanges(known, changes));
}

function applyFailures(read: ReadMessage, shelf: (underlying: string) => Shelf): void {
  const left = leftOutOf(read);
  for (const { owner, row } of left?.rows ?? []) {
    const owning = shelf(owner);
    owning.chain = null;
    owning.rejected.add(left?.kind ?? ONE_PIECE, row, left?.whole ?? false);
  }
}

function chainOf(from: {
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
