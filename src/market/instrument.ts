import type { EpochMs } from '#base/time.ts';
import type { FeeSchedule } from './fee-schedule.ts';
import type { TickTable } from './tick-table.ts';
import type { VenueId } from './venue-id.ts';

/** Call or put. */
export type OptionRight = 'call' | 'put';

/** What a premium is paid in: one unit of the underlying coin, or the quote currency. */
export type PremiumUnit = 'underlying' | 'quote';

/** One listed European or American option contract, in the venue's own terms. */
export interface Instrument {
  /** The venue's own name; unique within the venue. */
  readonly name: string;
  readonly venue: VenueId;
  /** `BTC` for coin-settled contracts, `BTC_USDC` for linear ones, `SPX` for an index. */
  readonly underlying: string;
  /** Root of the listing where one underlying has several (`SPX`, `SPXW`); equal to `underlying` elsewhere. */
  readonly series: string;
  readonly expiry: EpochMs;
  /** Strike in the quote currency per unit of the underlying. */
  readonly strike: number;
  readonly right: OptionRight;
  readonly premiumUnit: PremiumUnit;
  /** The currency of strikes and forwards: USD, USDC, USDT. */
  readonly quoteCurrency: string;
  /** Units of the underlying in one contract. Prices are always per unit of the underlying, never per contract. */
  readonly contractSize: number;
  /** Smallest order in contracts, or null when the venue has not said. */
  readonly minimumTrade: number | null;
  readonly ticks: TickTable;
  readonly exercise: 'european' | 'american';
  /** Null when the venue has not said. */
  readonly fees: FeeSchedule | null;
}
