import { type Result, err, ok } from '#base/result.ts';
import type { DocumentFailure } from './adapter.ts';
import { documentFailure, parseJson } from './json-document.ts';

/** The largest body that is parsed, in UTF-16 units; a whole chain of any crypto venue is below two million. */
const LARGEST_BODY = 32_000_000;

/** The value of a message's JSON text, or why there is none. */
export function openJson(body: string): Result<unknown, DocumentFailure> {
  if (body.length > LARGEST_BODY) {
    return err(documentFailure('too-large', `${Math.round(body.length / 1e6)} MB, more than any answer`));
  }
  const parsed = parseJson(body);
  return parsed.ok ? ok(parsed.value) : err(documentFailure('not-json', parsed.error));
}
