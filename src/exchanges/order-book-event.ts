import { type Result, err, ok } from '#base/result.ts';
import type { EpochMs } from '#base/time.ts';
import type { Instrument } from '#market/instrument.ts';
import type { BookLevel } from '#market/order-book.ts';
import type { FeedEvent } from './adapter.ts';
import { isRecord } from './json-document.ts';
import { decimalOf } from './row-fields.ts';

/** Both sides of a book as a message carries them: lists of `[price, size, …]` or of objects. */
export interface WireBook {
  readonly bids: unknown;
  readonly asks: unknown;
  readonly at: EpochMs;
  /** Levels a side that were asked for, null where the message does not tell. */
  readonly limit: number | null;
  /** Coins in one contract where the wire counts coins; absent where it counts contracts. */
  readonly coinsPerContract?: number;
}

/** More than any venue sends. */
const LONGEST_SIDE = 10_000;
/** No deeper levels are kept. */
const DEEPEST = 200;
const HIGHEST_PRICE = 1e9;
const LARGEST_SIZE = 1e15;

/**
 * The book of a message as an event: levels sorted, best first; those without a price or a size above zero left out
 * and counted; no more than 200 a side. The error says which side is no list of levels.
 */
export function orderBookEvent(instrument: Instrument, wire: WireBook): Result<FeedEvent, string> {
  const coins = wire.coinsPerContract ?? 1;
  const [bids, asks] = [sideOf(wire.bids, coins), sideOf(wire.asks, coins)];
  if (bids === null || asks === null) return err(`${bids === null ? 'bids' : 'asks'}: not a list of levels`);
  const leftOut = bids.leftOut + asks.leftOut;
  const cut = Math.max(bids.levels.length, asks.levels.length) > DEEPEST;
  const book = {
    instrument: instrument.name,
    at: wire.at,
    bids: bids.levels.sort((a, b) => b.price - a.price).slice(0, DEEPEST),
    asks: asks.levels.sort((a, b) => a.price - b.price).slice(0, DEEPEST),
    limit: cut ? DEEPEST : wire.limit,
    ...(leftOut > 0 ? { leftOut } : {}),
  };
  const sizedInCoin = wire.coinsPerContract !== undefined;
  return ok({ kind: 'order-book', at: wire.at, instrument, book, sizedInCoin });
}

/**
 * The changes of a message as an event. A level without a price above zero or a size makes all of it unfit, for a book
 * changed by half would be wrong without a word.
 */
export function bookChangesEvent(
  instrument: Instrument,
  wire: Pick<WireBook, 'bids' | 'asks' | 'at'>,
): Result<FeedEvent, string> {
  const [bids, asks] = [changesOf(wire.bids), changesOf(wire.asks)];
  if (bids === null || asks === null) return err(`${bids === null ? 'bids' : 'asks'}: not a list of levels`);
  return ok({ kind: 'book-changes', at: wire.at, instrument, bids, asks });
}

function changesOf(list: unknown): readonly BookLevel[] | null {
  if (!Array.isArray(list) || list.length > LONGEST_SIDE) return null;
  const levels = (list as readonly unknown[]).flatMap((entry) => {
    const [price, size] = pairOf(entry).map(decimalOf);
    const gone = size === 0;
    const fit = isWithin(price, HIGHEST_PRICE) && (gone || isWithin(size, LARGEST_SIZE));
    return fit ? [{ price, size: size ?? 0 }] : [];
  });
  return levels.length === list.length ? levels : null;
}

interface Side {
  readonly levels: BookLevel[];
  readonly leftOut: number;
}

function sideOf(list: unknown, coins: number): Side | null {
  if (!Array.isArray(list) || list.length > LONGEST_SIDE) return null;
  const levels = (list as readonly unknown[]).flatMap((entry) => levelOf(entry, coins) ?? []);
  return { levels, leftOut: list.length - levels.length };
}

function levelOf(entry: unknown, coins: number): BookLevel | null {
  const [price, amount] = pairOf(entry).map(decimalOf);
  if (!isWithin(price, HIGHEST_PRICE) || !isWithin(amount, LARGEST_SIZE)) return null;
  return { price, size: amount / coins };
}

function pairOf(entry: unknown): readonly unknown[] {
  if (Array.isArray(entry)) return entry.slice(0, 2) as readonly unknown[];
  return isRecord(entry) ? [entry['limit_price'] ?? entry['price'], entry['size']] : [];
}

function isWithin(value: number | null | undefined, highest: number): value is number {
  return value !== null && value !== undefined && value > 0 && value <= highest;
}
