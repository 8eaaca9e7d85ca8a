import type { ExchangeAdapter } from '../adapter.ts';
import { readMessage } from './read-message.ts';
import { SOCKET_ORIGIN, requestPurpose, snapshotPart } from './requests.ts';

/**
 * Binance: linear options settled in USDT. Its answers to requests cannot be read by a page of another origin: there
 * is nothing to ask, only its stream of marks and recordings to read.
 */
export const binanceAdapter: ExchangeAdapter = {
  id: 'binance',
  label: 'Binance',
  origins: [SOCKET_ORIGIN],
  knownUnderlyings: [],
  underlyingRequests: () => [],
  chainRequests: () => [],
  instrumentRequests: () => [],
  indexRequests: () => [],
  bookRequests: () => [],
  purposeOf: requestPurpose,
  partOf: snapshotPart,
  read: readMessage,
};
