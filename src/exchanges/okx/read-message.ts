import type { WireMessage } from '#market/recording.ts';
import type { ReadMessage } from '../adapter.ts';
import { documentFailure } from '../json-document.ts';
import { unreadMessage } from '../read-rows.ts';
import { openEnvelope } from './envelope.ts';
import { readOrderBook } from './read-book.ts';
import { readIndex } from './read-index.ts';
import { partTopicOf, readParts } from './read-parts.ts';
import { readInstruments, readTickBands } from './read-terms.ts';

/** Reads any message of the venue by what was asked, or for a push by its channel. Never throws. */
export function readMessage(message: WireMessage): ReadMessage {
  const envelope = openEnvelope(message);
  if (!envelope.ok) return unreadMessage(envelope.error);
  if (envelope.value === null) return { value: [], failures: [] };
  const { question, rows } = envelope.value;
  const part = partTopicOf(question.topic);
  if (part !== null) return readParts(rows, part, question, message.at);
  switch (question.topic) {
    case 'instruments':
      return readInstruments(rows, message.at);
    case 'instrument-tick-bands':
      return readTickBands(rows, message.at);
    case 'books':
    case 'books5':
    case 'bbo-tbt':
      return readOrderBook(rows, question, message.at);
    case 'index-tickers':
      return readIndex(rows, message.at);
    default: {
      const what = question.topic === '' ? 'no known request' : question.topic;
      return unreadMessage(documentFailure('unknown-request', `an answer to ${what}`));
    }
  }
}
