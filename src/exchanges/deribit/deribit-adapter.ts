import type { ExchangeAdapter } from '../adapter.ts';
import { KNOWN_UNDERLYINGS } from './known-underlyings.ts';
import { readMessage } from './read-message.ts';
import {
  LINEAR_CURRENCIES,
  ORIGIN,
  bookRequest,
  bookSummaryRequest,
  currencyOf,
  indexRequestsOf,
  instrumentsRequest,
  requestPurpose,
} from './requests.ts';
import { SOCKET_ORIGIN, deribitStreams } from './streams.ts';

/** Deribit: coin-settled BTC and ETH options and linear options of several coins, by public calls without a key. */
export const deribitAdapter: ExchangeAdapter = {
  id: 'deribit',
  label: 'Deribit',
  origins: [ORIGIN, SOCKET_ORIGIN],
  knownUnderlyings: KNOWN_UNDERLYINGS,
  underlyingRequests: () => LINEAR_CURRENCIES.map(bookSummaryRequest),
  chainRequests: (underlying) => [bookSummaryRequest(currencyOf(underlying))],
  instrumentRequests: (underlying) => [instrumentsRequest(currencyOf(underlying))],
  indexRequests: indexRequestsOf,
  bookRequests: (instrument) => [bookRequest(instrument)],
  purposeOf: requestPurpose,
  streams: deribitStreams,
  read: readMessage,
};
