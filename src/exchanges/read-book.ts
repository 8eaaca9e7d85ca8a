import type { EpochMs } from '#base/time.ts';
import type { ReadMessage } from './adapter.ts';
import { bookChangesEvent, orderBookEvent } from './order-book-event.ts';
import { type RowOwner, readRow, unreadMessage } from './read-rows.ts';
import type { RowFields } from './row-fields.ts';

/** How one venue words an order book whose sizes are contracts. */
export interface BookReading {
  readonly owner: (book: Readonly<Record<string, unknown>>) => RowOwner;
  /** The venue's time of the book; text says why it has none. */
  readonly at: (fields: RowFields) => EpochMs | string;
  /** Names of the two lists of levels. */
  readonly bids: string;
  readonly asks: string;
  /** Levels a side that were asked for, null where nothing tells. */
  readonly limit: number | null;
  /** Whether the message only says what changed. */
  readonly changes?: boolean;
}

/** Reads an order book of one contract, or what has changed in it. */
export function readBook(content: unknown, reading: BookReading): ReadMessage {
  const { owner, at, bids, asks, limit, changes = false } = reading;
  const row = readRow(content, {
    owner,
    read: (fields, instrument) => {
      const time = at(fields);
      if (typeof time === 'string') return time;
      const wire = { bids: fields.raw(bids), asks: fields.raw(asks), at: time };
      const event = changes
        ? bookChangesEvent(instrument, wire)
        : orderBookEvent(instrument, { ...wire, limit });
      return event.ok ? event.value : event.error;
    },
  });
  return row.ok ? { value: [row.value.content], failures: [] } : unreadMessage(row.error);
}
