import { type Result, err, ok } from '#base/result.ts';
import { type FileFailure, fileFailure } from './file-failure.ts';
import { createPacer } from './pacer.ts';
import { LARGEST_TEXT } from './recording-bounds.ts';

/** The largest file that is opened, in bytes as stored. */
export const LARGEST_FILE = 256_000_000;
/** The longest that reading a file may take, in milliseconds: the largest takes a slow machine half as long. */
export const LONGEST_READ_MS = 120_000;

/** Bytes taken at a time. */
const PIECE = 262_144;

/** How far reading has come, in bytes of the file as stored. */
export interface FileProgress {
  readonly read: number;
  readonly total: number;
}

/** What the caller of a long read may want. */
export interface FileReading {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: FileProgress) => void;
  /** A smaller bound than `LARGEST_TEXT`, in UTF-16 units. */
  readonly largestText?: number;
  /** A smaller bound than `LONGEST_READ_MS`. */
  readonly longestMs?: number;
}

/** The text of a file piece by piece, unpacked where it is gzip; null after the last piece. */
export interface FileText {
  next(): Promise<Result<string | null, FileFailure>>;
  /** Lets go of the file; nothing may be read afterwards. */
  close(): Promise<void>;
}

/** Why a file of so many bytes is not opened; null where its size is no reason. */
export function fileTooLarge(bytes: number): FileFailure | null {
  if (bytes <= LARGEST_FILE) return null;
  const detail = `it has ${megabytes(bytes)}, and more than ${megabytes(LARGEST_FILE)} is not taken`;
  return fileFailure('too-large', detail);
}

/** Opens a file's text. Refuses at once what is empty or larger than any file that makes sense. */
export async function openFileText(file: Blob, reading: FileReading): Promise<Result<FileText, FileFailure>> {
  if (file.size === 0) return err(fileFailure('empty', 'the file is empty'));
  const tooLarge = fileTooLarge(file.size);
  if (tooLarge !== null) return err(tooLarge);
  try {
    const magic = new Uint8Array(await file.slice(0, 2).arrayBuffer());
    const zipped = magic[0] === 0x1f && magic[1] === 0x8b;
    return ok(fileText(textStream(file, zipped, reading).getReader(), { zipped, reading }));
  } catch {
    return err(fileFailure('unreadable-file', 'it could not be read and may have been moved or changed'));
  }
}

/** Slices, because some platforms hand out a whole file as one piece, which could be neither watched nor stopped. */
function textStream(file: Blob, zipped: boolean, reading: FileReading): ReadableStream<string> {
  let read = 0;
  const bytes = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const piece = await file.slice(read, read + PIECE).arrayBuffer();
      if (piece.byteLength === 0) return controller.close();
      read += piece.byteLength;
      reading.onProgress?.({ read, total: file.size });
      return controller.enqueue(new Uint8Array(piece));
    },
  });
  const plain = zipped ? bytes.pipeThrough(new DecompressionStream('gzip')) : bytes;
  return plain.pipeThrough(new TextDecoderStream());
}

function fileText(
  reader: ReadableStreamDefaultReader<string>,
  { zipped, reading }: { readonly zipped: boolean; readonly reading: FileReading },
): FileText {
  const largest = reading.largestText ?? LARGEST_TEXT;
  const longest = reading.longestMs ?? LONGEST_READ_MS;
  const pace = createPacer();
  const began = performance.now();
  let taken = 0;
  return {
    async next() {
      if (reading.signal?.aborted === true) return err(fileFailure('aborted', 'opening was cancelled'));
      try {
        await pace();
        if (performance.now() - began > longest) return err(tooSlow(longest));
        const { done, value } = await reader.read();
        if (done) return ok(null);
        taken += value.length;
        return taken > largest ? err(tooMuchText(largest)) : ok(value);
      } catch {
        return err(
          zipped
            ? fileFailure('damaged-gzip', 'the compressed file is cut off or damaged')
            : fileFailure('unreadable-file', 'it could not be read to its end'),
        );
      }
    },
    async close() {
      await reader.cancel().catch(() => undefined);
    },
  };
}

function tooMuchText(largest: number): FileFailure {
  return fileFailure('too-large', `more than ${megabytes(largest)} of text is packed into it`);
}

function tooSlow(ms: number): FileFailure {
  return fileFailure('too-slow', `reading it took longer than ${Math.round(ms / 1000)} seconds`);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
