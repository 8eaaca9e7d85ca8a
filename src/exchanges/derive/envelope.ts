import { type Result, err, ok } from '#base/result.ts';
import type { WireMessage } from '#market/recording.ts';
import type { DocumentFailure } from '../adapter.ts';
import { documentFailure, isRecord } from '../json-document.ts';
import { openJson } from '../open-json.ts';

/** What a message carries. */
export interface Envelope {
  /** Channel of a push, null for an answer. */
  readonly channel: string | null;
  readonly content: unknown;
}

/** Takes the JSON-RPC wrapping off a message, or says why there is nothing inside. */
export function openEnvelope(message: WireMessage): Result<Envelope, DocumentFailure> {
  const parsed = openJson(message.body);
  if (!parsed.ok) return parsed;
  const document = parsed.value;
  if (!isRecord(document))
    return err(documentFailure('not-this-venue', 'not an answer in the venue’s wrapping'));
  if (isRecord(document['error'])) return err(venueError(document['error']));
  if (document['method'] === 'subscription') return openPush(document['params']);
  if (!('result' in document)) return err(documentFailure('not-this-venue', 'no result and no error inside'));
  return ok({ channel: null, content: document['result'] });
}

function openPush(params: unknown): Result<Envelope, DocumentFailure> {
  if (!isRecord(params) || typeof params['channel'] !== 'string') {
    return err(documentFailure('malformed-document', 'a push without a channel'));
  }
  return ok({ channel: params['channel'].slice(0, 200), content: params['data'] });
}

function venueError({ code, message }: Readonly<Record<string, unknown>>): DocumentFailure {
  const words = typeof message === 'string' && message !== '' ? message : 'no message';
  const number = typeof code === 'number' ? ` (code ${code})` : '';
  const limited = /rate limit/i.test(words);
  return documentFailure(limited ? 'rate-limited' : 'venue-error', `${words}${number}`);
}
