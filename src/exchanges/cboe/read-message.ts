import type { WireMessage } from '#market/recording.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { ContractQuote } from '#market/option-chain.ts';
import type { DocumentFailure, FeedEvent, ReadMessage, RowFailure } from '../adapter.ts';
import { documentFailure, parseJson } from '../json-document.ts';
import { rowFailure } from '../row-failure.ts';
import { readQuoteRow } from './quote-row.ts';
import { type QuoteFile, readDelayedQuotes } from './read-delayed-quotes.ts';
import { readQuoteTable } from './read-quote-table.ts';

/** The largest file read, in UTF-16 units; the whole of SPX is about fourteen million. */
const LARGEST_BODY = 64_000_000;
/** SPX lists about thirty thousand. */
const MOST_ROWS = 200_000;

/** Reads a delayed-quotes document or a downloaded table, whichever the text is. Never throws. */
export function readMessage(message: WireMessage): ReadMessage {
  const file = openFile(message.body);
  if (!file.ok) return { value: [], failures: [file.error] };
  return readFile(file.value);
}

function openFile(body: string): Result<QuoteFile, DocumentFailure> {
  if (body.length > LARGEST_BODY)
    return err(documentFailure('too-large', `${Math.round(body.length / 1e6)} MB, more than any list`));
  const file = body.trimStart().startsWith('{') ? openDocument(body) : tableOf(body);
  if (!file.ok) return file;
  const count = file.value.rows.length;
  return count > MOST_ROWS ? err(documentFailure('too-large', `${count} rows, more than any list`)) : file;
}

function openDocument(body: string): Result<QuoteFile, DocumentFailure> {
  const parsed = parseJson(body);
  if (!parsed.ok) return err(documentFailure('not-json', parsed.error));
  const file = readDelayedQuotes(parsed.value);
  return file.ok ? file : err(documentFailure('malformed-document', file.error));
}

function tableOf(body: string): Result<QuoteFile, DocumentFailure> {
  const file = readQuoteTable(body);
  return file.ok ? ok(file.value) : err(documentFailure('malformed-document', file.error));
}

function readFile(file: QuoteFile): ReadMessage {
  const quotes = new Map<string, ContractQuote>();
  const failures: RowFailure[] = [];
  const { underlying } = file.listing;
  for (const fields of file.rows) {
    const row = readQuoteRow(fields, file.listing, file.at);
    if (!row.ok) failures.push(row.error);
    else if (quotes.has(row.value.instrument.name)) {
      const name = row.value.instrument.name;
      failures.push(
        rowFailure({ underlying, name, reason: 'duplicate-row', detail: 'listed twice; the first stays' }),
      );
    } else quotes.set(row.value.instrument.name, row.value);
  }
  if (quotes.size === 0) {
    const detail = `none of ${file.rows.length} rows could be read; first: ${failures[0]?.detail ?? 'no rows'}`;
    return { value: [], failures: [...failures, documentFailure('malformed-document', detail)] };
  }
  return { value: eventsOf(file, [...quotes.values()]), failures };
}

function eventsOf(
  { listing, at, spot, vol30 }: QuoteFile,
  rows: readonly ContractQuote[],
): readonly FeedEvent[] {
  const underlyings = [listing.underlying];
  const events: FeedEvent[] = [{ kind: 'quotes', at, underlyings, whole: true, rows }];
  if (spot !== null) events.push({ kind: 'index', at, underlyings, price: spot });
  if (vol30 !== null) events.push({ kind: 'volatility-index', at, underlyings, vol: vol30 });
  return events;
}
