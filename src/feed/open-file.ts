import { type Result, err, ok } from '#base/result.ts';
import type { EpochMs } from '#base/time.ts';
import type { ExchangeAdapter } from '#exchanges/adapter.ts';
import { ADAPTERS } from '#exchanges/registry.ts';
import { type FileFailure, fileFailure } from './file-failure.ts';
import { type FileReading, type FileText, openFileText } from './file-text.ts';
import { readHead, readRecordingAfter } from './read-recording.ts';
import { type Recording, recordingOf } from './recording.ts';
import { type Replay, createReplay } from './replay.ts';

/** A file opened as a market: a recording, or one message of a venue that offers files to download. */
export interface OpenedFile {
  readonly kind: 'recording' | 'venue-file';
  readonly adapter: ExchangeAdapter;
  readonly replay: Replay;
}

/** What opening needs besides the file. */
export interface FileOpening extends FileReading {
  /** The file's name; venues tell some of their files by it. */
  readonly name: string;
  /** When the file was last changed: stands in where a venue's file does not say when it was made. */
  readonly at: EpochMs;
  /** Every venue that can be read; all of Smirk's unless a caller has others. */
  readonly adapters?: readonly ExchangeAdapter[];
}

/** The largest file that is one message, in UTF-16 units; the longest known has about 14 million. */
const LARGEST_VENUE_FILE = 96_000_000;

/**
 * Opens any file that Smirk understands, told apart by what is in it. Never throws. A file whose content no reader
 * can make a market of is a failure too, so that the market on the screen stays.
 */
export async function openFile(file: Blob, opening: FileOpening): Promise<Result<OpenedFile, FileFailure>> {
  const text = await openFileText(file, opening);
  if (!text.ok) return text;
  try {
    return await openText(text.value, opening);
  } finally {
    await text.value.close();
  }
}

async function openText(text: FileText, opening: FileOpening): Promise<Result<OpenedFile, FileFailure>> {
  const adapters = opening.adapters ?? ADAPTERS;
  const head = await readHead(text);
  if (!head.ok) return head;
  const owner = adapters.find((adapter) => adapter.readsFile?.(opening.name, head.value) === true);
  if (owner === undefined) {
    const recording = await readRecordingAfter(head.value, text);
    return recording.ok ? opened(recording.value, adapters, 'recording') : recording;
  }
  const body = await readAll(head.value, text);
  return body.ok ? opened(venueFile(owner, body.value, opening), adapters, 'venue-file') : body;
}

async function readAll(head: string, text: FileText): Promise<Result<string, FileFailure>> {
  const parts = [head];
  let length = head.length;
  for (;;) {
    const piece = await text.next();
    if (!piece.ok) return piece;
    if (piece.value === null) return ok(parts.join(''));
    parts.push(piece.value);
    length += piece.value.length;
    if (length > LARGEST_VENUE_FILE)
      return err(fileFailure('too-large', 'it is longer than any file of its kind'));
  }
}

function venueFile(adapter: ExchangeAdapter, body: string, { name, at }: FileOpening): Recording {
  const header = { format: 'smirk-recording', version: 1, venue: adapter.id, startedAt: at } as const;
  return recordingOf(header, [{ at, via: 'http', request: `file:${name.slice(0, 200)}`, body }]);
}

function opened(
  recording: Recording,
  adapters: readonly ExchangeAdapter[],
  kind: OpenedFile['kind'],
): Result<OpenedFile, FileFailure> {
  const { venue } = recording.header;
  const adapter = adapters.find((one) => one.id === venue);
  if (adapter === undefined)
    return err(fileFailure('unknown-venue', `there is no reader yet for recordings of ${venue}`));
  const replay = createReplay(recording, adapter);
  if (replay.underlyings.length > 0) return ok({ kind, adapter, replay });
  const why = replay.last('').unread.at(-1)?.detail ?? 'it holds no quotes of options';
  return err(fileFailure('no-quotes', `nothing in it can be shown: ${why}`));
}
