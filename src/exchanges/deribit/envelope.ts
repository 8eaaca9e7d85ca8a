import { type Result, err, ok } from '#base/result.ts';
import { type EpochMs, epochMs } from '#base/time.ts';
import type { WireMessage } from '#market/recording.ts';
import type { DocumentFailure } from '../adapter.ts';
import { documentFailure, isRecord, parseJson } from '../json-document.ts';

/** The largest body that is parsed, in UTF-16 units; a whole chain is about half a million. */
export const LARGEST_BODY = 32_000_000;

/** What a message carries: the answer to a call, or one push of a subscription. */
export interface Envelope {
  /** Channel of a push; null for an answer. */
  readonly channel: string | null;
  readonly content: unknown;
  /** When the venue sent it where it says so, otherwise when it was received. */
  readonly sentAt: EpochMs;
}

/** Takes the JSON-RPC wrapping off a message, or says why there is nothing inside. */
export function openEnvelope(message: WireMessage): Result<Envelope, DocumentFailure> {
  const { body } = message;
  if (body.length > LARGEST_BODY) {
    return err(documentFailure('too-large', `${Math.round(body.length / 1e6)} MB, more than any answer`));
  }
  const parsed = parseJson(body);
  if (!parsed.ok) return err(documentFailure('not-json', parsed.error));
  const document = parsed.value;
  if (!isRecord(document))
    return err(documentFailure('not-this-venue', 'not an answer in the venue’s wrapping'));
  if (isRecord(document['error'])) return err(venueError(document['error']));
  if (document['method'] === 'subscription') return openPush(document, message.at);
  if (!('result' in document)) return err(documentFailure('not-this-venue', 'no result and no error inside'));
  return ok({ channel: null, content: document['result'], sentAt: sentAt(document['usOut'], message.at) });
}

const RATE_LIMIT_CODES: ReadonlySet<unknown> = new Set([10_028, 10_066]);

function venueError(error: Readonly<Record<string, unknown>>): DocumentFailure {
  const { code, message } = error;
  const words = typeof message === 'string' ? message : 'no message';
  const number = typeof code === 'number' ? ` (code ${code})` : '';
  return documentFailure(RATE_LIMIT_CODES.has(code) ? 'rate-limited' : 'venue-error', `${words}${number}`);
}

function openPush(
  document: Readonly<Record<string, unknown>>,
  receivedAt: EpochMs,
): Result<Envelope, DocumentFailure> {
  const { params } = document;
  if (!isRecord(params) || typeof params['channel'] !== 'string') {
    return err(documentFailure('malformed-document', 'a push without a channel'));
  }
  return ok({ channel: params['channel'].slice(0, 200), content: params['data'], sentAt: receivedAt });
}

/** The venue's own clock in microseconds where it is plausible: with it a wrong clock on this side does no harm. */
function sentAt(usOut: unknown, receivedAt: EpochMs): EpochMs {
  const plausible = typeof usOut === 'number' && usOut > 1.2e15 && usOut < 4.2e15;
  return plausible ? epochMs(usOut / 1_000) : receivedAt;
}
