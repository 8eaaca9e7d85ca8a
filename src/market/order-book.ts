import type { EpochMs } from '#base/time.ts';

/** One price at which something is offered: price in the instrument's premium unit, size in contracts. */
export interface BookLevel {
  readonly price: number;
  readonly size: number;
}

/** Everything offered in one instrument at one instant; best price first on both sides. */
export interface OrderBook {
  readonly instrument: string;
  /** The venue's own time of the book: how old it is beside a chain's `asOf` is for the reader to judge. */
  readonly at: EpochMs;
  readonly bids: readonly BookLevel[];
  readonly asks: readonly BookLevel[];
  /** Levels a side that were asked for: a side with so many may go deeper. Absent or null where no limit is known. */
  readonly limit?: number | null;
  /** Levels of the message whose price or size was nothing, negative or no number; absent when there were none. */
  readonly leftOut?: number;
}
