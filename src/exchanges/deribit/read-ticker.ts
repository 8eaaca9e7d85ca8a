import type { EpochMs } from '#base/time.ts';
import type { Quote } from '#market/quote.ts';
import type { FeedEvent, ReadMessage, RowFailure } from '../adapter.ts';
import { contractSizeOf, instrumentFromName } from './contract-terms.ts';
import { type TickerRow, tickerRowOf } from './messages.ts';
import { counted, nameRow, quoteTime, quoted, rowFailure, volOf } from './row.ts';

/** Reads ticker, asked or pushed, and what get_order_book has besides its book: one contract with sizes and the venue's bid and ask vols. */
export function readTicker(content: unknown, sentAt: EpochMs): ReadMessage {
  const named = nameRow(content);
  if (!named.ok) return onlyFailure(named.error);
  const { name, parts, fields } = named.value;
  const row = tickerRowOf(fields);
  if (!row.ok) return onlyFailure(rowFailure(name, 'malformed-row', row.error));
  const at = quoteTime(row.value.timestamp, sentAt);
  if (!at.ok) return onlyFailure(rowFailure(name, 'malformed-row', at.error));
  const instrument = instrumentFromName(name, parts, at.value);
  const quote = quoteOf(name, row.value, at.value, contractSizeOf(parts.underlying));
  const underlyings = [parts.underlying];
  const index = quoted(row.value.index_price);
  const events: FeedEvent[] = [
    { kind: 'quotes', at: sentAt, underlyings, whole: false, rows: [{ instrument, quote }] },
  ];
  if (index !== null) events.push({ kind: 'index', at: at.value, underlyings, price: index });
  return { value: events, failures: [] };
}

function onlyFailure(failure: RowFailure): ReadMessage {
  return { value: [], failures: [failure] };
}

function quoteOf(name: string, row: TickerRow, at: EpochMs, contractSize: number): Quote {
  const bid = quoted(row.best_bid_price);
  const ask = quoted(row.best_ask_price);
  return {
    instrument: name,
    bid,
    ask,
    bidSize: bid === null ? null : contracts(row.best_bid_amount, contractSize),
    askSize: ask === null ? null : contracts(row.best_ask_amount, contractSize),
    mark: quoted(row.mark_price),
    last: quoted(row.last_price),
    venueMarkVol: volOf(row.mark_iv),
    venueBidVol: volOf(row.bid_iv),
    venueAskVol: volOf(row.ask_iv),
    forward: quoted(row.underlying_price),
    forwardName: row.underlying_index ?? null,
    discount: null,
    openInterest: counted(row.open_interest),
    volume: counted(row.stats?.volume),
    at,
  };
}

/** Amounts on the wire are coins. */
function contracts(coins: number | null | undefined, contractSize: number): number | null {
  const amount = quoted(coins);
  return amount === null ? null : amount / contractSize;
}
