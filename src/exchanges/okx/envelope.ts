import { type Result, err, ok } from '#base/result.ts';
import type { WireMessage } from '#market/recording.ts';
import type { DocumentFailure } from '../adapter.ts';
import { documentFailure, isRecord } from '../json-document.ts';
import { openJson } from '../open-json.ts';
import { type Question, questionOf } from './requests.ts';

/** Rows, and what was asked for; null content for a message that only keeps a connection or confirms. */
export interface Envelope {
  readonly question: Question;
  readonly rows: unknown;
}

/** Takes the wrapping off an answer or a push, or says why there is nothing inside; null for a mere confirmation. */
export function openEnvelope(message: WireMessage): Result<Envelope | null, DocumentFailure> {
  if (message.via === 'ws' && message.body === 'pong') return ok(null);
  const parsed = openJson(message.body);
  if (!parsed.ok) return parsed;
  const document = parsed.value;
  if (!isRecord(document)) return notThisVenue('not an answer in the venue’s wrapping');
  if (typeof document['event'] === 'string') return openEvent(document);
  if (isRecord(document['arg'])) return openPush(document['arg'], document['data']);
  if (typeof document['code'] !== 'string') return notThisVenue('neither a code nor a channel inside');
  if (document['code'] !== '0') return err(venueError(document));
  return ok({ question: questionOf(message.request), rows: document['data'] });
}

function openEvent(document: Readonly<Record<string, unknown>>): Result<null, DocumentFailure> {
  return document['event'] === 'error' ? err(venueError(document)) : ok(null);
}

/** Channels that push whole books, and how deep; a push of any other book channel is a change of one. */
const BOOK_CHANNELS: ReadonlyMap<unknown, number> = new Map([
  ['books5', 5],
  ['bbo-tbt', 1],
]);

/** A push carries the rows that changed, never the whole list. */
function openPush(
  channel: Readonly<Record<string, unknown>>,
  rows: unknown,
): Result<Envelope, DocumentFailure> {
  const { channel: topic, instFamily, instId } = channel;
  if (typeof topic !== 'string')
    return err(documentFailure('malformed-document', 'a push without a channel'));
  const family = [instFamily, instId].find((word) => typeof word === 'string') ?? null;
  return ok({
    question: {
      topic: topic.slice(0, 64),
      family: family?.slice(0, 64) ?? null,
      whole: false,
      depth: BOOK_CHANNELS.get(topic) ?? null,
    },
    rows,
  });
}

/** 50011 and 50061 are the limits of an address and of an account, 60014 and 60030 those of a socket. */
const RATE_LIMIT_CODES: ReadonlySet<unknown> = new Set(['50011', '50061', '60014', '60030']);

function venueError({ code, msg }: Readonly<Record<string, unknown>>): DocumentFailure {
  const words = typeof msg === 'string' && msg !== '' ? msg : 'no message';
  const number = typeof code === 'string' ? ` (code ${code})` : '';
  return documentFailure(RATE_LIMIT_CODES.has(code) ? 'rate-limited' : 'venue-error', `${words}${number}`);
}

function notThisVenue(detail: string): Result<never, DocumentFailure> {
  return err(documentFailure('not-this-venue', detail));
}
