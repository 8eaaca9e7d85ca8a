import type { EpochMs } from '#base/time.ts';
import { type Result, err } from '#base/result.ts';
import type { FeedEvent, ReadMessage } from '../adapter.ts';
import { documentFailure } from '../json-document.ts';
import { orderBookEvent } from '../order-book-event.ts';
import { decimalOf, rowFields } from '../row-fields.ts';
import { contractSizeOf, instrumentFromName } from './contract-terms.ts';
import { readTicker } from './read-ticker.ts';
import { type NamedRow, nameRow, quoteTime, rowFailure } from './row.ts';

/** Reads get_order_book: the contract's quote, then everything offered in it. Amounts on the wire are coins. */
export function readOrderBook(content: unknown, depth: string | undefined, sentAt: EpochMs): ReadMessage {
  const quoted = readTicker(content, sentAt);
  const named = nameRow(content);
  if (!named.ok || quoted.value.length === 0) return quoted;
  const { bids, asks } = named.value.fields;
  // Recordings may have been thinned to the quote.
  if (bids === undefined && asks === undefined) return quoted;
  const book = bookOf(named.value, decimalOf(depth), sentAt);
  if (!book.ok) return onlyFailure(named.value.name, book.error);
  return { value: [...quoted.value, book.value], failures: [] };
}

/** A channel such as `book.BTC-5JUN26-60000-P.none.20.100ms` pushes whole books; a shorter one pushes changes. */
const WHOLE_BOOK = /^book\.[^.]{1,64}\.[^.]{1,8}\.(\d{1,5})\.[^.]{1,8}$/;

/** Reads one push of a whole book. */
export function readPushedBook(content: unknown, channel: string, sentAt: EpochMs): ReadMessage {
  const depth = WHOLE_BOOK.exec(channel)?.[1];
  if (depth === undefined) {
    return { value: [], failures: [documentFailure('unknown-request', `a push of ${channel}`)] };
  }
  const named = nameRow(content);
  if (!named.ok) return { value: [], failures: [named.error] };
  const book = bookOf(named.value, decimalOf(depth), sentAt);
  return book.ok ? { value: [book.value], failures: [] } : onlyFailure(named.value.name, book.error);
}

function bookOf(
  { name, parts, fields }: NamedRow,
  limit: number | null,
  sentAt: EpochMs,
): Result<FeedEvent, string> {
  const stamp = rowFields(fields);
  const at = quoteTime(stamp.instant('timestamp'), sentAt);
  const defect = stamp.defect();
  if (!at.ok || defect !== null) return err(at.ok ? (defect ?? '') : at.error);
  return orderBookEvent(instrumentFromName(name, parts, at.value), {
    bids: fields['bids'],
    asks: fields['asks'],
    at: at.value,
    limit,
    coinsPerContract: contractSizeOf(parts.underlying),
  });
}

function onlyFailure(name: string, detail: string): ReadMessage {
  return { value: [], failures: [rowFailure(name, 'malformed-row', detail)] };
}
