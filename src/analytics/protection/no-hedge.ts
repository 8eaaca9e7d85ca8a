import type { QuoteState } from '../report.ts';

/** Why a plan has no bill at an expiry. */
export type NoHedgeReason =
  | 'expired'
  | 'no-forward'
  | 'no-smile'
  | 'no-spot'
  | 'no-strike'
  /** No put is listed near the strike that is sold below the floor, or no call near the cap. */
  | 'no-lower-strike'
  | 'no-cap-strike'
  | 'no-expiry'
  | 'beyond-last-expiry'
  /** A delta that no strike has. */
  | 'no-delta'
  /** The strikes found are not in the order that the structure needs. */
  | 'strikes-out-of-order'
  | 'no-ask'
  | 'no-bid'
  | 'below-minimum-trade'
  | 'beyond-book'
  /** The levels that the venue sent hold less; whether there are deeper ones is not known. */
  | 'beyond-levels'
  | 'beyond-top-of-book'
  /** No listed strike keeps the loss that low; `reachable` is the smallest that is. */
  | 'loss-out-of-reach'
  /** Not even the lowest call pays for the put. */
  | 'cannot-finance'
  /** Even the highest listed call pays for more than the put. */
  | 'cap-beyond-listed'
  /** A perpetual whose funding nobody has told: all that it costs or earns. */
  | 'no-funding'
  | Extract<QuoteState, 'crossed' | 'stale' | 'below-intrinsic' | 'above-maximum'>;

/** A plan that cannot be carried out, as a result to be drawn. */
export interface NoHedge {
  readonly reason: NoHedgeReason;
  /** Share of the size that is offered, in [0, 1]; null where it never came to asking. */
  readonly fillable: number | null;
  /** Name of the contract that stands in the way; null where none does. */
  readonly instrument: string | null;
  /** Smallest loss that can be had, decimal, for `loss-out-of-reach`; null otherwise. */
  readonly reachable: number | null;
  /** Levels that the venue sent, for `beyond-levels`; null otherwise. */
  readonly levels: number | null;
}

/** A reason with what is known beside it. */
export function noHedge(
  reason: NoHedgeReason,
  {
    fillable = null,
    instrument = null,
    reachable = null,
    levels = null,
  }: Partial<Omit<NoHedge, 'reason'>> = {},
): NoHedge {
  return { reason, fillable, instrument, reachable, levels };
}
