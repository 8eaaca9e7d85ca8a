import type { ExchangeAdapter } from '../adapter.ts';
import { nextPageOf } from '../next-page.ts';
import { readMessage } from './read-message.ts';
import {
  ORIGIN,
  SOCKET_ORIGIN,
  bookRequestsOf,
  chainRequestsOf,
  instrumentRequestsOf,
  requestPurpose,
} from './requests.ts';
import { bybitStreams } from './streams.ts';

/** Bybit: linear options settled in USDT, and in USDC before; its tickers carry the index. */
export const bybitAdapter: ExchangeAdapter = {
  id: 'bybit',
  label: 'Bybit',
  origins: [ORIGIN, SOCKET_ORIGIN],
  knownUnderlyings: ['BTC_USDT', 'ETH_USDT', 'SOL_USDT', 'XRP_USDT', 'DOGE_USDT'],
  underlyingRequests: () => [],
  chainRequests: chainRequestsOf,
  instrumentRequests: instrumentRequestsOf,
  nextPage: (answer) => nextPageOf(answer, { path: ['result', 'nextPageCursor'], parameter: 'cursor' }),
  indexRequests: () => [],
  bookRequests: bookRequestsOf,
  purposeOf: requestPurpose,
  streams: bybitStreams,
  read: readMessage,
};
