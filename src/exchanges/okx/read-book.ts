import type { EpochMs } from '#base/time.ts';
import type { ReadMessage } from '../adapter.ts';
import { documentFailure } from '../json-document.ts';
import { readBook } from '../read-book.ts';
import { unreadMessage } from '../read-rows.ts';
import { rowTime } from '../row-fields.ts';
import { ownerOf } from './read-parts.ts';
import type { Question } from './requests.ts';

/**
 * Reads books and the channels that push whole books. An answer leaves the contract's name to the question; sizes are
 * contracts. A `books` channel pushes changes of a book, which are not read.
 */
export function readOrderBook(content: unknown, question: Question, receivedAt: EpochMs): ReadMessage {
  const { family, depth } = question;
  if (depth === null) return unreadMessage(documentFailure('unknown-request', 'a push of changes of a book'));
  if (!Array.isArray(content) || content.length !== 1) {
    return unreadMessage(documentFailure('malformed-document', 'there is no book inside'));
  }
  return readBook(content[0], {
    owner: (book) => ownerOf({ instId: family, ...book }, receivedAt),
    at: (fields) => rowTime(fields, 'ts', receivedAt),
    bids: 'bids',
    asks: 'asks',
    limit: depth,
  });
}
