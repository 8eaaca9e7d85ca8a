import { type Result, err, ok } from '#base/result.ts';
import type { EpochMs } from '#base/time.ts';
import type { ContractQuote } from '#market/option-chain.ts';
import type { Quote } from '#market/quote.ts';
import type { FeedEvent, ReadMessage, RowFailure } from '../adapter.ts';
import { instrumentFromName } from './contract-terms.ts';
import { documentFailure } from '../json-document.ts';
import { type SummaryRow, summaryRowOf } from './messages.ts';
import { MOST_ROWS, counted, nameRow, quoteTime, quoted, rowFailure, volOf } from './row.ts';

/** What was asked for, and when the venue answered. */
export interface SummaryContext {
  /** Underlyings that the answer covers even if it has no row of theirs. */
  readonly covers: readonly string[];
  /** False when the request was for something other than options, so that the answer says nothing on options. */
  readonly options: boolean;
  readonly sentAt: EpochMs;
}

interface SummaryQuote {
  readonly contract: ContractQuote;
  readonly index: number | null;
}

/** Reads get_book_summary_by_currency: quotes of every listed option, and the index price that the rows carry. */
export function readBookSummary(content: unknown, context: SummaryContext): ReadMessage {
  if (!Array.isArray(content))
    return onlyDocument('malformed-document', 'the result is not a list of contracts');
  if (content.length > MOST_ROWS)
    return onlyDocument('too-large', `${content.length} rows, more than any list`);
  const quotes = new Map<string, SummaryQuote>();
  const failures: RowFailure[] = [];
  for (const value of content as readonly unknown[]) {
    const row = readRow(value, context.sentAt);
    if (!row.ok) failures.push(row.error);
    else if (quotes.has(row.value.contract.instrument.name)) {
      failures.push(
        rowFailure(row.value.contract.instrument.name, 'duplicate-row', 'listed twice; the first stays'),
      );
    } else quotes.set(row.value.contract.instrument.name, row.value);
  }
  const unreadable = failures.filter((failure) => failure.reason !== 'not-an-option');
  if (quotes.size === 0 && unreadable.length > 0) {
    const detail = `none of ${content.length} rows could be read; first: ${unreadable[0]?.detail ?? ''}`;
    return { value: [], failures: [...failures, documentFailure('malformed-document', detail)] };
  }
  return { value: events([...quotes.values()], context), failures };
}

function onlyDocument(reason: 'malformed-document' | 'too-large', detail: string): ReadMessage {
  return { value: [], failures: [documentFailure(reason, detail)] };
}

function events(quotes: readonly SummaryQuote[], context: SummaryContext): readonly FeedEvent[] {
  const rows = quotes.map((quote) => quote.contract);
  const underlyings = [...new Set([...context.covers, ...rows.map((row) => row.instrument.underlying)])];
  const at = context.sentAt;
  const quoteEvents: FeedEvent[] = [{ kind: 'quotes', at, underlyings, whole: context.options, rows }];
  const indices = underlyings.flatMap((underlying): FeedEvent[] => {
    const price = medianIndex(quotes, underlying);
    return price === null ? [] : [{ kind: 'index', at, underlyings: [underlying], price }];
  });
  return [...quoteEvents, ...indices];
}

/** Rows of an expiry in its last half hour carry its settlement average instead of the index: the median is immune. */
function medianIndex(quotes: readonly SummaryQuote[], underlying: string): number | null {
  const prices = quotes
    .filter((quote) => quote.contract.instrument.underlying === underlying)
    .flatMap((quote) => (quote.index === null ? [] : [quote.index]))
    .sort((a, b) => a - b);
  return prices[Math.floor(prices.length / 2)] ?? null;
}

function readRow(value: unknown, sentAt: EpochMs): Result<SummaryQuote, RowFailure> {
  const named = nameRow(value);
  if (!named.ok) return named;
  const { name, parts, fields } = named.value;
  const malformed = (detail: string): Result<SummaryQuote, RowFailure> => {
    const listed = instrumentFromName(name, parts, sentAt);
    return err({ ...rowFailure(name, 'malformed-row', detail), listed });
  };
  const row = summaryRowOf(fields);
  if (!row.ok) return malformed(row.error);
  const at = quoteTime(row.value.creation_timestamp, sentAt);
  if (!at.ok) return malformed(at.error);
  const instrument = instrumentFromName(name, parts, at.value);
  return ok({
    contract: { instrument, quote: quoteOf(name, row.value, at.value) },
    index: quoted(row.value.estimated_delivery_price),
  });
}

function quoteOf(name: string, row: SummaryRow, at: EpochMs): Quote {
  return {
    instrument: name,
    bid: quoted(row.bid_price),
    ask: quoted(row.ask_price),
    bidSize: null,
    askSize: null,
    mark: quoted(row.mark_price),
    last: quoted(row.last),
    venueMarkVol: volOf(row.mark_iv),
    venueBidVol: null,
    venueAskVol: null,
    forward: quoted(row.underlying_price),
    forwardName: row.underlying_index ?? null,
    discount: null,
    openInterest: counted(row.open_interest),
    volume: counted(row.volume),
    at,
  };
}
