import { type EpochMs, epochMs } from '#base/time.ts';
import type { FeeSchedule } from '#market/fee-schedule.ts';
import type { Instrument } from '#market/instrument.ts';
import type { ContractQuote } from '#market/option-chain.ts';
import type { Quote } from '#market/quote.ts';
import type { WireMessage } from '#market/recording.ts';
import type { FeedEvent, ReadMessage } from '../adapter.ts';
import { withListedRates } from '../fee-terms.ts';
import { indexEvents } from '../index-events.ts';
import { documentFailure, isRecord } from '../json-document.ts';
import { termsConflict } from '../linear-instrument.ts';
import { namedOwner } from '../named-owner.ts';
import { readBook } from '../read-book.ts';
import { type RowReading, readRow, readRows, unreadMessage } from '../read-rows.ts';
import { type RowFields, rowTime } from '../row-fields.ts';
import { NAMES } from './contract-terms.ts';
import { openEnvelope } from './envelope.ts';
import { methodOf } from './requests.ts';

/** Reads any message of the venue by its channel or by what it holds. Never throws. */
export function readMessage(message: WireMessage): ReadMessage {
  const envelope = openEnvelope(message);
  if (!envelope.ok) return unreadMessage(envelope.error);
  const { channel, content } = envelope.value;
  if (channel !== null) return readPush(channel, content, message.at);
  // Over a socket the answer alone tells what was asked.
  if (isRecord(content) && isRecord(content['tickers'])) return readTickers(content['tickers'], message.at);
  if (methodOf(message.request) === 'get_instruments') return readInstruments(content, message.at);
  if (methodOf(message.request) === 'get_tickers') {
    return unreadMessage(documentFailure('malformed-document', 'there are no tickers inside'));
  }
  return unreadMessage(documentFailure('unknown-request', 'an answer to no known request'));
}

interface TickerRow {
  readonly contract: ContractQuote;
  readonly index: number | null;
}

/** One expiry of one coin, by name; never the coin's whole list. */
function readTickers(tickers: Readonly<Record<string, unknown>>, receivedAt: EpochMs): ReadMessage {
  const named = Object.entries(tickers).map(([name, row]) => ({ name, row }));
  const { value: rows, failures } = readRows<TickerRow>(named, tickerReading(receivedAt));
  if (rows === null) return unreadMessage(...failures);
  return { value: quoteEvents(rows, receivedAt), failures };
}

function readPush(channel: string, content: unknown, receivedAt: EpochMs): ReadMessage {
  const depth = /^orderbook\.[^.]{1,64}\.\d{1,4}\.(\d{1,4})$/.exec(channel)?.[1];
  if (depth !== undefined) return readOrderBook(content, Number(depth), receivedAt);
  const name = /^ticker_slim\.([^.]{1,64})\./.exec(channel)?.[1];
  if (name === undefined) return unreadMessage(documentFailure('unknown-request', `a push of ${channel}`));
  const row = isRecord(content) ? content['instrument_ticker'] : null;
  const read = readRow({ name, row }, tickerReading(receivedAt));
  if (!read.ok) return unreadMessage(read.error);
  return { value: quoteEvents([read.value.content], receivedAt), failures: [] };
}

function readOrderBook(content: unknown, limit: number, receivedAt: EpochMs): ReadMessage {
  return readBook(content, {
    owner: (book) => namedOwner(book['instrument_name'], NAMES),
    at: (fields) => rowTime(fields, 'timestamp', receivedAt),
    bids: 'bids',
    asks: 'asks',
    limit,
  });
}

function quoteEvents(rows: readonly TickerRow[], at: EpochMs): readonly FeedEvent[] {
  const contracts = rows.map((row) => row.contract);
  const underlyings = [...new Set(contracts.map((one) => one.instrument.underlying))];
  const indices = rows.map((row) => ({ underlying: row.contract.instrument.underlying, price: row.index }));
  return [{ kind: 'quotes', at, underlyings, whole: false, rows: contracts }, ...indexEvents(indices, at)];
}

function tickerReading(receivedAt: EpochMs): RowReading<TickerRow> {
  return {
    owner: (row) => namedOwner(row['name'], NAMES),
    read: (named, instrument) => {
      const fields = named.inside('row');
      const pricing = fields.inside('option_pricing');
      const at = rowTime(fields, 't', receivedAt);
      if (!fields.has('option_pricing')) return 'no ticker with its pricing in the row';
      if (typeof at === 'string') return at;
      const quote = quoteOf(instrument, { fields, pricing, at });
      return { contract: { instrument, quote }, index: fields.price('I') };
    },
  };
}

/** Bids are `b` and `B`, asks `a` and `A`, small for price and capital for size; the discount has three decimals. */
function quoteOf(
  { name }: Instrument,
  { fields, pricing, at }: { readonly fields: RowFields; readonly pricing: RowFields; readonly at: EpochMs },
): Quote {
  const [bid, ask] = [fields.price('b'), fields.price('a')];
  const stats = fields.inside('stats');
  return {
    instrument: name,
    bid,
    ask,
    bidSize: bid === null ? null : fields.price('B'),
    askSize: ask === null ? null : fields.price('A'),
    mark: fields.price('M'),
    last: null,
    venueMarkVol: pricing.vol('i'),
    venueBidVol: bid === null ? null : pricing.vol('bi'),
    venueAskVol: ask === null ? null : pricing.vol('ai'),
    forward: pricing.price('f'),
    forwardName: null,
    discount: pricing.price('df'),
    openInterest: stats.amount('oi'),
    volume: stats.amount('c'),
    at,
  };
}

function readInstruments(content: unknown, at: EpochMs): ReadMessage {
  const { value: instruments, failures } = readRows<Instrument>(content, {
    owner: (row) => namedOwner(row['instrument_name'], NAMES),
    read: (fields, named) => termsOf(fields, named, at),
  });
  if (instruments === null) return unreadMessage(...failures);
  return { value: [{ kind: 'instruments', at, instruments }], failures };
}

function termsOf(fields: RowFields, named: Instrument, at: EpochMs): Instrument | string {
  const details = fields.inside('option_details');
  const seconds = details.amount('expiry');
  const listed = {
    right: details.word('option_type'),
    strike: details.price('strike'),
    expiry: seconds === null ? null : epochMs(seconds * 1_000),
  };
  const conflict = termsConflict(named, listed);
  if (conflict !== null) return conflict;
  const tick = fields.price('tick_size');
  if (tick === null) return 'tick_size is missing';
  return {
    ...named,
    minimumTrade: fields.price('minimum_amount'),
    ticks: { base: tick, steps: [] },
    fees: listedFees(fields, named.fees, at),
  };
}

function listedFees(fields: RowFields, usual: FeeSchedule | null, at: EpochMs): FeeSchedule | null {
  const [maker, taker] = [fields.number('maker_fee_rate'), fields.number('taker_fee_rate')];
  const [premiumCap, perTrade] = [fields.amount('mark_price_fee_rate_cap'), fields.amount('base_fee')];
  if (maker === null || taker === null || usual === null) return usual;
  const listed = withListedRates(usual, { maker, taker, at });
  return {
    ...listed,
    ...(premiumCap === null ? {} : { premiumCap }),
    ...(perTrade === null ? {} : { perTrade }),
  };
}
