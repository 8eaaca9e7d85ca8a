import { coinOf } from '#market/underlying.ts';
import { addressParts, isSocket } from '../address-parts.ts';
import type { HttpRequest, RequestPurpose } from '../adapter.ts';
import { decimalOf } from '../row-fields.ts';

/** Where the public interface answers. */
export const ORIGIN = 'https://api.bybit.com';
/** Where it pushes. */
export const SOCKET_ORIGIN = 'wss://stream.bybit.com';

const API = `${ORIGIN}/v5/market`;

/** Quotes of every option of the coin. */
export function chainRequestsOf(underlying: string): readonly HttpRequest[] {
  return [{ url: `${API}/tickers?category=option&baseCoin=${coinOf(underlying)}` }];
}

/** Terms of the first thousand listed options of the coin; the rest are on pages that follow. */
export function instrumentRequestsOf(underlying: string): readonly HttpRequest[] {
  return [{ url: `${API}/instruments-info?category=option&baseCoin=${coinOf(underlying)}&limit=1000` }];
}

/** The most levels a side that the venue gives. */
const BOOK_DEPTH = 25;

/** Everything offered in one contract. */
export function bookRequestsOf(instrument: string): readonly HttpRequest[] {
  return [{ url: `${API}/orderbook?category=option&symbol=${instrument}&limit=${BOOK_DEPTH}` }];
}

/** What an address asks for; the empty topic for a file, a socket or another category. */
export interface Question {
  readonly topic: string;
  /** The coin whose every option the answer has; null where it may be only some. */
  readonly wholeCoin: string | null;
  /** Levels a side of an order book, null where the address does not tell. */
  readonly depth: number | null;
}

/** Takes an address apart. */
export function questionOf(request: string): Question {
  const { path, parameters } = addressParts(request);
  const topic = /^v5\/market\/([a-z-]{1,40})$/.exec(path)?.[1] ?? '';
  const option = parameters.get('category') === 'option';
  const some = parameters.has('symbol') || parameters.has('expDate') || parameters.has('cursor');
  return {
    topic: option ? topic : '',
    wholeCoin: some ? null : (parameters.get('baseCoin') ?? null),
    depth: decimalOf(parameters.get('limit')),
  };
}

const PURPOSES: ReadonlyMap<string, RequestPurpose> = new Map([
  ['tickers', 'chain'],
  ['orderbook', 'book'],
  ['instruments-info', 'instruments'],
]);

/** What the answer to an address is for. */
export function requestPurpose(request: string): RequestPurpose {
  if (isSocket(request)) return 'stream';
  return PURPOSES.get(questionOf(request).topic) ?? 'other';
}
