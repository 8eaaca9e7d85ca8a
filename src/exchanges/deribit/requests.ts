import { DAY_MS, type EpochMs } from '#base/time.ts';
import { coinOf } from '#market/underlying.ts';
import type { HttpRequest, RequestPurpose } from '../adapter.ts';
import { settlementCurrency } from './contract-terms.ts';

/** Where the public interface answers. */
export const ORIGIN = 'https://www.deribit.com';

const API = `${ORIGIN}/api/v2/public`;

/** The currencies under which linear options of all coins are listed together. */
export const LINEAR_CURRENCIES: readonly string[] = ['USDC', 'USDT', 'EURR'];

/** The venue's volatility indices exist for these coins. */
const INDEXED_COINS: ReadonlySet<string> = new Set(['BTC', 'ETH']);
const VOLATILITY_WINDOW = DAY_MS / 24;

/** What the venue calls `currency` for an underlying: the coin itself, or the pair's settlement currency. */
export function currencyOf(underlying: string): string {
  return settlementCurrency(underlying) ?? underlying;
}

/** Bid, ask, mark, vol and forward of every option under the underlying's currency. */
export function bookSummaryRequest(currency: string): HttpRequest {
  return { url: `${API}/get_book_summary_by_currency?currency=${currency}&kind=option` };
}

/** Terms of every listed option under the underlying's currency. */
export function instrumentsRequest(currency: string): HttpRequest {
  return { url: `${API}/get_instruments?currency=${currency}&kind=option&expired=false` };
}

/** The name of the index that an underlying settles on. */
export function indexNameOf(underlying: string): string {
  return `${coinOf(underlying)}_${settlementCurrency(underlying) ?? 'USD'}`.toLowerCase();
}

/** The name of the index behind the venue's volatility index of the underlying's coin; null where it has none. */
export function volatilityIndexOf(underlying: string): string | null {
  const coin = coinOf(underlying);
  return INDEXED_COINS.has(coin) ? `${coin.toLowerCase()}_usd` : null;
}

/** Deep enough for any holding: few option books have twenty levels a side. */
const BOOK_DEPTH = 50;

/** Quote, greeks and order book of one contract. */
export function bookRequest(instrument: string): HttpRequest {
  return { url: `${API}/get_order_book?instrument_name=${instrument}&depth=${BOOK_DEPTH}` };
}

/** Index price, and the last hour of the volatility index where the coin has one. */
export function indexRequestsOf(underlying: string, now: EpochMs): readonly HttpRequest[] {
  const coin = coinOf(underlying);
  const price = { url: `${API}/get_index_price?index_name=${indexNameOf(underlying)}` };
  if (!INDEXED_COINS.has(coin)) return [price];
  const window = `start_timestamp=${now - VOLATILITY_WINDOW}&end_timestamp=${now}`;
  return [price, { url: `${API}/get_volatility_index_data?currency=${coin}&${window}&resolution=60` }];
}

/** The method that a request's address names and its parameters; a file or a socket has no method. */
export interface RequestParts {
  readonly method: string | null;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Takes an address apart; longer addresses than any of the venue's are not looked at. */
export function requestParts(request: string): RequestParts {
  const address = request.slice(0, 1_000);
  const method = /^https?:\/\/[^?#]*\/public\/([a-z_]{1,64})(?=[?#]|$)/.exec(address)?.[1] ?? null;
  const parameters = new Map<string, string>();
  for (const pair of (address.split('#')[0] ?? '').split('?')[1]?.split('&') ?? []) {
    const [key = '', value = ''] = pair.split('=');
    parameters.set(key, value.replace(/[^\w.-]/g, ''));
  }
  return { method, parameters };
}

const PURPOSES: ReadonlyMap<string, RequestPurpose> = new Map([
  ['get_book_summary_by_currency', 'chain'],
  ['get_order_book', 'contract'],
  ['ticker', 'contract'],
  ['get_instruments', 'instruments'],
  ['get_index_price', 'index'],
  ['get_volatility_index_data', 'index'],
]);

/** What the answer to an address is for. */
export function requestPurpose(request: string): RequestPurpose {
  if (/^wss?:/.test(request)) return 'stream';
  return PURPOSES.get(requestParts(request).method ?? '') ?? 'other';
}
