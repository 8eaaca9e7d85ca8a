import type { EpochMs } from '#base/time.ts';
import type { Instrument } from './instrument.ts';
import type { OrderBook } from './order-book.ts';
import type { Quote } from './quote.ts';
import type { VenueId } from './venue-id.ts';

/** A row of a venue's message that could not be read, with its closed reason. */
export interface RejectedRow {
  /** The instrument's name where it could be read. */
  readonly instrument: string | null;
  readonly reason: RowFailureReason;
  /** What was wrong, bounded in length; text for people. */
  readonly detail: string;
  /** The contract that the name tells of, where the row was an option's: it is listed though its prices were not read. */
  readonly listed?: Instrument;
}

/** Why one row of a venue's message was not read. */
export type RowFailureReason = 'unreadable-name' | 'malformed-row' | 'duplicate-row' | 'not-an-option';

/** One contract and its latest quote; null when the venue listed it without prices. */
export interface ContractQuote {
  readonly instrument: Instrument;
  readonly quote: Quote | null;
}

/** All contracts of one expiry of one series, by strike, put before call. */
export interface ExpiryQuotes {
  readonly expiry: EpochMs;
  /** `SPX` or `SPXW`; equal to the underlying elsewhere. */
  readonly series: string;
  readonly contracts: readonly ContractQuote[];
}

/** All quotes of one underlying at one instant: immutable, versioned, expiries in time order. */
export interface OptionChain {
  readonly venue: VenueId;
  readonly underlying: string;
  /** The venue's time of the newest quote; what "now" means for times to expiry. */
  readonly asOf: EpochMs;
  /** Increases by one with each snapshot of the same chain. */
  readonly version: number;
  readonly indexPrice: number | null;
  /** The venue's volatility index as a decimal (0.38 = 38 vol points), null where there is none. */
  readonly volatilityIndex: number | null;
  readonly expiries: readonly ExpiryQuotes[];
  /** Order books of contracts of this chain where they are known, by instrument name; absent where none is. */
  readonly books?: ReadonlyMap<string, OrderBook>;
  /** Rows that could not be read; nothing is dropped silently. */
  readonly rejected: readonly RejectedRow[];
}
