import { LIVE_ADAPTERS } from '#exchanges/live-registry.ts';
import type { VenueId } from '#market/venue-id.ts';
import { type LiveSource, type SourceParts, createLiveSource } from './live-source.ts';

/** A source of a venue by its name alone; null for one that cannot be live. */
export function createVenueSource(venue: VenueId, parts: Omit<SourceParts, 'adapter'>): LiveSource | null {
  const adapter = LIVE_ADAPTERS.find(({ id }) => id === venue);
  return adapter === undefined ? null : createLiveSource({ ...parts, adapter });
}
