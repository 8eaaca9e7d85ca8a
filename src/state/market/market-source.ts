import type { Result } from '#base/result.ts';
import type { EpochMs } from '#base/time.ts';
import type { OptionChain } from '#market/option-chain.ts';
import type { VenueId } from '#market/venue-id.ts';

/** One whole picture of a market, and when this page received it. */
export interface MarketSnapshot {
  readonly chain: OptionChain;
  readonly receivedAt: EpochMs;
  /** Everything the source offers so far. */
  readonly underlyings: readonly string[];
}

/** Spot index and volatility index (decimal), each null where the venue has none. */
export interface IndexLevels {
  readonly indexPrice: number | null;
  readonly volatilityIndex: number | null;
}

/** A venue that is asked again and again. Each request rejects with a `MarketFaultError` and stops on its signal. */
export interface LiveMarket {
  readonly venue: VenueId;
  /** Name on screen. */
  readonly label: string;
  readonly knownUnderlyings: readonly string[];
  readonly chain: (underlying: string, signal: AbortSignal) => Promise<MarketSnapshot>;
  /** Terms of the listed contracts; afterwards chains carry them. Answers how many are listed. */
  readonly instruments: (underlying: string, signal: AbortSignal) => Promise<number>;
  readonly index: (underlying: string, signal: AbortSignal) => Promise<IndexLevels>;
}

/** A made-up market that moves with the clock, or stands still; never mistaken for data. */
export interface SampleSource {
  readonly underlyings: readonly string[];
  readonly snapshot: (underlying: string) => MarketSnapshot | null;
}

/** One instant of a recording at which something new was known. */
export interface ReplayFrame {
  readonly at: EpochMs;
}

/** A file opened by the user, read by the same reader as live text. */
export interface ReplayMarket {
  /** Unique for each opened file. */
  readonly id: string;
  readonly fileName: string;
  readonly venueLabel: string;
  /** The file holds the sample market, not data. */
  readonly sample: boolean;
  readonly underlyings: readonly string[];
  /** Frames that show this underlying, in time order. */
  readonly frames: (underlying: string) => readonly ReplayFrame[];
  readonly snapshot: (underlying: string, frame: number) => MarketSnapshot | null;
  /** What could not be read of the file, in words; null when all of it was. */
  readonly leftOut: string | null;
}

/** What there is to open, handed in by whoever wires the page. */
export interface MarketDoors {
  readonly live: readonly LiveMarket[];
  readonly openSample: (how: { readonly still: boolean }) => Promise<SampleSource>;
  /** The error is one sentence for the user; the market on screen stays. */
  readonly openFile: (file: File, signal: AbortSignal) => Promise<Result<ReplayMarket, string>>;
  /** What was received since the page opened, as a recording; null when that is nothing. */
  readonly saveRecording: () => Promise<{ readonly name: string; readonly content: Blob } | null>;
  /** How long to wait before the next attempt, milliseconds. */
  readonly retryDelay: (attempt: number, retryAfterMs: number | null, jitter: number) => number;
  readonly now: () => EpochMs;
}
