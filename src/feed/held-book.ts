import type { EpochMs } from '#base/time.ts';
import type { FeedEvent } from '#exchanges/adapter.ts';
import type { BookLevel, OrderBook } from '#market/order-book.ts';
import type { HeldContract } from './held-contract.ts';

/** An order book as it came. */
export type HeldBook = Extract<FeedEvent, { kind: 'order-book' }>;

/** A book this much older than the quotes says nothing of what is offered now; a sweep of every contract takes minutes. */
const LONGEST_BOOK_AGE = 10 * 60_000;

/** What has changed in a book. */
export type BookChanges = Extract<FeedEvent, { kind: 'book-changes' }>;

/** A book with changes in it; older changes than the book leave it as it is. */
export function withChanges(held: HeldBook, { at, bids, asks }: BookChanges): HeldBook {
  const { book } = held;
  if (at < book.at) return held;
  const changed = {
    ...book,
    at,
    bids: sideWith(book.bids, bids).sort((a, b) => b.price - a.price),
    asks: sideWith(book.asks, asks).sort((a, b) => a.price - b.price),
  };
  return { ...held, at, book: changed };
}

function sideWith(levels: readonly BookLevel[], changes: readonly BookLevel[]): BookLevel[] {
  const sizes = new Map(levels.map(({ price, size }) => [price, size]));
  for (const { price, size } of changes) {
    if (size === 0) sizes.delete(price);
    else sizes.set(price, size);
  }
  return [...sizes].map(([price, size]) => ({ price, size }));
}

/** The books of listed contracts that are no more than ten minutes older than the chain, by instrument name. */
export function currentBooks(
  held: ReadonlyMap<string, HeldBook>,
  chain: { readonly contracts: ReadonlyMap<string, HeldContract>; readonly asOf: EpochMs },
): ReadonlyMap<string, OrderBook> {
  const books = new Map<string, OrderBook>();
  for (const [name, one] of held) {
    const listed = chain.contracts.get(name)?.contract.instrument;
    if (listed === undefined || chain.asOf - one.book.at > LONGEST_BOOK_AGE) continue;
    const scale = one.sizedInCoin ? one.instrument.contractSize / listed.contractSize : 1;
    books.set(name, scale === 1 ? one.book : rescaled(one.book, scale));
  }
  return books;
}

function rescaled(book: OrderBook, scale: number): OrderBook {
  const side = (levels: readonly BookLevel[]): readonly BookLevel[] =>
    levels.map(({ price, size }) => ({ price, size: size * scale }));
  return { ...book, bids: side(book.bids), asks: side(book.asks) };
}
