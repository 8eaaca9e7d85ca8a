import type { EpochMs } from '#base/time.ts';
import type { ReadMessage } from '../adapter.ts';
import { namedOwner } from '../named-owner.ts';
import { readBook } from '../read-book.ts';
import { rowTime } from '../row-fields.ts';
import { NAMES } from './contract-terms.ts';
import type { Question } from './requests.ts';

/** Reads the depth answer; the contract's name is only in the request. Sizes are contracts, one coin each. */
export function readDepth(content: unknown, { symbol, depth }: Question, receivedAt: EpochMs): ReadMessage {
  return readBook(content, {
    owner: () => namedOwner(symbol, NAMES),
    at: (fields) => rowTime(fields, 'T', receivedAt),
    bids: 'bids',
    asks: 'asks',
    limit: depth,
  });
}

/** The levels a side of a stream such as `btc-260327-100000-c@depth20@100ms`; null for one that pushes changes. */
export function wholeBookDepth(stream: string): number | null {
  const depth = /@depth(\d{1,4})(?:@|$)/.exec(stream)?.[1];
  return depth === undefined ? null : Number(depth);
}

/** Reads one push of the upper levels of a book. */
export function readPushedDepth(content: unknown, limit: number, receivedAt: EpochMs): ReadMessage {
  return readBook(content, {
    owner: (book) => namedOwner(book['s'], NAMES),
    at: (fields) => rowTime(fields, 'T', receivedAt),
    bids: 'b',
    asks: 'a',
    limit,
  });
}
