import { boundedText } from '#exchanges/bounded-text.ts';

/** Why a file could not be opened. */
export type FileFailureReason =
  | 'unknown-format'
  | 'unknown-venue'
  | 'unsupported-version'
  | 'empty'
  | 'damaged-gzip'
  | 'malformed-line'
  | 'no-quotes'
  | 'too-large'
  | 'too-slow'
  | 'unreadable-file'
  | 'aborted';

/**
 * A file that could not be opened; `detail` is a clause for people of bounded length, which can
 * follow “<file> was not opened: ”.
 */
export interface FileFailure {
  readonly reason: FileFailureReason;
  readonly detail: string;
  /** Which line, counted from 1, where one line is to blame. */
  readonly line: number | null;
}

/** Makes a failure; text from the file inside the sentence is cut and made printable. */
export function fileFailure(
  reason: FileFailureReason,
  detail: string,
  line: number | null = null,
): FileFailure {
  return { reason, detail: boundedText(detail, 240), line };
}
