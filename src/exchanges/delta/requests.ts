import { coinOf } from '#market/underlying.ts';
import { addressParts, isSocket } from '../address-parts.ts';
import type { HttpRequest, RequestPurpose } from '../adapter.ts';
import { decimalOf } from '../row-fields.ts';

/** Where the Indian venue's public interface answers. */
export const ORIGIN = 'https://api.india.delta.exchange';
/** Where it pushes short tickers and order books. */
export const SOCKET_ORIGIN = 'wss://public-socket.india.delta.exchange';
/** Where it pushes full tickers. */
export const FULL_SOCKET_ORIGIN = 'wss://socket.india.delta.exchange';

const OPTIONS = 'contract_types=call_options,put_options';

/** Tickers of every option of the coin. */
export function chainRequestsOf(underlying: string): readonly HttpRequest[] {
  return [{ url: `${ORIGIN}/v2/tickers?${OPTIONS}&underlying_asset_symbols=${coinOf(underlying)}` }];
}

/** Terms of every live option of every coin, the first of perhaps several pages. */
export function instrumentRequestsOf(): readonly HttpRequest[] {
  return [{ url: `${ORIGIN}/v2/products?${OPTIONS}&states=live&page_size=1000` }];
}

const BOOK_DEPTH = 20;

/** Everything offered in one contract. */
export function bookRequestsOf(instrument: string): readonly HttpRequest[] {
  return [{ url: `${ORIGIN}/v2/l2orderbook/${instrument}?depth=${BOOK_DEPTH}` }];
}

/** What an address asks for. */
export interface Question {
  /** Empty for a file. */
  readonly topic: string;
  /** Whether the answer has every option of each underlying in it. */
  readonly whole: boolean;
  /** The one contract asked for, null where the address names none. */
  readonly symbol: string | null;
  /** Levels a side of an order book. */
  readonly depth: number | null;
}

/** Takes an address apart. */
export function questionOf(request: string): Question {
  const { path, parameters } = addressParts(request);
  const [, topic = '', symbol = null] = /^v2\/([a-z0-9]{1,40})(?:\/([\w.-]{1,64}))?$/.exec(path) ?? [];
  const types = decoded(parameters.get('contract_types') ?? '').split(',');
  const both = types.includes('call_options') && types.includes('put_options');
  const depth = decimalOf(parameters.get('depth'));
  return { topic, whole: both && !parameters.has('expiry_date') && symbol === null, symbol, depth };
}

function decoded(list: string): string {
  return list.replaceAll(/%2c/gi, ',');
}

const PURPOSES: ReadonlyMap<string, RequestPurpose> = new Map([
  ['tickers', 'chain'],
  ['l2orderbook', 'book'],
  ['products', 'instruments'],
]);

/** What the answer to an address is for. */
export function requestPurpose(request: string): RequestPurpose {
  if (isSocket(request)) return 'stream';
  return PURPOSES.get(questionOf(request).topic) ?? 'other';
}
