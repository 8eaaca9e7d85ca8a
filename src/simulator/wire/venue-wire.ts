import type { EpochMs } from '#base/time.ts';
import type { VenueId } from '#market/venue-id.ts';

/** What a venue answers to one question by HTTP. */
export interface WireAnswer {
  readonly status: number;
  readonly body: string;
}

/** What a session has to say at an instant. */
export interface WireOutput {
  readonly frames: readonly string[];
  /** Set when the venue hangs up after these frames. */
  readonly close: { readonly code: number; readonly reason: string } | null;
}

/** One client's socket, seen from the venue: it keeps what was subscribed, and has no clock and no network. */
export interface WireSession {
  /** A message of the client; the replies come at once, pushes when they fall due. */
  receive(text: string, now: EpochMs): readonly string[];
  /** Everything that has fallen due since it was last asked. */
  due(now: EpochMs): WireOutput;
  /** As many pushes of single contracts as asked for, out of turn; none where nothing is subscribed. */
  burst(count: number, now: EpochMs): readonly string[];
  /** The channels subscribed, in the venue's own words. */
  channels(): readonly string[];
}

/** One venue's mouth: wire text out of the simulated market. */
export interface VenueWire {
  readonly venue: VenueId;
  /** Hosts, with a port where it is not 443, under which the venue answers and pushes. */
  readonly hosts: readonly string[];
  /** Whether a page of another origin may read the answers. */
  readonly crossOrigin: boolean;
  answer(address: string, body: string, now: EpochMs): WireAnswer;
  openSession(address: string, now: EpochMs): WireSession;
}
