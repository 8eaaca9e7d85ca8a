import { type Result, err, ok } from '#base/result.ts';
import type { Instrument } from '#market/instrument.ts';
import type { BookLevel } from '#market/order-book.ts';
import type { Quote } from '#market/quote.ts';
import { type BookSide, type KnownDepth, type Untradable, offeredSide, sideFills } from './side-fills.ts';

/** Why a size cannot be bought, as far as is known. */
export interface Unfillable {
  readonly reason: Exclude<Untradable['reason'], 'no-bid'>;
  /** Share of the size that is offered, in [0, 1]. */
  readonly fillable: number;
}

/** What buying a size takes: prices in premium units, sizes in contracts. */
export interface FloorFills {
  readonly fills: readonly BookLevel[];
  readonly bestAsk: number;
  readonly depth: KnownDepth;
}

/**
 * Buys a number of contracts at what is offered, from the whole book where it is known, else at the best ask within its
 * size, else at the quoted price alone. What is not offered is never made up.
 * @param asks the ask side of the contract's book; null when it is not known
 */
export function floorFills(
  instrument: Instrument,
  quote: Quote,
  asks: BookSide | null,
  contracts: number,
): Result<FloorFills, Unfillable> {
  const filled = sideFills(instrument, offeredSide(quote, asks, 'buy'), contracts, 'buy');
  if (filled.ok) {
    const { fills, best, depth } = filled.value;
    return ok({ fills, bestAsk: best, depth });
  }
  const { reason, fillable } = filled.error;
  return err({ reason: reason === 'no-bid' ? 'no-ask' : reason, fillable });
}
