import { type FileFailure, fileFailure } from './file-failure.ts';

/** The largest file that is opened, in bytes as stored. */
export const LARGEST_FILE = 256_000_000;
/** The most text that is taken out of a file, in bytes: a small gzip can hold any amount. */
export const LARGEST_TEXT = 4_000_000_000;
/** The most messages of one recording. */
export const MOST_MESSAGES = 4_000_000;
/** The longest line, in bytes; a whole chain is about half a million. */
export const LONGEST_LINE = 64_000_000;

/** Why a file of so many bytes is not opened; null where its size is no reason. */
export function fileTooLarge(bytes: number): FileFailure | null {
  if (bytes <= LARGEST_FILE) return null;
  const detail = `it has ${megabytes(bytes)}, and more than ${megabytes(LARGEST_FILE)} is not taken`;
  return fileFailure('too-large', detail);
}

/** Bytes in words. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
