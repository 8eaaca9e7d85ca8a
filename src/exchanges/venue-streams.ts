import type { EpochMs } from '#base/time.ts';

/** What of a market the page looks at: everything that a venue's choice of channels depends on. */
export interface StreamView {
  readonly underlying: string;
  /** Every contract of the underlying known to be listed; empty before the first chain or list of terms. */
  readonly contracts: readonly ListedContract[];
  /** Expiries on screen, the most wanted first. */
  readonly expiries: readonly EpochMs[];
  /** Names of contracts whose order book is on screen. */
  readonly books: readonly string[];
  /** True where no answer to a request can be read by the page: everything must come by socket. */
  readonly streamAlone: boolean;
}

/** A listed contract as far as channels depend on it. */
export interface ListedContract {
  readonly name: string;
  readonly expiry: EpochMs;
  readonly strike: number;
}

/** The channels wanted on one socket. */
export interface SocketPlan {
  /** The socket's URL; its origin is among the adapter's `origins`. */
  readonly address: string;
  /** In the venue's own words, each once, the most wanted first: those beyond the socket's limit are left out. */
  readonly channels: readonly string[];
}

/** A question asked on the socket, for venues whose answers to requests no page can read. */
export interface SocketCall {
  /** Equal in the answer. */
  readonly id: number;
  readonly frame: string;
  /** The http address of the same question, under which readers and recordings know its answer. */
  readonly request: string;
  /** Asked again after so long; null where once a connection is enough. */
  readonly everyMs: number | null;
}

/** Where a push stands in its channel's numbering. */
export interface SequencePlace {
  readonly here: number;
  /** The number that must have come just before; null for a push that begins anew. */
  readonly previous: number | null;
}

/** What a frame is, told without reading what it says. */
export type Frame =
  /**
   * For the reader. A newer frame of the same `key` makes an older one superfluous; null where each one counts.
   * `channel` is the word it was subscribed by where that shows, and goes with `sequence`.
   */
  | {
      readonly kind: 'data';
      readonly key: string | null;
      readonly channel: string | null;
      readonly sequence: SequencePlace | null;
    }
  /** The answer to a call: for the reader, under the call's own address. */
  | { readonly kind: 'answer'; readonly id: number }
  /** A subscription confirmed, or anything else that nobody need read. */
  | { readonly kind: 'confirmed' }
  /** A sign of life. `venueTime` is the venue's clock where it answers a heartbeat of ours with it. */
  | { readonly kind: 'alive'; readonly venueTime: EpochMs | null }
  /** The venue asks whether anyone is there: send this at once. */
  | { readonly kind: 'reply'; readonly frame: string }
  /**
   * The venue says no. `channels` are those it will not send, empty where it does not say; `answers` is the number of the
   * frame of ours that it will not have, null where it does not say.
   */
  | {
      readonly kind: 'refused';
      readonly reason: 'venue-error' | 'rate-limited' | 'region-blocked';
      /** Bounded text for people. */
      readonly detail: string;
      readonly channels: readonly string[];
      readonly answers: number | null;
    };

/** How a venue wants to be kept awake, and how long silence may last. */
export interface Heartbeat {
  /** Sent once when the socket has opened, before anything else. */
  opening(nextId: () => number): readonly string[];
  /** Sent every `everyMs`; null where the venue asks by itself or the browser answers unseen. */
  readonly beat: ((nextId: () => number) => string) | null;
  readonly everyMs: number;
  /** After so long without any frame the line is taken for dead, though it looks open. */
  readonly silenceMs: number;
  /** The venue cuts a connection after so long; it is renewed before. Null where there is no such rule. */
  readonly lifeMs: number | null;
}

/** A venue's bounds on one connection. */
export interface StreamLimits {
  readonly channelsPerSocket: number;
  /** The least time between two frames of ours, and the most frames in an hour. */
  readonly frameEveryMs: number;
  readonly framesPerHour: number;
}

/**
 * How a venue streams, without I/O and without its readers, so that a page may have it at little cost. Sockets,
 * timers and retries live in feed/. Every function is pure and none throws on any text.
 *
 * After a lost connection or a gap the chain is asked anew: by the adapter's `chainRequests` where `restFromPage` is
 * not `no`, otherwise by `calls`. A gap in one channel's `sequence` subscribes that channel anew.
 */
export interface VenueStreams {
  /** Whether a page of another origin can read answers to requests; `probe`: ask once, then fall back and remember. */
  readonly restFromPage: 'yes' | 'no' | 'probe';
  readonly heartbeat: Heartbeat;
  readonly limits: StreamLimits;
  /** Sockets and channels for a view; empty where nothing of it streams. */
  plan(view: StreamView): readonly SocketPlan[];
  /** Frames that subscribe to channels, split to the venue's limits of a frame. */
  subscribe(channels: readonly string[], nextId: () => number): readonly string[];
  unsubscribe(channels: readonly string[], nextId: () => number): readonly string[];
  /**
   * Questions for the socket; empty where none are needed. They are told apart by `request`: each is asked once it
   * first appears (a view grows as contracts become known), then as its `everyMs` says, and all again after a gap.
   */
  calls(view: StreamView, nextId: () => number): readonly SocketCall[];
  /** What a frame is. Data frames must be told by their first characters alone: there may be thousands a second. */
  recognise(text: string): Frame;
  /** The venue's own time stamp of a data frame; null where it shows none cheaply. */
  stampOf(text: string): EpochMs | null;
}
