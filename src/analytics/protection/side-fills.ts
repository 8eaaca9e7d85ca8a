import { type Result, err, ok } from '#base/result.ts';
import type { Instrument } from '#market/instrument.ts';
import type { BookLevel } from '#market/order-book.ts';
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
  readonly reason: 'no-ask' | 'no-bid' | 'below-minimum-trade' | 'beyond-book' | 'beyond-top-of-book';
  /** Share of the size that is there, in [0, 1]. */
  readonly fillable: number;
}

/** What trading a size takes: prices in premium units, sizes in contracts. */
export interface SideFills {
  readonly fills: readonly BookLevel[];
  readonly best: number;
  /** Mean price of the fills. */
  readonly average: number;
  readonly depth: KnownDepth;
}

/** What is there to trade with on one side: levels best first; null where only a price is known, or not even that. */
export interface OfferedSide {
  readonly best: number | null;
  readonly levels: readonly BookLevel[] | null;
  readonly depth: KnownDepth;
}

/**
 * One side of a contract's market: of its order book where that is known, else the quote's best price and size.
 * @param levels the side of the book that is traded against, best first; null when it is not known
 */
export function offeredSide(
  quote: Quote | null,
  levels: readonly BookLevel[] | null,
  side: TradeSide,
): OfferedSide {
  if (levels !== null) return { best: levels[0]?.price ?? null, levels, depth: 'book' };
  if (quote === null) return { best: null, levels: null, depth: 'quoted-price' };
  const [best, size] = side === 'buy' ? [quote.ask, quote.askSize] : [quote.bid, quote.bidSize];
  if (best === null || size === null) return { best, levels: null, depth: 'quoted-price' };
  return { best, levels: [{ price: best, size }], depth: 'top-of-book' };
}

/** Trades a number of contracts against one side, level by level. What is not there is never made up. */
export function sideFills(
  instrument: Instrument,
  { best, levels, depth }: OfferedSide,
  contracts: number,
  side: TradeSide,
): Result<SideFills, Untradable> {
  if (best === null) return err({ reason: side === 'buy' ? 'no-ask' : 'no-bid', fillable: 0 });
  if (instrument.minimumTrade !== null && contracts < instrument.minimumTrade * (1 - ROUNDING)) {
    return err({ reason: 'below-minimum-trade', fillable: 0 });
  }
  if (levels === null) {
    return ok({ fills: [{ price: best, size: contracts }], best, average: best, depth });
  }
  const { filled, taken, averagePrice } = walkBook(levels, contracts);
  if (filled >= contracts) return ok({ fills: taken, best, average: averagePrice ?? best, depth });
  const reason = depth === 'book' ? 'beyond-book' : 'beyond-top-of-book';
  return err({ reason, fillable: filled / contracts });
}
