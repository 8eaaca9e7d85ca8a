import type { ExchangeAdapter } from '../adapter.ts';
import { readMessage } from './read-message.ts';
import { SOCKET_ORIGIN, requestPurpose } from './requests.ts';
import { deriveStreams } from './streams.ts';

/**
 * Derive: linear options settled in USDC, with the venue's own forward and discount on every row. Its answers to
 * http requests cannot be read by a page of another origin: everything is asked and pushed by socket.
 */
export const deriveAdapter: ExchangeAdapter = {
  id: 'derive',
  label: 'Derive',
  origins: [SOCKET_ORIGIN],
  knownUnderlyings: ['BTC_USDC', 'ETH_USDC', 'HYPE_USDC'],
  underlyingRequests: () => [],
  chainRequests: () => [],
  instrumentRequests: () => [],
  indexRequests: () => [],
  bookRequests: () => [],
  streams: deriveStreams,
  purposeOf: requestPurpose,
  read: readMessage,
};
