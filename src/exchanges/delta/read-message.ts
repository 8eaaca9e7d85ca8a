import { utcInstant } from '#base/calendar.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { EpochMs } from '#base/time.ts';
import type { Instrument } from '#market/instrument.ts';
import type { WireMessage } from '#market/recording.ts';
import type { DocumentFailure, QuoteFigures, QuotePart, ReadMessage } from '../adapter.ts';
import { withListedRates } from '../fee-terms.ts';
import { indexEvents } from '../index-events.ts';
import { documentFailure, isRecord } from '../json-document.ts';
import { termsConflict } from '../linear-instrument.ts';
import { namedOwner } from '../named-owner.ts';
import { openJson } from '../open-json.ts';
import { readBook } from '../read-book.ts';
import { readRows, unreadMessage } from '../read-rows.ts';
import type { RowFields } from '../row-fields.ts';
import { NAMES } from './contract-terms.ts';
import { microsecondsOf } from './microseconds.ts';
import { questionOf } from './requests.ts';

/** Reads any answer of the venue by what was asked. Never throws. */
export function readMessage(message: WireMessage): ReadMessage {
  const opened = openResult(message.body);
  if (!opened.ok) return unreadMessage(opened.error);
  const { topic, whole, depth } = questionOf(message.request);
  if (topic === 'tickers') return readTickers(opened.value, whole, message.at);
  if (topic === 'products') return readProducts(opened.value, message.at);
  if (topic === 'l2orderbook') return readOrderBook(opened.value, depth, message.at);
  return unreadMessage(documentFailure('unknown-request', 'an answer to no known request'));
}

function openResult(body: string): Result<unknown, DocumentFailure> {
  const parsed = openJson(body);
  if (!parsed.ok) return parsed;
  const document = parsed.value;
  if (!isRecord(document) || typeof document['success'] !== 'boolean') {
    return err(documentFailure('not-this-venue', 'not an answer in the venue’s wrapping'));
  }
  if (document['success']) return ok(document['result']);
  const { error } = document;
  const code = isRecord(error) && typeof error['code'] === 'string' ? error['code'] : 'no code';
  return err(documentFailure(/rate_?limit|too_many/i.test(code) ? 'rate-limited' : 'venue-error', code));
}

interface TickerRow {
  readonly part: QuotePart;
  readonly spot: number | null;
}

/** The word for what a ticker carries; sizes are contracts on the wire, so they are sent on as a part. */
const PART = 'tickers';

function readTickers(content: unknown, whole: boolean, receivedAt: EpochMs): ReadMessage {
  const { value: rows, failures } = readRows<TickerRow>(content, {
    owner: (row) => namedOwner(row['symbol'], NAMES),
    read: (fields, instrument) => {
      const at = microsecondsOf(fields, 'timestamp', receivedAt);
      if (typeof at === 'string') return at;
      return { part: { instrument, at, figures: figuresOf(fields) }, spot: fields.price('spot_price') };
    },
  });
  if (rows === null) return unreadMessage(...failures);
  const parts = rows.map((row) => row.part);
  const underlyings = [...new Set(parts.map((part) => part.instrument.underlying))];
  const indices = rows.map(({ part, spot }) => ({ underlying: part.instrument.underlying, price: spot }));
  return {
    value: [
      { kind: 'quote-parts', at: receivedAt, underlyings, part: PART, whole, rows: parts },
      ...indexEvents(indices, receivedAt),
    ],
    failures,
  };
}

/** The venue's own vols come out with `greeks.spot` as the forward and no discount. */
function figuresOf(fields: RowFields): Partial<QuoteFigures> {
  const quotes = fields.inside('quotes');
  const [bid, ask] = [quotes.price('best_bid'), quotes.price('best_ask')];
  return {
    bid,
    ask,
    bidSize: bid === null ? null : quotes.price('bid_size'),
    askSize: ask === null ? null : quotes.price('ask_size'),
    mark: fields.price('mark_price'),
    venueMarkVol: quotes.vol('mark_iv') ?? fields.vol('mark_vol'),
    venueBidVol: quotes.vol('bid_iv'),
    venueAskVol: quotes.vol('ask_iv'),
    forward: fields.inside('greeks').price('spot'),
    openInterest: fields.amount('oi'),
  };
}

function readOrderBook(content: unknown, limit: number | null, receivedAt: EpochMs): ReadMessage {
  return readBook(content, {
    owner: (book) => namedOwner(book['symbol'], NAMES),
    at: (fields) => microsecondsOf(fields, 'last_updated_at', receivedAt),
    bids: 'buy',
    asks: 'sell',
    limit,
  });
}

function readProducts(content: unknown, at: EpochMs): ReadMessage {
  const { value: instruments, failures } = readRows<Instrument>(content, {
    owner: (row) => namedOwner(row['symbol'], NAMES),
    read: (fields, named) => termsOf(fields, named, at),
  });
  if (instruments === null) return unreadMessage(...failures);
  return { value: [{ kind: 'instruments', at, instruments }], failures };
}

function termsOf(fields: RowFields, named: Instrument, at: EpochMs): Instrument | string {
  const listed = {
    right: fields.word('contract_type')?.replace('_options', '') ?? null,
    strike: fields.price('strike_price'),
    expiry: instantOf(fields.word('settlement_time')),
  };
  const conflict = termsConflict(named, listed);
  if (conflict !== null) return conflict;
  const [size, tick] = [fields.price('contract_value'), fields.price('tick_size')];
  if (size === null || tick === null) return 'contract_value or tick_size is missing';
  const [maker, taker] = [fields.number('maker_commission_rate'), fields.number('taker_commission_rate')];
  const premiumCap = fields.inside('product_specs').amount('premium_commission_rate');
  return {
    ...named,
    contractSize: size,
    minimumTrade: 1,
    ticks: { base: tick, steps: [] },
    fees:
      maker === null || taker === null
        ? null
        : withListedRates({ maker, taker, premiumCap, delivery: null }, { maker, taker, at }),
  };
}

/** A time such as `2021-11-30T12:00:00Z`; seconds are not counted. */
function instantOf(text: string | null): EpochMs | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):\d{2}Z$/.exec(text ?? '');
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.slice(1).map(Number);
  return utcInstant({ year, month, day, hour, minute });
}
