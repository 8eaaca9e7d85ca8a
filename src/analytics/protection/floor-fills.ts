import { type Result, err, ok } from '#base/result.ts';
import type { Instrument } from '#market/instrument.ts';
import type { BookLevel } from '#market/order-book.ts';
import type { Quote } from '#market/quote.ts';
import { walkBook } from './walk-book.ts';

/** What the fills rest on: a whole book, the best price with its size, or a price whose size the venue did not say. */
export type KnownDepth = 'book' | 'top-of-book' | 'quoted-price';

/** Why a size cannot be bought, as far as is known. */
export interface Unfillable {
  readonly reason: 'no-ask' | 'below-minimum-trade' | 'beyond-book' | 'beyond-top-of-book';
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
 * @param asks the ask side of the contract's book, best first; null when it is not known
 */
export function floorFills(
  instrument: Instrument,
  quote: Quote,
  asks: readonly BookLevel[] | null,
  contracts: number,
): Result<FloorFills, Unfillable> {
  const best = asks === null ? quote.ask : (asks[0]?.price ?? null);
  if (best === null) return err({ reason: 'no-ask', fillable: 0 });
  if (instrument.minimumTrade !== null && contracts < instrument.minimumTrade) {
    return err({ reason: 'below-minimum-trade', fillable: 0 });
  }
  const levels = asks ?? (quote.askSize === null ? null : [{ price: best, size: quote.askSize }]);
  if (levels === null) {
    return ok({ fills: [{ price: best, size: contracts }], bestAsk: best, depth: 'quoted-price' });
  }
  const { filled, taken } = walkBook(levels, contracts);
  if (filled >= contracts) {
    return ok({ fills: taken, bestAsk: best, depth: asks === null ? 'top-of-book' : 'book' });
  }
  const reason = asks === null ? 'beyond-top-of-book' : 'beyond-book';
  return err({ reason, fillable: filled / contracts });
}
