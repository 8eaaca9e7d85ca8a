import { type Result, err, ok } from '#base/result.ts';
import type { EpochMs } from '#base/time.ts';
import type { WireMessage } from '#market/recording.ts';
import type { DocumentFailure, ReadMessage } from '../adapter.ts';
import { documentFailure, isRecord } from '../json-document.ts';
import { namedOwner } from '../named-owner.ts';
import { openJson } from '../open-json.ts';
import { type BookReading, readBook } from '../read-book.ts';
import { unreadMessage } from '../read-rows.ts';
import { NAMES } from './contract-terms.ts';
import { microsecondsOf } from './microseconds.ts';
import { readShortTickers, readTickers } from './read-tickers.ts';
import { readProducts } from './read-terms.ts';
import { questionOf } from './requests.ts';

/** Reads any message of the venue: an answer by what was asked, a push by its type. Never throws. */
export function readMessage(message: WireMessage): ReadMessage {
  const parsed = openJson(message.body);
  if (!parsed.ok) return unreadMessage(parsed.error);
  const document = parsed.value;
  if (!isRecord(document))
    return unreadMessage(documentFailure('not-this-venue', 'not an answer of the venue'));
  if (typeof document['type'] === 'string') return readPush(document, document['type'], message.at);
  const opened = openResult(document);
  if (!opened.ok) return unreadMessage(opened.error);
  const { topic, whole, depth } = questionOf(message.request);
  if (topic === 'tickers') return readTickers(opened.value, whole, message.at);
  if (topic === 'products') return readProducts(opened.value, message.at);
  if (topic === 'l2orderbook') {
    const words = { time: 'last_updated_at', name: 'symbol', bids: 'buy', asks: 'sell', limit: depth };
    return readBook(opened.value, bookReading(words, message.at));
  }
  return unreadMessage(documentFailure('unknown-request', 'an answer to no known request'));
}

function openResult(document: Readonly<Record<string, unknown>>): Result<unknown, DocumentFailure> {
  const { success, result, error } = document;
  if (typeof success !== 'boolean') {
    return err(documentFailure('not-this-venue', 'not an answer in the venue’s wrapping'));
  }
  if (success) return ok(result);
  const code = isRecord(error) && typeof error['code'] === 'string' ? error['code'] : 'no code';
  return err(documentFailure(/rate_?limit|too_many/i.test(code) ? 'rate-limited' : 'venue-error', code));
}

/** Levels a side in a push of an order book. */
const PUSHED_DEPTH = 15;
/** Confirmations, and what keeps a connection. */
const ASIDE: ReadonlySet<string> = new Set(['subscriptions', 'unsubscribed', 'heartbeat', 'pong', 'success']);

function readPush(frame: Readonly<Record<string, unknown>>, type: string, receivedAt: EpochMs): ReadMessage {
  if (type === 'ticker') return readShortTickers(frame, receivedAt);
  if (type === 'v2/ticker') return readTickers([frame], false, receivedAt);
  if (type === 'ob_l2') {
    const words = { time: 'ts', name: 'sy', bids: 'b', asks: 'a', limit: PUSHED_DEPTH };
    return readBook(frame, bookReading(words, receivedAt));
  }
  if (ASIDE.has(type)) return { value: [], failures: [] };
  const reason = type === 'error' ? 'venue-error' : 'unknown-request';
  return unreadMessage(documentFailure(reason, `a push of ${type}`));
}

function bookReading(
  words: { readonly time: string; readonly name: string } & Pick<BookReading, 'bids' | 'asks' | 'limit'>,
  receivedAt: EpochMs,
): BookReading {
  const { time, name, ...sides } = words;
  return {
    owner: (book) => namedOwner(book[name], NAMES),
    at: (fields) => microsecondsOf(fields, time, receivedAt),
    ...sides,
  };
}
