import type { EpochMs } from '#base/time.ts';
import type { ClockReading, FeedHealth, LossReason } from '#feed/feed-health.ts';
import type { FeedFailure } from '#feed/feed-failure.ts';
import type { MarketFault } from './market-fault.ts';

/** How far the venue's clock is from this device's, and how sure that is. */
export type VenueClock = Pick<ClockReading, 'skewMs' | 'marginMs'>;

/** How a venue's sockets are doing, as far as the words about a market depend on it; changes seldom. */
export interface StreamLine {
  readonly phase: FeedHealth['phase'];
  /** When the next attempt to connect starts; null when none is due. */
  readonly nextTryAt: EpochMs | null;
  readonly lost: { readonly at: EpochMs; readonly reason: LossReason } | null;
  /** The venue's clock against this device's; null, or absent, where no answer has told it. */
  readonly clock?: VenueClock | null;
}

const WORDS: Readonly<Record<LossReason, (venue: string) => string>> = {
  'not-opened': (venue) => `${venue} does not take the connection, or a gate before it refuses.`,
  'closed-by-venue': (venue) => `${venue} closed the connection.`,
  'half-open': (venue) => `${venue} fell silent, and the connection was given up.`,
  slept: () => 'This device slept, and the connection was given up.',
  offline: () => 'This device has no network connection.',
  'not-loaded': () => 'This page could not load its part for sockets; should that last, reload the page.',
};

/** The loss of the only way to a venue, as a fault of its market; null while the way is open or opening. */
export function streamFault({ phase, lost }: StreamLine, venue: string): MarketFault | null {
  if (phase !== 'reconnecting' || lost === null) return null;
  const { at, reason } = lost;
  const failure: FeedFailure = { kind: reason === 'offline' ? 'offline' : 'unreachable' };
  return { failure, text: WORDS[reason](venue), at, random: 0 };
}
