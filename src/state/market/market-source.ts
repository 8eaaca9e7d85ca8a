import type { AnalysisSettings } from '#analytics/analysis-settings.ts';
import type { Result } from '#base/result.ts';
import type { EpochMs } from '#base/time.ts';
import type { FeedHealth } from '#feed/feed-health.ts';
import type { FeedView } from '#feed/line/live-feed.ts';
import type { IndexLevels } from '#feed/live-source.ts';
import type { VenueId } from '#market/venue-id.ts';
import type { RecorderState } from '#feed/recorder.ts';
import type { RestMemory } from './rest-memory.ts';
import type { ChainHead, ChainRef, OpeningProgress } from '../worker/desk-protocol.ts';

/** One whole picture of a market, and when this page received it. */
export interface MarketSnapshot {
  readonly chain: ChainHead;
  /** Where its quotes are, for whoever analyses them. */
  readonly ref: ChainRef;
  readonly receivedAt: EpochMs;
  /** Everything the source offers so far. */
  readonly underlyings: readonly string[];
}

/** What a stream tells whoever opened it. */
export interface StreamListener {
  readonly onSnapshot: (snapshot: MarketSnapshot) => void;
  readonly onHealth: (health: FeedHealth) => void;
  /** Something was missed: the chain is to be asked for by request. */
  readonly onResync: () => void;
}

/** A venue's stream for one underlying, until closed. */
export interface OpenStream {
  readonly look: (view: FeedView) => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly retry: () => void;
  readonly close: () => void;
}

/** Opens a stream; its code is fetched when the first one is wanted. */
export type StreamDoor = (view: FeedView, listener: StreamListener) => OpenStream;

/** A venue that is asked again and again. Each request rejects with a `MarketFaultError` and stops on its signal. */
export interface LiveMarket {
  readonly venue: VenueId;
  /** Name on screen. */
  readonly label: string;
  readonly knownUnderlyings: readonly string[];
  /** Whether answers to requests can be read by a page; where that is not known, it is tried. */
  readonly restFromPage: 'yes' | 'no' | 'probe';
  /** Null where the venue does not stream. */
  readonly stream: StreamDoor | null;
  readonly chain: (underlying: string, signal: AbortSignal) => Promise<MarketSnapshot>;
  /** Terms of the listed contracts; afterwards chains carry them. Answers how many are listed. */
  readonly instruments: (underlying: string, signal: AbortSignal) => Promise<number>;
  /** Everything offered in one contract; afterwards chains carry it for a while. Answers how many levels there are. */
  readonly book: (underlying: string, instrument: string, signal: AbortSignal) => Promise<number>;
  readonly index: (underlying: string, signal: AbortSignal) => Promise<IndexLevels>;
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
  readonly frames: readonly ReplayFrame[];
  /** The first frame, of the underlying that was asked for on opening; null where nothing was quoted yet. */
  readonly first: MarketSnapshot | null;
  /** Null where nothing was quoted yet. */
  readonly snapshot: (
    underlying: string,
    frame: number,
    signal: AbortSignal,
  ) => Promise<MarketSnapshot | null>;
  /** Lets go of it; nothing may be asked afterwards. */
  readonly close: () => void;
  /** What could not be read of the file, in words; null when all of it was. */
  readonly leftOut: string | null;
}

/** What opening a file may depend on, and whom it concerns. */
export interface FileOpening {
  /** What is on screen: its charts are made ready with the file. */
  readonly underlying: string;
  readonly settings: AnalysisSettings;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: OpeningProgress) => void;
}

/** Whose messages are to be saved. */
export type RecordedMarket = VenueId | 'sample';

/** What there is to open, handed in by whoever wires the page. */
export interface MarketDoors {
  readonly live: readonly LiveMarket[];
  /** A made-up market that moves with the clock, or stands still; never mistaken for data. */
  readonly sample: (underlying: string, still: boolean) => Promise<MarketSnapshot>;
  /** The order book of one of its contracts; afterwards its chains carry it. Answers how many levels there are. */
  readonly sampleBook: (underlying: string, still: boolean, instrument: string) => Promise<number>;
  /** The error is a clause for the user, without a full stop; the market on screen stays. */
  readonly openFile: (file: File, opening: FileOpening) => Promise<Result<ReplayMarket, string>>;
  /** What was received since the page opened, as a recording; null when that is nothing. */
  readonly saveRecording: (
    market: RecordedMarket,
  ) => Promise<{ readonly name: string; readonly content: Blob } | null>;
  /** How much of a venue's messages is held to be saved; null before the first. */
  readonly recorded: (venue: VenueId) => RecorderState | null;
  readonly restMemory: RestMemory;
  readonly now: () => EpochMs;
}
