import type { EpochMs } from '#base/time.ts';
import type { FeedEvent, ReadMessage } from '#exchanges/adapter.ts';
import type { Instrument } from '#market/instrument.ts';
import type { OptionChain } from '#market/option-chain.ts';
import { type BookChanges, type HeldBook, withChanges } from './held-book.ts';
import { type HeldContract, withPart, withTerms, withoutPart } from './held-contract.ts';
import { ONE_PIECE, type RejectedRows, createRejectedRows, leftOutOf } from './rejected-rows.ts';

/** What is remembered of one underlying. */
export interface Shelf {
  readonly contracts: Map<string, HeldContract>;
  readonly books: Map<string, HeldBook>;
  readonly rejected: RejectedRows;
  quotedAt: EpochMs | null;
  indexPrice: number | null;
  volatilityIndex: number | null;
  version: number;
  chain: OptionChain | null;
}

/** Before anything was said of an underlying. */
export function emptyShelf(): Shelf {
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

/** What lies on a shelf is never changed, only replaced: the shelf alone is copied. */
export function copyOfShelf(shelf: Shelf): Shelf {
  return {
    ...shelf,
    contracts: new Map(shelf.contracts),
    books: new Map(shelf.books),
    rejected: shelf.rejected.copy(),
  };
}

/** A contract quoted in one piece replaces what was held of it, unless that is newer. */
export function applyQuotes(
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

/** A contract told in several parts keeps those which the message does not have. */
export function applyParts(
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
export function relist(shelf: Shelf, listed: ReadonlyMap<string, Instrument>): void {
  for (const [name, held] of shelf.contracts) {
    const known = withTerms(held, listed.get(name));
    if (known === held) continue;
    shelf.contracts.set(name, known);
    shelf.chain = null;
  }
}

/** Takes the level of the index, or of the volatility index. */
export function applyIndex(
  shelf: Shelf,
  event: Extract<FeedEvent, { kind: 'index' | 'volatility-index' }>,
): void {
  if (event.kind === 'index') {
    if (shelf.indexPrice !== event.price) shelf.chain = null;
    shelf.indexPrice = event.price;
  } else {
    if (shelf.volatilityIndex !== event.vol) shelf.chain = null;
    shelf.volatilityIndex = event.vol;
  }
}

/** Takes a whole order book, unless a newer one is held. */
export function applyBook(shelf: Shelf, event: HeldBook): void {
  const { name } = event.instrument;
  const known = shelf.books.get(name);
  if (known !== undefined && known.book.at > event.book.at) return;
  shelf.books.set(name, event);
  shelf.chain = null;
}

/** Changes of a book that was never seen whole say nothing of what is offered. */
export function applyChanges(shelf: Shelf, changes: BookChanges): void {
  const known = shelf.books.get(changes.instrument.name);
  if (known !== undefined) applyBook(shelf, withChanges(known, changes));
}

/** Counts the rows that were left out of a message with the chains that lack them. */
export function applyFailures(read: ReadMessage, shelf: (underlying: string) => Shelf): void {
  const left = leftOutOf(read);
  for (const { owner, row } of left?.rows ?? []) {
    const owning = shelf(owner);
    owning.chain = null;
    owning.rejected.add(left?.kind ?? ONE_PIECE, row, left?.whole ?? false);
  }
}

function newestOf(shelf: Shelf): number {
  let newest = 0;
  for (const { contract } of shelf.contracts.values()) newest = Math.max(newest, contract.quote?.at ?? 0);
  return newest;
}

/** Lets go of contracts that expired longer ago than `graceMs`, by the newest stamp on the shelf. */
export function retireFrom(shelf: Shelf, graceMs: number): void {
  const oldest = newestOf(shelf) - graceMs;
  for (const [name, { contract }] of shelf.contracts) {
    if (contract.instrument.expiry >= oldest) continue;
    shelf.contracts.delete(name);
    shelf.books.delete(name);
    shelf.chain = null;
  }
}
