import type { VenueId } from './venue-id.ts';

/**
 * Minutes before expiry over which a venue averages its index for delivery; null where it is not known, or where
 * settlement is no such average (index options settle on an opening or a closing value).
 * Source: the venues' own pages on delivery and settlement.
 */
export const SETTLEMENT_AVERAGE_MINUTES: Readonly<Record<VenueId, number | null>> = {
  deribit: 30,
  okx: null,
  bybit: 30,
  binance: 30,
  derive: 30,
  delta: 30,
  cboe: null,
};
