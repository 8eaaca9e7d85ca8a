import { streamsOf } from '#exchanges/stream-registry.ts';
import type { VenueId } from '#market/venue-id.ts';
import { BROWSER_IO } from './browser-io.ts';
import { type FeedView, LiveFeed, type LiveFeedParts } from './live-feed.ts';

/** The sockets of a venue on the browser's own network; null for a venue that does not stream. */
export function openFeed(
  venue: VenueId,
  parts: Omit<LiveFeedParts, 'streams' | 'io'>,
  view: FeedView,
): LiveFeed | null {
  const streams = streamsOf(venue);
  return streams === null ? null : new LiveFeed({ ...parts, streams, io: BROWSER_IO }, view);
}
