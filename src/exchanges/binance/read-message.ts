import type { EpochMs } from '#base/time.ts';
import type { Instrument } from '#market/instrument.ts';
import type { WireMessage } from '#market/recording.ts';
import type { ReadMessage } from '../adapter.ts';
import { documentFailure, isRecord } from '../json-document.ts';
import { termsConflict } from '../linear-instrument.ts';
import { namedOwner } from '../named-owner.ts';
import { readRows, unreadMessage } from '../read-rows.ts';
import { type RowFields, rowFields } from '../row-fields.ts';
import { NAMES, underlyingOfPair } from './contract-terms.ts';
import { openContent } from './envelope.ts';
import { readDepth, readPushedDepth, wholeBookDepth } from './read-book.ts';
import { readMarks, readPushedMarks, readTickers } from './read-quotes.ts';
import { type Question, questionOf } from './requests.ts';

/** Reads any message of the venue: by what was asked, or for a push by what it holds. Never throws. */
export function readMessage(message: WireMessage): ReadMessage {
  const opened = openContent(message);
  if (!opened.ok) return unreadMessage(opened.error);
  if (opened.value === null) return { value: [], failures: [] };
  const { stream, content } = opened.value;
  const question = questionOf(message.request);
  switch (question.topic) {
    case 'mark':
      return readMarks(content, question.whole, message.at);
    case 'ticker':
      return readTickers(content, question.whole, message.at);
    case 'exchangeInfo':
      return readInstruments(content, message.at);
    case 'index':
      return readIndex(content, question, message.at);
    case 'depth':
      return readDepth(content, question, message.at);
    default:
      return readPush(stream, content, message.at);
  }
}

/** Told by the name of the stream; marks also by being a list, for a push without the wrapping has no name. */
function readPush(stream: string | null, content: unknown, receivedAt: EpochMs): ReadMessage {
  const depth = stream === null ? null : wholeBookDepth(stream);
  if (depth !== null) return readPushedDepth(content, depth, receivedAt);
  return Array.isArray(content) ? readPushedMarks(content, stream, receivedAt) : unknown();
}

function unknown(): ReadMessage {
  return unreadMessage(
    documentFailure('unknown-request', 'neither a push of marks or of a book nor a known answer'),
  );
}

function readIndex(content: unknown, { pair }: Question, receivedAt: EpochMs): ReadMessage {
  const fields = rowFields(isRecord(content) ? content : {});
  const [price, at] = [fields.price('indexPrice'), fields.instant('time') ?? receivedAt];
  const underlying = pair === null ? null : underlyingOfPair(pair);
  if (price === null || underlying === null || fields.defect() !== null) {
    const detail = fields.defect() ?? 'no indexPrice inside, or no pair asked for';
    return unreadMessage(documentFailure('malformed-document', detail));
  }
  return { value: [{ kind: 'index', at, underlyings: [underlying], price }], failures: [] };
}

function readInstruments(content: unknown, at: EpochMs): ReadMessage {
  const list = isRecord(content) ? content['optionSymbols'] : undefined;
  const { value: instruments, failures } = readRows<Instrument>(list, {
    owner: (row) => namedOwner(row['symbol'], NAMES),
    read: (fields, named) => termsOf(fields, named),
  });
  if (instruments === null) return unreadMessage(...failures);
  return { value: [{ kind: 'instruments', at, instruments }], failures };
}

function termsOf(fields: RowFields, named: Instrument): Instrument | string {
  const [side, strike, expiry] = [
    fields.word('side'),
    fields.price('strikePrice'),
    fields.instant('expiryDate'),
  ];
  const conflict = termsConflict(named, { right: side, strike, expiry });
  if (conflict !== null) return conflict;
  const filters = fields.list('filters');
  const value = (type: string, field: string): number | null =>
    filters.find((filter) => filter.word('filterType') === type)?.price(field) ?? null;
  const tick = value('PRICE_FILTER', 'tickSize');
  return {
    ...named,
    contractSize: fields.price('unit') ?? named.contractSize,
    minimumTrade: value('LOT_SIZE', 'minQty'),
    ticks: tick === null ? named.ticks : { base: tick, steps: [] },
  };
}
