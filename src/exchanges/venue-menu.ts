import type { VenueId } from '#market/venue-id.ts';
import { KNOWN_UNDERLYINGS } from './deribit/known-underlyings.ts';
import type { VenueStreams } from './venue-streams.ts';

/** A venue that can be live, as far as a page must know it before any of its code is there. */
export interface VenueOffer {
  readonly venue: VenueId;
  readonly label: string;
  readonly knownUnderlyings: readonly string[];
  /** Whether answers to requests can be read by a page. */
  readonly restFromPage: VenueStreams['restFromPage'];
}

/** Every venue that can be live, in the order in which a page offers them; as their adapters describe them. */
export const VENUE_MENU: readonly VenueOffer[] = [
  { venue: 'deribit', label: 'Deribit', knownUnderlyings: KNOWN_UNDERLYINGS, restFromPage: 'yes' },
  { venue: 'okx', label: 'OKX', knownUnderlyings: ['BTC', 'ETH'], restFromPage: 'probe' },
  {
    venue: 'bybit',
    label: 'Bybit',
    knownUnderlyings: ['BTC_USDT', 'ETH_USDT', 'SOL_USDT', 'XRP_USDT', 'DOGE_USDT'],
    restFromPage: 'yes',
  },
  {
    venue: 'binance',
    label: 'Binance',
    knownUnderlyings: ['BTC_USDT', 'ETH_USDT', 'BNB_USDT', 'SOL_USDT', 'XRP_USDT', 'DOGE_USDT'],
    restFromPage: 'no',
  },
  {
    venue: 'derive',
    label: 'Derive',
    knownUnderlyings: ['BTC_USDC', 'ETH_USDC', 'HYPE_USDC'],
    restFromPage: 'no',
  },
  {
    venue: 'delta',
    label: 'Delta Exchange',
    knownUnderlyings: ['BTC_USD', 'ETH_USD'],
    restFromPage: 'probe',
  },
];
