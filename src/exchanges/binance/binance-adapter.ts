import type { ExchangeAdapter } from '../adapter.ts';
import { readMessage } from './read-message.ts';
import { SOCKET_ORIGIN, requestPurpose, snapshotPart } from './requests.ts';
import { binanceStreams } from './streams.ts';

/**
 * Binance: linear options settled in USDT. Its answers to requests cannot be read by a page of another origin: there
 * is nothing to ask; the chain comes by its stream of marks alone.
 */
export const binanceAdapter: ExchangeAdapter = {
  id: 'binance',
  label: 'Binance',
  origins: [SOCKET_ORIGIN],
  knownUnderlyings: ['BTC_USDT', 'ETH_USDT', 'BNB_USDT', 'SOL_USDT', 'XRP_USDT', 'DOGE_USDT'],
  underlyingRequests: () => [],
  chainRequests: () => [],
  instrumentRequests: () => [],
  indexRequests: () => [],
  bookRequests: () => [],
  streams: binanceStreams,
  purposeOf: requestPurpose,
  partOf: snapshotPart,
  read: readMessage,
};
