import { adapterOf } from '#exchanges/registry.ts';
import type { VenueId } from '#market/venue-id.ts';
import { type LiveSource, type SourceParts, createLiveSource } from './live-source.ts';

/** A source of a venue by its name alone; null while Smirk has no reader for it. */
export function createVenueSource(venue: VenueId, parts: Omit<SourceParts, 'adapter'>): LiveSource | null {
  const adapter = adapterOf(venue);
  return adapter === null ? null : createLiveSource({ ...parts, adapter });
}
