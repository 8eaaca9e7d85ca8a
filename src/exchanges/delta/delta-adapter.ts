import type { ExchangeAdapter } from '../adapter.ts';
import { nextPageOf } from '../next-page.ts';
import { readMessage } from './read-message.ts';
import {
  FULL_SOCKET_ORIGIN,
  ORIGIN,
  SOCKET_ORIGIN,
  bookRequestsOf,
  chainRequestsOf,
  instrumentRequestsOf,
  requestPurpose,
} from './requests.ts';
import { deltaStreams } from './streams.ts';

/** Delta Exchange of India: linear options that end at noon UTC. Whether a page can read its answers is to be tried. */
export const deltaAdapter: ExchangeAdapter = {
  id: 'delta',
  label: 'Delta Exchange',
  origins: [ORIGIN, SOCKET_ORIGIN, FULL_SOCKET_ORIGIN],
  knownUnderlyings: ['BTC_USD', 'ETH_USD'],
  underlyingRequests: () => [],
  chainRequests: chainRequestsOf,
  instrumentRequests: instrumentRequestsOf,
  nextPage: (answer) => nextPageOf(answer, { path: ['meta', 'after'], parameter: 'after' }),
  indexRequests: () => [],
  bookRequests: bookRequestsOf,
  streams: deltaStreams,
  purposeOf: requestPurpose,
  read: readMessage,
};
