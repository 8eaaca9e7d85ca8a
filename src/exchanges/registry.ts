import type { VenueId } from '#market/venue-id.ts';
import type { ExchangeAdapter } from './adapter.ts';
import { binanceAdapter } from './binance/binance-adapter.ts';
import { bybitAdapter } from './bybit/bybit-adapter.ts';
import { cboeAdapter } from './cboe/cboe-adapter.ts';
import { deltaAdapter } from './delta/delta-adapter.ts';
import { deribitAdapter } from './deribit/deribit-adapter.ts';
import { deriveAdapter } from './derive/derive-adapter.ts';
import { okxAdapter } from './okx/okx-adapter.ts';

/** Every venue that can be read today; a new venue adds one line. */
export const ADAPTERS: readonly ExchangeAdapter[] = [
  deribitAdapter,
  okxAdapter,
  bybitAdapter,
  binanceAdapter,
  deriveAdapter,
  deltaAdapter,
  cboeAdapter,
];

/** The adapter of a venue, or null while Smirk has none for it. */
export function adapterOf(venue: VenueId): ExchangeAdapter | null {
  return ADAPTERS.find((adapter) => adapter.id === venue) ?? null;
}
