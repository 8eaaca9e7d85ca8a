import type { VenueId } from '#market/venue-id.ts';
import { binanceStreams } from './binance/streams.ts';
import { bybitStreams } from './bybit/streams.ts';
import { deltaStreams } from './delta/streams.ts';
import { deribitStreams } from './deribit/streams.ts';
import { deriveStreams } from './derive/streams.ts';
import { okxStreams } from './okx/streams.ts';
import type { VenueStreams } from './venue-streams.ts';

/** Every venue that streams. A page imports this and no reader: what is read is read in the worker. */
const STREAMS: Partial<Record<VenueId, VenueStreams>> = {
  deribit: deribitStreams,
  okx: okxStreams,
  bybit: bybitStreams,
  binance: binanceStreams,
  derive: deriveStreams,
  delta: deltaStreams,
};

/** How a venue streams; null for one that does not. */
export function streamsOf(venue: VenueId): VenueStreams | null {
  return STREAMS[venue] ?? null;
}
