import type { ExchangeAdapter } from '../adapter.ts';
import { readMessage } from './read-message.ts';
import { requestPurpose } from './requests.ts';

/**
 * Delta Exchange, from recordings only: its answers can hardly be read by a page of another origin, and the shape of
 * what its sockets push is not known well enough to be read.
 */
export const deltaAdapter: ExchangeAdapter = {
  id: 'delta',
  label: 'Delta Exchange',
  origins: [],
  knownUnderlyings: [],
  underlyingRequests: () => [],
  chainRequests: () => [],
  instrumentRequests: () => [],
  indexRequests: () => [],
  bookRequests: () => [],
  purposeOf: requestPurpose,
  read: readMessage,
};
