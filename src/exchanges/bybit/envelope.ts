import { type Result, err, ok } from '#base/result.ts';
import type { EpochMs } from '#base/time.ts';
import type { WireMessage } from '#market/recording.ts';
import type { DocumentFailure } from '../adapter.ts';
import { documentFailure, isRecord } from '../json-document.ts';
import { openJson } from '../open-json.ts';
import { isAhead, rowFields } from '../row-fields.ts';

/** What a message carries and when the venue sent it; rows have no time of their own. */
export interface Envelope {
  /** Topic of a push, null for an answer. */
  readonly topic: string | null;
  /** Whether a push only says what changed; the venue's option tickers always come whole. */
  readonly isChange: boolean;
  readonly content: unknown;
  readonly sentAt: EpochMs;
}

/** Takes the wrapping off; null for a message that only confirms or keeps a connection. */
export function openEnvelope(message: WireMessage): Result<Envelope | null, DocumentFailure> {
  const page = refusalPage(message.body);
  if (page !== null) return err(page);
  const parsed = openJson(message.body);
  if (!parsed.ok) return parsed;
  const document = parsed.value;
  if (!isRecord(document))
    return err(documentFailure('not-this-venue', 'not an answer in the venue’s wrapping'));
  if (typeof document['topic'] === 'string') {
    const topic = document['topic'].slice(0, 100);
    const isChange = document['type'] === 'delta';
    return ok({ topic, isChange, content: document['data'], sentAt: sentAt(document, 'ts', message.at) });
  }
  if (typeof document['op'] === 'string') return confirmation(document);
  return answer(document, message.at);
}

function answer(
  document: Readonly<Record<string, unknown>>,
  receivedAt: EpochMs,
): Result<Envelope, DocumentFailure> {
  const { retCode, result } = document;
  if (typeof retCode !== 'number') return err(documentFailure('not-this-venue', 'no retCode inside'));
  if (retCode !== 0) return err(venueError(retCode, document['retMsg']));
  return ok({ topic: null, isChange: false, content: result, sentAt: sentAt(document, 'time', receivedAt) });
}

function confirmation(document: Readonly<Record<string, unknown>>): Result<null, DocumentFailure> {
  return document['success'] === false ? err(venueError(null, document['ret_msg'])) : ok(null);
}

const RATE_LIMIT_CODES: ReadonlySet<unknown> = new Set([10_006, 10_018]);
const REGION_CODES: ReadonlySet<unknown> = new Set([10_024, 10_009]);

function venueError(code: number | null, message: unknown): DocumentFailure {
  const words = typeof message === 'string' && message !== '' ? message : 'no message';
  const detail = code === null ? words : `${words} (code ${code})`;
  if (RATE_LIMIT_CODES.has(code)) return documentFailure('rate-limited', detail);
  return documentFailure(REGION_CODES.has(code) ? 'region-blocked' : 'venue-error', detail);
}

/** The gate before the venue refuses whole countries, and addresses that ask too often, with a page of its own. */
function refusalPage(body: string): DocumentFailure | null {
  const head = body.slice(0, 4_000);
  if (/block access from your country/i.test(head)) {
    return documentFailure('region-blocked', 'the venue does not answer to your country');
  }
  if (/^\W*access too frequent/i.test(head)) return documentFailure('rate-limited', 'access too frequent');
  return null;
}

/** The venue's own clock where it is plausible. */
function sentAt(document: Readonly<Record<string, unknown>>, field: string, receivedAt: EpochMs): EpochMs {
  const stamp = rowFields(document).instant(field);
  return stamp === null || isAhead(stamp, receivedAt) ? receivedAt : stamp;
}
