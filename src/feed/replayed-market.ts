import type { EpochMs } from '#base/time.ts';
import type { DocumentFailure } from '#exchanges/adapter.ts';
import type { QuoteBook } from './quote-book.ts';

/** A recorded message of which nothing could be read, and when it came. */
export interface UnreadMessage extends DocumentFailure {
  readonly at: EpochMs;
}

/** The market at some point of a recording. */
export interface ReplayedMarket {
  /** Good until the next market of the same recording is asked for. */
  readonly book: QuoteBook;
  readonly unread: readonly UnreadMessage[];
}
