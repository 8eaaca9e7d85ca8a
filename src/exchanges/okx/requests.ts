import { type AddressParts, addressParts, isSocket } from '../address-parts.ts';
import type { HttpRequest, RequestPurpose, SnapshotPart } from '../adapter.ts';
import { decimalOf } from '../row-fields.ts';

/** Where the public interface answers. */
export const ORIGIN = 'https://www.okx.com';
/** Where it pushes. */
export const SOCKET_ORIGIN = 'wss://ws.okx.com:8443';

const API = `${ORIGIN}/api/v5`;

/** Vols and forwards, prices, marks, open interest: each answer has every contract of the family. */
export function chainRequestsOf(underlying: string): readonly HttpRequest[] {
  const family = `${underlying}-USD`;
  return [
    { url: `${API}/public/opt-summary?instFamily=${family}` },
    { url: `${API}/market/tickers?instType=OPTION&instFamily=${family}` },
    { url: `${API}/public/mark-price?instType=OPTION&instFamily=${family}` },
    { url: `${API}/public/open-interest?instType=OPTION&instFamily=${family}` },
  ];
}

/** Terms of every listed option of the family, and the tick sizes that hold for different prices. */
export function instrumentRequestsOf(underlying: string): readonly HttpRequest[] {
  const family = `instType=OPTION&instFamily=${underlying}-USD`;
  return [
    { url: `${API}/public/instruments?${family}` },
    { url: `${API}/public/instrument-tick-bands?${family}` },
  ];
}

/** The index that the family settles on. */
export function indexRequestsOf(underlying: string): readonly HttpRequest[] {
  return [{ url: `${API}/market/index-tickers?instId=${underlying}-USD` }];
}

/** Levels a side; the venue gives up to 400. */
const BOOK_DEPTH = 50;

/** Everything offered in one contract. */
export function bookRequestsOf(instrument: string): readonly HttpRequest[] {
  return [{ url: `${API}/market/books?instId=${instrument}&sz=${BOOK_DEPTH}` }];
}

/** What is asked for by an address or pushed on a channel: the topic, and of which family or contract. */
export interface Question {
  readonly topic: string;
  readonly family: string | null;
  /** Whether it is about every contract of the family. */
  readonly whole: boolean;
  /** Levels a side of an order book, null for anything else. */
  readonly depth: number | null;
}

/** Takes an address apart; a file or a socket has the empty topic. */
export function questionOf(request: string): Question {
  const { path, parameters }: AddressParts = addressParts(request);
  const topic = /^api\/v5\/(?:public|market)\/([a-z-]{1,40})$/.exec(path)?.[1] ?? '';
  const family = parameters.get('instFamily') ?? parameters.get('uly') ?? parameters.get('instId') ?? null;
  const whole = !parameters.has('expTime') && !parameters.has('instId') && topic !== 'ticker';
  return { topic, family, whole, depth: topic === 'books' ? decimalOf(parameters.get('sz') ?? '1') : null };
}

const PURPOSES: ReadonlyMap<string, RequestPurpose> = new Map([
  ['opt-summary', 'chain'],
  ['tickers', 'chain'],
  ['mark-price', 'chain'],
  ['open-interest', 'chain'],
  ['ticker', 'contract'],
  ['books', 'book'],
  ['instruments', 'instruments'],
  ['instrument-tick-bands', 'instruments'],
  ['index-tickers', 'index'],
]);

/** What the answer to an address is for. */
export function requestPurpose(request: string): RequestPurpose {
  if (isSocket(request)) return 'stream';
  return PURPOSES.get(questionOf(request).topic) ?? 'other';
}

/** Open interest may be missing: nothing is computed from it. */
const NEEDS: readonly string[] = ['opt-summary', 'tickers', 'mark-price'];

/** The place of a list's answer among those that make a chain. */
export function snapshotPart(request: string): SnapshotPart | null {
  const { topic, family, whole } = questionOf(request);
  if (requestPurpose(request) !== 'chain' || family === null || !whole) return null;
  return { snapshot: family, part: topic, needs: NEEDS };
}
