import type { EpochMs } from '#base/time.ts';

/**
 * The latest prices of one instrument. Prices are in the instrument's premium unit per unit of the underlying;
 * vols are decimals per year; sizes are contracts. Missing is null: a venue's 0, "" or -1 for "no quote" is read as null.
 */
export interface Quote {
  /** The instrument's name. */
  readonly instrument: string;
  readonly bid: number | null;
  readonly ask: number | null;
  readonly bidSize: number | null;
  readonly askSize: number | null;
  readonly mark: number | null;
  readonly last: number | null;
  /** What the venue says the vols are; shown beside our own, never an input of a fit. */
  readonly venueMarkVol: number | null;
  readonly venueBidVol: number | null;
  readonly venueAskVol: number | null;
  /** The venue's forward for this row's expiry at this row's instant, in the quote currency. */
  readonly forward: number | null;
  /** The venue's name of that forward: a listed future, a synthetic, the index. */
  readonly forwardName: string | null;
  /** The venue's discount factor to expiry; null where it publishes none. */
  readonly discount: number | null;
  /** Contracts times contract size, in units of the underlying. */
  readonly openInterest: number | null;
  /** 24-hour volume in units of the underlying. */
  readonly volume: number | null;
  /** The venue's own time stamp of the quote. */
  readonly at: EpochMs;
}
