import type { EpochMs } from '#base/time.ts';

/** What a venue's sockets are doing. `off`: nothing of the view streams, or nobody looks. */
export type FeedPhase = 'off' | 'connecting' | 'streaming' | 'reconnecting' | 'paused';

/** Why a connection ended that nobody here had ended. */
export type LossReason =
  /** It never opened: no network, the venue is away, or a gate before it refuses. */
  | 'not-opened'
  | 'closed-by-venue'
  /** It looked open and said nothing for too long. */
  | 'half-open'
  /** The device slept or changed its network. */
  | 'slept'
  | 'offline'
  /** The page could not load its own code for sockets. */
  | 'not-loaded';

/** Something that happened to the sockets, for the history. */
export interface FeedIncident {
  readonly at: EpochMs;
  readonly kind:
    | 'connected'
    | 'lost'
    | 'gap'
    | 'resync'
    | 'refused'
    | 'renewed'
    | 'paused'
    | 'resumed'
    | 'left-out';
  /** One clause for people; bounded. */
  readonly detail: string;
  readonly reason: LossReason | null;
}

/** One minute of a feed's life. */
export interface FeedMinute {
  /** The minute's beginning. */
  readonly at: EpochMs;
  readonly frames: number;
  /** UTF-16 units received. */
  readonly size: number;
  /** Median of receipt less the venue's own stamp, uncorrected for clocks; null where no frame showed one. */
  readonly delayMs: number | null;
  readonly leftOut: number;
}

/** How far this device's clock is from the venue's. */
export interface ClockReading {
  /** Venue less device; positive when the device is behind. */
  readonly skewMs: number;
  /** Half of the best round trip: the true difference lies within this of `skewMs`. */
  readonly marginMs: number;
  readonly samples: number;
}

/** What there was since the page opened. */
export interface FeedTotals {
  readonly connects: number;
  readonly losses: number;
  readonly gaps: number;
  readonly resyncs: number;
  readonly frames: number;
  /** Messages not handed on because a newer one said the same thing before anyone could read them. */
  readonly superseded: number;
  /** Messages thrown away because the buffer was full; each time the chain was asked anew. */
  readonly overflowed: number;
  /** Frames of the venue that could not be read. */
  readonly unread: number;
}

/** Channels by what became of them. */
export interface FeedChannels {
  readonly wanted: number;
  /** Asked for on an open line. */
  readonly subscribed: number;
  readonly refused: number;
  /** Wanted and not asked for, since the venue allows no more on a connection. */
  readonly overLimit: number;
}

/** How one venue's sockets are doing: a plain value, new whenever something changed, at most a few times a second. */
export interface FeedHealth {
  readonly phase: FeedPhase;
  readonly since: EpochMs;
  /** Why the last connection ended; null while there has been none such or after the line is well again. */
  readonly lastLoss: { readonly at: EpochMs; readonly reason: LossReason } | null;
  /** When the next attempt to connect starts; null when none is due. */
  readonly nextTryAt: EpochMs | null;
  /** Attempts that failed since the line was last well. */
  readonly attempts: number;
  readonly lastFrameAt: EpochMs | null;
  /** When a frame with something to read came last. */
  readonly lastDataAt: EpochMs | null;
  /** Over the last ten seconds. */
  readonly framesPerSecond: number;
  /** Median of receipt less the venue's stamp over the last frames, uncorrected; null where none showed one. */
  readonly delayMs: number | null;
  /** By the venue's answers to heartbeats; null where they carry no clock. */
  readonly clock: ClockReading | null;
  readonly channels: FeedChannels;
  readonly totals: FeedTotals;
  /** Of the last hour, oldest first; bounded. */
  readonly incidents: readonly FeedIncident[];
  /** Of the last hour, oldest first; minutes without a frame are there too. */
  readonly minutes: readonly FeedMinute[];
}
