import type { EpochMs } from '#base/time.ts';

/** One price at which something is offered: price in the instrument's premium unit, size in contracts. */
export interface BookLevel {
  readonly price: number;
  readonly size: number;
}

/** Everything offered in one instrument at one instant; best price first on both sides. */
export interface OrderBook {
  readonly instrument: string;
  readonly at: EpochMs;
  readonly bids: readonly BookLevel[];
  readonly asks: readonly BookLevel[];
}
