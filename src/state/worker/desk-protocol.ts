import type { AnalysisSettings } from '#analytics/analysis-settings.ts';
import type { SmileLine } from '#analytics/curves/smile-line.ts';
import type { StandardFloor } from '#analytics/protection/standard-floor.ts';
import type { Report } from '#analytics/report.ts';
import type { Result } from '#base/result.ts';
import type { EpochMs } from '#base/time.ts';
import type { FeedFailure } from '#feed/feed-failure.ts';
import type { FeedPlan, FeedView } from '#feed/line/live-feed.ts';
import type { IndexLevels } from '#feed/live-source.ts';
import type { TransportFailure } from '#feed/transport.ts';
import type { OptionChain } from '#market/option-chain.ts';
import type { WireMessage } from '#market/recording.ts';
import type { VenueId } from '#market/venue-id.ts';
import type { PackedPoints } from './packed-points.ts';
import type { Job } from './protocol.ts';
import type { ProgrammeQuestion, ProgrammeRun } from './programme-run.ts';
import type { StudyName } from './studies.ts';

/** What the page needs to know of a chain that stays in the worker. */
export type ChainHead = Pick<
  OptionChain,
  'venue' | 'underlying' | 'asOf' | 'version' | 'indexPrice' | 'volatilityIndex'
>;

/** A chain in the worker's keeping, by name. */
export interface ChainRef {
  readonly shelf: string;
  readonly underlying: string;
  readonly version: number;
}

/** A chain the worker has read and kept. */
export interface HeldChain {
  readonly head: ChainHead;
  readonly ref: ChainRef;
  readonly underlyings: readonly string[];
}

/** What is asked of a venue: the whole chain, terms of contracts, index levels, one contract's order book. */
export type Purpose = 'chain' | 'terms' | 'index' | 'book';

/** Whose order book; empty for every other purpose. */
export interface BookQuestion {
  readonly instrument: string;
}

/** One thing asked of one venue at one moment. */
export interface VenueQuestion {
  readonly venue: VenueId;
  readonly underlying: string;
  readonly now: EpochMs;
}

/** What came back for one address, as the page received it. */
export interface FetchedAnswer {
  readonly url: string;
  readonly outcome: Result<WireMessage, TransportFailure>;
}

export interface FetchedAnswers extends VenueQuestion {
  readonly answers: readonly FetchedAnswer[];
}

/** What was read of a venue's list of contracts so far. */
export interface ReadTerms {
  readonly contracts: number;
  /** Addresses of the pages that follow. */
  readonly more: readonly string[];
}

/** What the venue pushed since the last batch, in the order in which it came. */
export interface PushedBatch extends VenueQuestion {
  readonly messages: readonly WireMessage[];
}

/** What the worker made of a batch. */
export interface PushedNews {
  /** The chain as it stands now; null before the first quotes. */
  readonly held: HeldChain | null;
  /** Messages of which nothing could be read. */
  readonly unread: number;
}

/** What to look at on a venue's sockets. */
export interface PlanQuestion extends VenueQuestion {
  readonly view: FeedView;
}

/** The sample market: moving with the clock it is given, or standing still. */
export interface SampleQuestion {
  readonly underlying: string;
  readonly still: boolean;
  readonly startedAt: EpochMs;
  readonly now: EpochMs;
}

/** A file to open, and what its first analysis is to be of, so that its charts are ready with it. */
export interface FileQuestion {
  readonly file: File;
  /** Names the opened file in later questions. */
  readonly shelf: string;
  /** Where the file does not have it, its first underlying is taken. */
  readonly underlying: string;
  readonly settings: AnalysisSettings;
}

/** How far opening a file has come: bytes read, then what is done with them. */
export type OpeningProgress =
  | { readonly stage: 'bytes'; readonly read: number; readonly total: number }
  /** `share` where it takes long enough to be told. */
  | { readonly stage: 'quotes'; readonly share?: number }
  | { readonly stage: 'smiles'; readonly underlying: string };

