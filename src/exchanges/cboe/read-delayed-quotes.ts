import { type Result, err, ok } from '#base/result.ts';
import { DAY_MS, type EpochMs, epochMs } from '#base/time.ts';
import { utcInstant } from '#base/calendar.ts';
import { isRecord } from '../json-document.ts';
import type { Listing } from './contract-terms.ts';
import { newYorkInstant } from './new-york-time.ts';
import type { RowFields } from './quote-row.ts';

/** What either file form holds, before its rows are read. */
export interface QuoteFile {
  readonly listing: Listing;
  /** The instant the quotes are of: at least fifteen minutes before the file was made. */
  readonly at: EpochMs;
  readonly spot: number | null;
  /** The venue's 30-day vol as a decimal, null where the file has none. */
  readonly vol30: number | null;
  readonly rows: readonly RowFields[];
}

/** The venue publishes quotes fifteen minutes late. */
export const DELAY_MS: number = 15 * 60_000;

/**
 * Reads the delayed-quotes document: options under `data`, or at top level as an older wrapper had them.
 * Its time stamp is UTC; the underlying's last trade, in New York time, says when the quotes stood.
 */
export function readDelayedQuotes(document: unknown): Result<QuoteFile, string> {
  if (!isRecord(document)) return err('the document is not an object');
  const data = isRecord(document['data']) ? document['data'] : document;
  const { options } = data;
  if (!Array.isArray(options)) return err('no list of options inside');
  const symbol = [document['symbol'], data['symbol']].find((word) => typeof word === 'string');
  const listing = typeof symbol === 'string' ? listingOf(symbol) : null;
  if (listing === null) return err('no symbol of an underlying inside');
  const madeAt = typeof document['timestamp'] === 'string' ? stampOf(document['timestamp']) : null;
  if (madeAt === null) return err('no time stamp inside');
  return ok({
    listing,
    at: quotesAt(madeAt, data['last_trade_time']),
    spot: positive(data['current_price'], 1e9),
    vol30: fractionOf(positive(data['iv30'], 1e4)),
    rows: options.map(rowFields),
  });
}

const SYMBOL = /^([_^]?)([A-Z]{1,6})$/;

/** `_SPX` and `^SPX` are the index SPX; `SPY` is a share. */
function listingOf(symbol: string): Listing | null {
  const parts = SYMBOL.exec(symbol);
  return parts === null ? null : { underlying: parts[2] ?? '', isIndex: parts[1] !== '' };
}

const STAMP = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2}):(\d{2})/;

function stampOf(text: string): EpochMs | null {
  const [, year, month, day, hour, minute, second] = (STAMP.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const instant = utcInstant({ year, month, day, hour: hour ?? 0, minute: minute ?? 0 });
  return instant === null ? null : epochMs(instant + (second ?? 0) * 1000);
}

/** After the close quotes stand still: then they are of the last trade, not of a quarter of an hour ago. */
function quotesAt(madeAt: EpochMs, lastTrade: unknown): EpochMs {
  const delayed = epochMs(madeAt - DELAY_MS);
  const [, year, month, day, hour, minute, second] = (
    (typeof lastTrade === 'string' ? STAMP.exec(lastTrade) : null) ?? []
  ).map(Number);
  if (year === undefined || month === undefined || day === undefined) return delayed;
  const traded = newYorkInstant({ year, month, day, hour: hour ?? 0, minute: minute ?? 0 });
  if (traded === null || traded > madeAt || traded < madeAt - 5 * DAY_MS) return delayed;
  return epochMs(Math.min(traded + (second ?? 0) * 1000, delayed));
}

function rowFields(value: unknown): RowFields {
  const row = isRecord(value) ? value : {};
  return {
    symbol: row['option'],
    bid: row['bid'],
    ask: row['ask'],
    bidSize: row['bid_size'],
    askSize: row['ask_size'],
    last: row['last_trade_price'],
    vol: row['iv'],
    openInterest: row['open_interest'],
    volume: row['volume'],
  };
}

function positive(value: unknown, most: number): number | null {
  return typeof value === 'number' && value > 0 && value <= most ? value : null;
}

function fractionOf(percent: number | null): number | null {
  return percent === null ? null : percent / 100;
}
