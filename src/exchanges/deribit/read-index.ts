import { type EpochMs, epochMs } from '#base/time.ts';
import type { FeedEvent, ReadMessage } from '../adapter.ts';
import { documentFailure } from '../json-document.ts';
import { indexPriceOf, streamedIndexOf, streamedVolatilityIndexOf, volatilityIndexOf } from './messages.ts';
import { LINEAR_CURRENCIES } from './requests.ts';

/** Reads get_index_price; the index's name is only in the request. */
export function readIndexPrice(content: unknown, indexName: string | null, sentAt: EpochMs): ReadMessage {
  const read = indexPriceOf(content);
  if (!read.ok) return malformed(read.error);
  if (indexName === null) return malformed('the request does not say which index');
  return one({
    kind: 'index',
    at: sentAt,
    underlyings: underlyingsOfIndex(indexName),
    price: read.value.index_price,
  });
}

/** Reads get_volatility_index_data: the last candle's close, percent on the wire. No candles means no event. */
export function readVolatilityIndex(content: unknown, currency: string | null): ReadMessage {
  const read = volatilityIndexOf(content);
  if (!read.ok) return malformed(read.error);
  if (currency === null) return malformed('the request does not say which currency');
  const last = read.value.data.reduce<readonly [number, number] | null>(
    (latest, [at, , , , close]) => (latest === null || at >= latest[0] ? [at, close] : latest),
    null,
  );
  if (last === null) return { value: [], failures: [] };
  return one(volatilityEvent(currency, last[1], epochMs(last[0])));
}

/** Reads one push of deribit_price_index. */
export function readStreamedIndex(content: unknown, sentAt: EpochMs): ReadMessage {
  const read = streamedIndexOf(content);
  if (!read.ok) return malformed(read.error);
  const underlyings = underlyingsOfIndex(read.value.index_name);
  return one({ kind: 'index', at: sentAt, underlyings, price: read.value.price });
}

/** Reads one push of deribit_volatility_index. */
export function readStreamedVolatilityIndex(content: unknown, sentAt: EpochMs): ReadMessage {
  const read = streamedVolatilityIndexOf(content);
  if (!read.ok) return malformed(read.error);
  const coin = read.value.index_name.split('_')[0] ?? '';
  return one(volatilityEvent(coin.toUpperCase(), read.value.volatility, sentAt));
}

function malformed(detail: string): ReadMessage {
  return { value: [], failures: [documentFailure('malformed-document', detail)] };
}

function one(event: FeedEvent): ReadMessage {
  return { value: [event], failures: [] };
}

/** `btc_usd` is the index of BTC, `sol_usdc` that of SOL_USDC. */
function underlyingsOfIndex(indexName: string): readonly string[] {
  const pair = indexName.toUpperCase();
  return [pair.endsWith('_USD') ? pair.slice(0, -'_USD'.length) : pair];
}

/** The index is made of coin-settled options and describes every underlying of the coin. */
function volatilityEvent(coin: string, percent: number, at: EpochMs): FeedEvent {
  const underlyings = [coin, ...LINEAR_CURRENCIES.map((currency) => `${coin}_${currency}`)];
  return { kind: 'volatility-index', at, underlyings, vol: percent / 100 };
}
