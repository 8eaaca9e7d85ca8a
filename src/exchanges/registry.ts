import type { VenueId } from '#market/venue-id.ts';
import type { ExchangeAdapter } from './adapter.ts';
import { cboeAdapter } from './cboe/cboe-adapter.ts';
import { LIVE_ADAPTERS } from './live-registry.ts';

/** Every venue that can be read today; one that is read from files alone adds one line here, so that no live page loads it. */
export const ADAPTERS: readonly ExchangeAdapter[] = [...LIVE_ADAPTERS, cboeAdapter];

/** The adapter of a venue, or null while Smirk has none for it. */
export function adapterOf(venue: VenueId): ExchangeAdapter | null {
  return ADAPTERS.find((adapter) => adapter.id === venue) ?? null;
}
