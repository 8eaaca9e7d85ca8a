import { type Result, err, ok } from '#base/result.ts';
import type { DocumentFailure, DocumentFailureReason } from './adapter.ts';
import { boundedText } from './bounded-text.ts';

/** A failure of the whole document; the detail is cut to a bounded length. */
export function documentFailure(reason: DocumentFailureReason, detail: string): DocumentFailure {
  return { scope: 'document', reason, detail: boundedText(detail, 240) };
}

/** A plain object, not an array and not null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a JSON text, or in words what stands there instead. */
export function parseJson(body: string): Result<unknown, string> {
  try {
    const document: unknown = JSON.parse(body);
    return ok(document);
  } catch (failure) {
    return err(whyNotJson(body, failure instanceof Error ? failure.message : 'unreadable'));
  }
}

function whyNotJson(body: string, message: string): string {
  const head = body.slice(0, 200).trimStart();
  if (head === '') return 'the answer is empty';
  if (head.startsWith('<')) return 'the answer is a web page, not data';
  if (head.startsWith('{') || head.startsWith('[')) return `the answer breaks off or is damaged: ${message}`;
  return `the answer is not data: ${head.slice(0, 60)}`;
}
