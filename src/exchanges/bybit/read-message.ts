import type { EpochMs } from '#base/time.ts';
import type { ContractQuote } from '#market/option-chain.ts';
import type { Instrument } from '#market/instrument.ts';
import type { WireMessage } from '#market/recording.ts';
import type { ReadMessage } from '../adapter.ts';
import { indexEvents } from '../index-events.ts';
import { documentFailure, isRecord } from '../json-document.ts';
import { termsConflict } from '../linear-instrument.ts';
import { namedOwner } from '../named-owner.ts';
import { readBook } from '../read-book.ts';
import { type RowOwner, type RowReading, readRow, readRows, unreadMessage } from '../read-rows.ts';
import type { RowFields } from '../row-fields.ts';
import { nameReading } from './contract-terms.ts';
import { type Envelope, openEnvelope } from './envelope.ts';
import { type Question, questionOf } from './requests.ts';

/** Reads any message of the venue by what was asked, or for a push by its topic. Never throws. */
export function readMessage(message: WireMessage): ReadMessage {
  const envelope = openEnvelope(message);
  if (!envelope.ok) return unreadMessage(envelope.error);
  if (envelope.value === null) return { value: [], failures: [] };
  const { topic, content, sentAt } = envelope.value;
  if (topic !== null) return readPush({ ...envelope.value, topic });
  const question = questionOf(message.request);
  const list = isRecord(content) ? content['list'] : undefined;
  if (question.topic === 'tickers') return readTickers(list, question, sentAt);
  if (question.topic === 'instruments-info') return readInstruments(list, sentAt);
  if (question.topic === 'orderbook') return readOrderBook(content, question.depth, sentAt);
  return unreadMessage(documentFailure('unknown-request', 'an answer to no known request'));
}

interface TickerRow {
  readonly contract: ContractQuote;
  readonly index: number | null;
}

function readTickers(content: unknown, { wholeCoin }: Question, sentAt: EpochMs): ReadMessage {
  const { value: rows, failures } = readRows(content, tickerReading(REST_NAMES, sentAt));
  if (rows === null) return unreadMessage(...failures);
  const covered = wholeCoin === null ? [] : [`${wholeCoin}_USDT`, `${wholeCoin}_USDC`];
  const whole = wholeCoin !== null;
  return { value: quoteEvents(rows, { covered, whole, at: sentAt }), failures };
}

function readPush({ topic, isChange, content, sentAt }: Envelope & { readonly topic: string }): ReadMessage {
  const depth = /^orderbook\.(\d{1,4})\./.exec(topic)?.[1];
  if (depth !== undefined) return readOrderBook(content, Number(depth), sentAt, isChange);
  if (!topic.startsWith('tickers.')) {
    return unreadMessage(documentFailure('unknown-request', `a push of ${topic}`));
  }
  const row = readRow(content, tickerReading(PUSH_NAMES, sentAt));
  if (!row.ok) return unreadMessage(row.error);
  return { value: quoteEvents([row.value.content], { covered: [], whole: false, at: sentAt }), failures: [] };
}

function quoteEvents(
  rows: readonly TickerRow[],
  {
    covered,
    whole,
    at,
  }: { readonly covered: readonly string[]; readonly whole: boolean; readonly at: EpochMs },
): ReadMessage['value'] {
  const contracts = rows.map((row) => row.contract);
  const underlyings = [...new Set([...covered, ...contracts.map((one) => one.instrument.underlying)])];
  const indices = rows.map((row) => ({ underlying: row.contract.instrument.underlying, price: row.index }));
  return [{ kind: 'quotes', at, underlyings, whole, rows: contracts }, ...indexEvents(indices, at)];
}

/** The fields that answers and pushes call by different names. */
const REST_NAMES = {
  bid: 'bid1Price',
  bidSize: 'bid1Size',
  bidVol: 'bid1Iv',
  ask: 'ask1Price',
  askSize: 'ask1Size',
  askVol: 'ask1Iv',
  markVol: 'markIv',
};
const PUSH_NAMES: typeof REST_NAMES = {
  bid: 'bidPrice',
  bidSize: 'bidSize',
  bidVol: 'bidIv',
  ask: 'askPrice',
  askSize: 'askSize',
  askVol: 'askIv',
  markVol: 'markPriceIv',
};

function tickerReading(names: typeof REST_NAMES, at: EpochMs): RowReading<TickerRow> {
  return {
    owner: (row) => namedOwner(row['symbol'], nameReading(at)),
    read: (fields, instrument) => ({
      contract: { instrument, quote: { instrument: instrument.name, ...figures(fields, names), at } },
      index: fields.price('indexPrice'),
    }),
  };
}

function figures(fields: RowFields, names: typeof REST_NAMES) {
  const [bid, ask] = [fields.price(names.bid), fields.price(names.ask)];
  return {
    bid,
    ask,
    bidSize: bid === null ? null : fields.price(names.bidSize),
    askSize: ask === null ? null : fields.price(names.askSize),
    mark: fields.price('markPrice'),
    last: fields.price('lastPrice'),
    venueMarkVol: fields.vol(names.markVol),
    venueBidVol: fields.vol(names.bidVol),
    venueAskVol: fields.vol(names.askVol),
    forward: fields.price('underlyingPrice'),
    forwardName: null,
    discount: null,
    openInterest: fields.amount('openInterest'),
    volume: fields.amount('volume24h'),
  };
}

/** `s` is the name, `b` and `a` the sides; one contract is one coin. A book begins whole and goes on in changes. */
function readOrderBook(
  content: unknown,
  limit: number | null,
  at: EpochMs,
  changes: boolean = false,
): ReadMessage {
  const owner = (book: Readonly<Record<string, unknown>>): RowOwner => namedOwner(book['s'], nameReading(at));
  return readBook(content, { owner, at: () => at, bids: 'b', asks: 'a', limit, changes });
}

function readInstruments(content: unknown, at: EpochMs): ReadMessage {
  const { value: instruments, failures } = readRows<Instrument>(content, {
    owner: (row) => namedOwner(row['symbol'], nameReading(at)),
    read: termsOf,
  });
  if (instruments === null) return unreadMessage(...failures);
  return { value: [{ kind: 'instruments', at, instruments }], failures };
}

function termsOf(fields: RowFields, named: Instrument): Instrument | string {
  // The row has no strike of its own.
  const listed = {
    right: fields.word('optionsType'),
    strike: named.strike,
    expiry: fields.instant('deliveryTime'),
  };
  const conflict = termsConflict(named, listed);
  if (conflict !== null) return conflict;
  const tick = fields.inside('priceFilter').price('tickSize');
  if (tick === null) return 'priceFilter.tickSize is missing';
  const delivery = fields.number('deliveryFeeRate');
  return {
    ...named,
    minimumTrade: fields.inside('lotSizeFilter').price('minOrderQty'),
    ticks: { base: tick, steps: [] },
    fees: named.fees === null || delivery === null ? named.fees : { ...named.fees, delivery },
  };
}
