import type { ExchangeAdapter } from '../adapter.ts';
import { readMessage } from './read-message.ts';
import {
  ORIGIN,
  SOCKET_ORIGIN,
  bookRequestsOf,
  chainRequestsOf,
  indexRequestsOf,
  instrumentRequestsOf,
  requestPurpose,
  snapshotPart,
} from './requests.ts';
import { okxStreams } from './streams.ts';

/**
 * OKX: options on BTC and ETH, settled in coin. A quote comes in parts: vols and forwards, prices, marks, open interest.
 * Its own delta is premium-adjusted and not read: deltas are always computed here.
 */
export const okxAdapter: ExchangeAdapter = {
  id: 'okx',
  label: 'OKX',
  origins: [ORIGIN, SOCKET_ORIGIN],
  knownUnderlyings: ['BTC', 'ETH'],
  underlyingRequests: () => [],
  chainRequests: chainRequestsOf,
  instrumentRequests: instrumentRequestsOf,
  indexRequests: indexRequestsOf,
  bookRequests: bookRequestsOf,
  purposeOf: requestPurpose,
  partOf: snapshotPart,
  streams: okxStreams,
  read: readMessage,
};
