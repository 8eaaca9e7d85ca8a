import type { EpochMs } from '#base/time.ts';
import type { VenueId } from './venue-id.ts';

/** First line of a recording (JSON Lines): what is inside and since when. */
export interface RecordingHeader {
  readonly format: 'smirk-recording';
  readonly version: 1;
  readonly venue: VenueId;
  readonly startedAt: EpochMs;
  /** Present when the text came from the sample market, so that it is never mistaken for data. */
  readonly sample?: true;
}

/** One message exactly as it came; every line of a recording after the first, and what a reader takes. */
export interface WireMessage {
  /** Milliseconds UTC at which it was received. */
  readonly at: EpochMs;
  readonly via: 'http' | 'ws';
  /** The address it answers: a URL, for sockets the socket's URL. */
  readonly request: string;
  readonly body: string;
}
