import { type Result, err, ok } from '#base/result.ts';
import type { WireMessage } from '#market/recording.ts';
import type { DocumentFailure } from '../adapter.ts';
import { documentFailure, isRecord } from '../json-document.ts';
import { openJson } from '../open-json.ts';

/** What a message carries. */
export interface Content {
  readonly content: unknown;
  /** The stream that pushed it; null for an answer, or for a push without the combined streams' wrapping. */
  readonly stream: string | null;
}

/** Takes a combined stream's wrapping off and tells errors apart; null for a confirmed subscription. */
export function openContent(message: WireMessage): Result<Content | null, DocumentFailure> {
  const parsed = openJson(message.body);
  if (!parsed.ok) return parsed;
  const document = parsed.value;
  if (!isRecord(document)) return ok({ stream: null, content: document });
  if (typeof document['code'] === 'number' && typeof document['msg'] === 'string') {
    return err(venueError(document['code'], document['msg']));
  }
  if (isRecord(document['error']))
    return err(venueError(document['error']['code'], document['error']['msg']));
  if (typeof document['stream'] === 'string')
    return ok({ stream: document['stream'].slice(0, 100), content: document['data'] });
  return ok('id' in document && document['result'] === null ? null : { stream: null, content: document });
}

/** Too many requests, and too much weight of them. */
const RATE_LIMIT_CODES: ReadonlySet<unknown> = new Set([-1003, -1015, -1008]);

function venueError(code: unknown, message: unknown): DocumentFailure {
  const words = typeof message === 'string' && message !== '' ? message : 'no message';
  const detail = typeof code === 'number' ? `${words} (code ${code})` : words;
  if (RATE_LIMIT_CODES.has(code)) return documentFailure('rate-limited', detail);
  return documentFailure(/restricted location/i.test(words) ? 'region-blocked' : 'venue-error', detail);
}
