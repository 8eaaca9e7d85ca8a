import type { ExchangeAdapter } from '../adapter.ts';
import { readMessage } from './read-message.ts';
import { SOCKET_ORIGIN, requestPurpose } from './requests.ts';

/**
 * Derive: linear options settled in USDC, with the venue's own forward and discount on every row. Its answers to
 * requests cannot be read by a page of another origin: there is nothing to ask, only sockets and recordings to read.
 */
export const deriveAdapter: ExchangeAdapter = {
  id: 'derive',
  label: 'Derive',
  origins: [SOCKET_ORIGIN],
  knownUnderlyings: [],
  underlyingRequests: () => [],
  chainRequests: () => [],
  instrumentRequests: () => [],
  indexRequests: () => [],
  bookRequests: () => [],
  purposeOf: requestPurpose,
  read: readMessage,
};