/** A file that stays in the worker, as the page needs to know it. */
export interface FileHead {
  readonly venueLabel: string;
  /** The file holds the sample market, not data. */
  readonly sample: boolean;
  readonly underlyings: readonly string[];
  /** When the last quotes of each stop were received. */
  readonly stops: readonly EpochMs[];
  /** Messages that could not be read. */
  readonly unread: number;
  /** What of the file is damaged and was left out, a clause; null where nothing is. */
  readonly damaged: string | null;
  /** The chain of the first stop, analysed already; null where the recording has no quotes there yet. */
  readonly first: HeldChain | null;
}

/** One stop of an opened file, counted from 0. */
export interface StopQuestion {
  readonly shelf: string;
  readonly underlying: string;
  readonly stop: number;
}

/** A report, its smiles as lines fit to be drawn, and the bill of a floor: each with one entry an expiry of the report. */
export interface Analysed {
  readonly report: Report;
  readonly lines: readonly (SmileLine | null)[];
  readonly protection: StandardFloor;
}

/** The same on its way from the worker to the page. */
export interface PackedAnalysis extends Omit<Analysed, 'report'> {
  readonly report: Omit<Report, 'points'>;
  readonly points: PackedPoints;
}

/** What to analyse, and how. */
export interface AnalysisQuestion {
  readonly chain: ChainRef;
  readonly settings: AnalysisSettings;
}

/** One study of one chain, by name. */
export interface StudyQuestion extends AnalysisQuestion {
  readonly name: StudyName;
  readonly argument: unknown;
}

/** What the worker does: it knows which addresses to ask, reads what they say, keeps the chains and analyses them. */
export interface DeskHandlers extends Readonly<Record<string, (argument: never, job: Job) => unknown>> {
  readonly addresses: (
    question: VenueQuestion & BookQuestion & { readonly purpose: Purpose },
  ) => readonly string[];
  /** How many levels there are; later chains carry them. */
  readonly book: (fetched: FetchedAnswers & BookQuestion) => Promise<Result<number, FeedFailure>>;
  readonly sampleBook: (question: SampleQuestion & BookQuestion) => Promise<Result<number, FeedFailure>>;
  readonly chain: (fetched: FetchedAnswers) => Promise<Result<HeldChain, FeedFailure>>;
  /** A list that goes on elsewhere names where: the same is asked again with those answers besides, until none is named. */
  readonly terms: (fetched: FetchedAnswers) => Promise<Result<ReadTerms, FeedFailure>>;
  readonly index: (fetched: FetchedAnswers) => Promise<Result<IndexLevels, FeedFailure>>;
  readonly push: (batch: PushedBatch) => PushedNews;
  readonly plan: (question: PlanQuestion) => FeedPlan;
  readonly sample: (question: SampleQuestion) => Promise<Result<HeldChain, FeedFailure>>;
  /** What the sample market has said so far, as a file; null when it was never asked. */
  readonly saveSample: (question: null) => Promise<Blob | null>;
  /** The error is a clause for the user, without a full stop. */
  readonly openFile: (question: FileQuestion, job: Job<OpeningProgress>) => Promise<Result<FileHead, string>>;
  /** Null where the recording had no quotes of the underlying yet, or where nobody waits any more. */
  readonly stop: (question: StopQuestion, job: Job) => Promise<HeldChain | null>;
  readonly closeFile: (shelf: string) => void;
  readonly analyse: (question: AnalysisQuestion) => PackedAnalysis;
  /** The answer is the study's own; `useStudy` gives it its type. */
  readonly study: (question: StudyQuestion) => Promise<unknown>;
  /** Tells how far it has come in [0, 1]. The error is one line for people. */
  readonly programme: (
    question: ProgrammeQuestion,
    job: Job<number>,
  ) => Promise<Result<ProgrammeRun, string>>;
}
