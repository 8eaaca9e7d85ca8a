import { type Result, err, ok } from '#base/result.ts';
import type { EpochMs } from '#base/time.ts';
import type { ExchangeAdapter } from '#exchanges/adapter.ts';
import { ADAPTERS } from '#exchanges/registry.ts';
import { type FileFailure, fileFailure } from './file-failure.ts';
import { type FileReading, type FileText, cancelled, damagedGzip, openFileText } from './file-text.ts';
import { type FileHead, readHead, readRecordingAfter } from './read-recording.ts';
import { type Recording, leftOutText, recordingOf } from './recording.ts';
import { createPacer } from './pacer.ts';
import { type Replay, type Turn, openReplay } from './replay.ts';

/** A file opened as a market: a recording, or one message of a venue that offers files to download. */
export interface OpenedFile {
  readonly kind: 'recording' | 'venue-file';
  readonly adapter: ExchangeAdapter;
  readonly replay: Replay;
  /** What of the file is damaged and was left out, a clause; null where nothing is. */
  readonly damaged: string | null;
}

/** What opening needs besides the file. */
export interface FileOpening extends FileReading {
  /** The file's name; venues tell some of their files by it. */
  readonly name: string;
  /** When the file was last changed: stands in where a venue's file does not say when it was made. */
  readonly at: EpochMs;
  /** Every venue that can be read; all of Smirk's unless a caller has others. */
  readonly adapters?: readonly ExchangeAdapter[];
  /** How much of what was read has become quotes, where that takes long. */
  readonly onQuotes?: (share: number) => void;
}

/** The largest file that is one message, in bytes; the longest known has about 14 million. */
const LARGEST_VENUE_FILE = 96_000_000;

/**
 * Opens any file that Smirk understands, told apart by what is in it. Never throws. A file whose content no reader
 * can make a market of is a failure too, so that the market on the screen stays.
 */
export async function openFile(file: Blob, opening: FileOpening): Promise<Result<OpenedFile, FileFailure>> {
  const text = await openFileText(file, opening);
  return text.ok ? openText(text.value, opening) : text;
}

async function openText(text: FileText, opening: FileOpening): Promise<Result<OpenedFile, FileFailure>> {
  const adapters = opening.adapters ?? ADAPTERS;
  const head = await readHead(text);
  if (!head.ok) return head;
  const owner = adapters.find((adapter) => adapter.readsFile?.(opening.name, head.value.text) === true);
  if (owner === undefined) {
    const recording = await readRecordingAfter(head.value, text, opening);
    return recording.ok ? opened(recording.value, opening, 'recording') : recording;
  }
  const body = await readAll(head.value, text);
  return body.ok ? opened(venueFile(owner, body.value, opening), opening, 'venue-file') : body;
}

async function readAll(head: FileHead, text: FileText): Promise<Result<string, FileFailure>> {
  const decoder = new TextDecoder();
  const parts = [decoder.decode(head.bytes, { stream: true })];
  let { length } = head.bytes;
  for (;;) {
    const piece = await text.next();
    if (!piece.ok) return piece;
    if (piece.value === null) return ok([...parts, decoder.decode()].join(''));
    if (piece.value.kind === 'damaged') return err(damagedGzip());
    parts.push(decoder.decode(piece.value.bytes, { stream: true }));
    length += piece.value.bytes.length;
    if (length > LARGEST_VENUE_FILE)
      return err(fileFailure('too-large', 'it is longer than any file of its kind'));
  }
}

function venueFile(adapter: ExchangeAdapter, body: string, { name, at }: FileOpening): Recording {
  const header = { format: 'smirk-recording', version: 1, venue: adapter.id, startedAt: at } as const;
  return recordingOf(header, [{ at, via: 'http', request: `file:${name.slice(0, 200)}`, body }]);
}

async function opened(
  recording: Recording,
  opening: FileOpening,
  kind: OpenedFile['kind'],
): Promise<Result<OpenedFile, FileFailure>> {
  const { venue } = recording.header;
  const adapter = (opening.adapters ?? ADAPTERS).find((one) => one.id === venue);
  if (adapter === undefined)
    return err(fileFailure('unknown-venue', `there is no reader yet for recordings of ${venue}`));
  const replay = await openReplay(recording, adapter, turnsOf(opening));
  if (replay === null) return err(cancelled());
  const damaged = leftOutText(recording.leftOut);
  if (replay.underlyings.length > 0) return ok({ kind, adapter, replay, damaged });
  const why = replay.last('').unread.at(-1)?.detail ?? damaged ?? 'it holds no quotes of options';
  return err(fileFailure('no-quotes', `nothing in it can be shown: ${why}`));
}

/** Others have their turn while quotes are read, and whoever waits may give up. */
function turnsOf({ signal, onQuotes }: FileOpening): Turn {
  const pace = createPacer();
  return async (share) => {
    onQuotes?.(share);
    await pace();
    return signal?.aborted !== true;
  };
}
