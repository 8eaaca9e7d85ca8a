import { type Result, err, ok } from '#base/result.ts';
import { type FileFailure, fileFailure } from './file-failure.ts';
import { type FilePiece, type FilePieces, bytesOf, streamPieces } from './file-pieces.ts';
import { MEMBER_HEAD, memberHead } from './gzip-member.ts';
import { memberPieces } from './member-pieces.ts';
import { createPacer } from './pacer.ts';
import { LARGEST_TEXT, fileTooLarge, megabytes } from './recording-bounds.ts';

/** The longest that reading a file may take, in milliseconds: the largest takes a slow machine half as long. */
export const LONGEST_READ_MS = 300_000;

/** How far reading has come, in bytes of the file as stored. */
export interface FileProgress {
  readonly read: number;
  readonly total: number;
}

/** What the caller of a long read may want. */
export interface FileReading {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: FileProgress) => void;
  /** A smaller bound than `LARGEST_TEXT`, in bytes. */
  readonly largestText?: number;
  /** A smaller bound than `LONGEST_READ_MS`. */
  readonly longestMs?: number;
  /** How much of a recording's text is at hand unpacked, in bytes; what comes after it is kept packed. */
  readonly atHand?: number;
}

/** The text of a file piece by piece, unpacked where it is gzip; null after the last piece. */
export interface FileText {
  next(): Promise<Result<FilePiece | null, FileFailure>>;
}

/** Opens a file's text. Refuses at once what is empty or larger than any file that makes sense. */
export async function openFileText(file: Blob, reading: FileReading): Promise<Result<FileText, FileFailure>> {
  if (file.size === 0) return err(fileFailure('empty', 'the file is empty'));
  const tooLarge = fileTooLarge(file.size);
  if (tooLarge !== null) return err(tooLarge);
  const onRead = (read: number): void => reading.onProgress?.({ read, total: file.size });
  try {
    const head = await bytesOf(file, 0, MEMBER_HEAD);
    const zipped = head[0] === 0x1f && head[1] === 0x8b;
    const pieces =
      memberHead(head) === null ? streamPieces(file, zipped, onRead) : memberPieces(file, onRead);
    return ok(withinBounds(pieces, { zipped, reading }));
  } catch {
    return err(fileFailure('unreadable-file', 'it could not be read and may have been moved or changed'));
  }
}

/** Pieces within the bounds of text and time, until they are not wanted any more. */
function withinBounds(
  pieces: FilePieces,
  { zipped, reading }: { readonly zipped: boolean; readonly reading: FileReading },
): FileText {
  const largest = reading.largestText ?? LARGEST_TEXT;
  const longest = reading.longestMs ?? LONGEST_READ_MS;
  const pace = createPacer();
  const began = performance.now();
  let taken = 0;
  return {
    async next() {
      if (reading.signal?.aborted === true) return err(cancelled());
      try {
        await pace();
        if (performance.now() - began > longest) return err(tooSlow(longest));
        const piece = await pieces.next();
        taken += piece?.kind === 'bytes' ? piece.bytes.length : 0;
        return taken > largest ? err(tooMuchText(largest)) : ok(piece);
      } catch {
        return err(
          zipped ? damagedGzip() : fileFailure('unreadable-file', 'it could not be read to its end'),
        );
      }
    },
  };
}

/** Whoever waited for the file has given up. */
export function cancelled(): FileFailure {
  return fileFailure('aborted', 'opening was cancelled');
}

/** Where nothing after the damage can be had. */
export function damagedGzip(): FileFailure {
  return fileFailure('damaged-gzip', 'the compressed file is cut off or damaged');
}

function tooMuchText(largest: number): FileFailure {
  return fileFailure('too-large', `more than ${megabytes(largest)} of text is packed into it`);
}

function tooSlow(ms: number): FileFailure {
  return fileFailure('too-slow', `reading it took longer than ${Math.round(ms / 1000)} seconds`);
}
