import { type Result, err, ok } from '#base/result.ts';
import type { Instrument } from '#market/instrument.ts';
import type { BookLevel, OrderBook } from '#market/order-book.ts';
import type { Quote } from '#market/quote.ts';
import { walkBook } from './walk-book.ts';

/** What the fills rest on: a whole book, the best price with its size, or a price whose size the venue did not say. */
export type KnownDepth = 'book' | 'top-of-book' | 'quoted-price';

/** Whether one pays the ask or receives the bid. */
export type TradeSide = 'buy' | 'sell';

/** A tenth of ten lots is one lot, whatever the tenth is in binary. */
const ROUNDING = 1e-9;

/** Why a size cannot be traded, as far as is known. */
export interface Untradable {
  readonly reason:
    | 'no-ask'
    | 'no-bid'
    | 'below-minimum-trade'
    /** The whole book is known and holds less. */
    | 'beyond-book'
    /** The levels that the venue sent hold less, and there may be deeper ones. */
    | 'beyond-levels'
    | 'beyond-top-of-book';
  /** Share of the size that is there, in [0, 1]. */
  readonly fillable: number;
  /** Levels that the venue sent, where there may be deeper ones; null otherwise. */
  readonly levels: number | null;
}

/** What trading a size takes: prices in premium units, sizes in contracts. */
export interface SideFills {
  readonly fills: readonly BookLevel[];
  readonly best: number;
  /** Mean price of the fills. */
  readonly average: number;
  readonly depth: KnownDepth;
}

/** One side of an order book, best first. */
export interface BookSide {
  readonly levels: readonly BookLevel[];
  /** As many levels as the venue sends: there may be deeper ones. */
  readonly cut: boolean;
}

/** What an order of one direction trades against; a side with as many levels as were asked for may go deeper. */
export function bookSide({ bids, asks, limit = null }: OrderBook, side: TradeSide): BookSide {
  const levels = side === 'buy' ? asks : bids;
  return { levels, cut: limit !== null && levels.length >= limit };
}

/** What is there to trade with on one side: levels best first; null where only a price is known, or not even that. */
export interface OfferedSide {
  readonly best: number | null;
  readonly levels: readonly BookLevel[] | null;
  readonly depth: KnownDepth;
  /** There may be levels deeper than those known. */
  readonly cut: boolean;
}

/**
 * One side of a contract's market: of its order book where that is known, else the quote's best price and size.
 * @param book the side of the book that is traded against; null when it is not known
 */
export function offeredSide(quote: Quote | null, book: BookSide | null, side: TradeSide): OfferedSide {
  if (book !== null) {
    const { levels, cut } = book;
    return { best: levels[0]?.price ?? null, levels, depth: 'book', cut };
  }
  if (quote === null) return { best: null, levels: null, depth: 'quoted-price', cut: false };
  const [best, size] = side === 'buy' ? [quote.ask, quote.askSize] : [quote.bid, quote.bidSize];
  if (best === null || size === null) return { best, levels: null, depth: 'quoted-price', cut: false };
  return { best, levels: [{ price: best, size }], depth: 'top-of-book', cut: false };
}

/** Trades a number of contracts against one side, level by level. What is not there is never made up. */
export function sideFills(
  instrument: Instrument,
  { best, levels, depth, cut }: OfferedSide,
  contracts: number,
  side: TradeSide,
): Result<SideFills, Untradable> {
  if (best === null) return err({ reason: side === 'buy' ? 'no-ask' : 'no-bid', fillable: 0, levels: null });
  if (instrument.minimumTrade !== null && contracts < instrument.minimumTrade * (1 - ROUNDING)) {
    return err({ reason: 'below-minimum-trade', fillable: 0, levels: null });
  }
  if (levels === null) {
    return ok({ fills: [{ price: best, size: contracts }], best, average: best, depth });
  }
  const { filled, taken, averagePrice } = walkBook(levels, contracts);
  if (filled >= contracts) return ok({ fills: taken, best, average: averagePrice ?? best, depth });
  const fillable = filled / contracts;
  if (depth !== 'book') return err({ reason: 'beyond-top-of-book', fillable, levels: null });
  return err({
    reason: cut ? 'beyond-levels' : 'beyond-book',
    fillable,
    levels: cut ? levels.length : null,
  });
}
