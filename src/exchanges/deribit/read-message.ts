import type { WireMessage } from '#market/recording.ts';
import type { ReadMessage } from '../adapter.ts';
import { documentFailure } from '../json-document.ts';
import { type Envelope, openEnvelope } from './envelope.ts';
import { KNOWN_UNDERLYINGS } from './known-underlyings.ts';
import { readBookSummary } from './read-book-summary.ts';
import {
  readIndexPrice,
  readStreamedIndex,
  readStreamedVolatilityIndex,
  readVolatilityIndex,
} from './read-index.ts';
import { readInstruments } from './read-instruments.ts';
import { readMarks } from './read-marks.ts';
import { readOrderBook, readPushedBook } from './read-order-book.ts';
import { readTicker } from './read-ticker.ts';
import { LINEAR_CURRENCIES, type RequestParts, currencyOf, requestParts } from './requests.ts';

/** Reads any message of the venue by what was asked, or for a push by its channel. Never throws. */
export function readMessage(message: WireMessage): ReadMessage {
  const envelope = openEnvelope(message);
  if (!envelope.ok) return { value: [], failures: [envelope.error] };
  if (envelope.value.channel !== null) return readPush(envelope.value, envelope.value.channel);
  return readAnswer(envelope.value, requestParts(message.request));
}

function readAnswer({ content, sentAt }: Envelope, { method, parameters }: RequestParts): ReadMessage {
  switch (method ?? '') {
    case 'get_book_summary_by_currency': {
      const kind = parameters.get('kind');
      const options = kind === undefined || kind === 'option';
      const covers = options ? coveredBy(parameters.get('currency')) : [];
      return readBookSummary(content, { covers, options, sentAt });
    }
    case 'get_order_book':
      return readOrderBook(content, parameters.get('depth'), sentAt);
    case 'ticker':
      return readTicker(content, sentAt);
    case 'get_instruments':
      return readInstruments(content, sentAt);
    case 'get_index_price':
      return readIndexPrice(content, parameters.get('index_name') ?? null, sentAt);
    case 'get_volatility_index_data':
      return readVolatilityIndex(content, parameters.get('currency') ?? null);
    default:
      return unknown(method === null ? 'an answer to no known request' : `an answer to ${method}`);
  }
}

function readPush({ content, sentAt }: Envelope, channel: string): ReadMessage {
  switch (channel.split('.')[0] ?? '') {
    case 'ticker':
      return readTicker(content, sentAt);
    case 'book':
      return readPushedBook(content, channel, sentAt);
    case 'markprice':
      return readMarks(content, sentAt);
    case 'deribit_price_index':
      return readStreamedIndex(content, sentAt);
    case 'deribit_volatility_index':
      return readStreamedVolatilityIndex(content, sentAt);
    default:
      return unknown(`a push of ${channel}`);
  }
}

function unknown(detail: string): ReadMessage {
  return { value: [], failures: [documentFailure('unknown-request', detail)] };
}

/** The underlyings that an answer under a currency is the whole list of. */
function coveredBy(currency: string | undefined): readonly string[] {
  if (currency === undefined) return [];
  if (!LINEAR_CURRENCIES.includes(currency)) return [currency];
  return KNOWN_UNDERLYINGS.filter((underlying) => currencyOf(underlying) === currency);
}
