import { type Result, err, ok } from '#base/result.ts';
import type { FileFailure } from './file-failure.ts';
import { type FileReading, type FileText, damagedGzip, openFileText } from './file-text.ts';
import { type MessageCollector, createMessageCollector } from './message-collector.ts';
import { joined } from './line-blocks.ts';
import { type Recording, recordingOf } from './recording.ts';
import { readHeaderLine } from './recording-line.ts';

/** A first line longer than this is no header: the file is something else, however large. */
const LONGEST_HEADER = 4_000;

/** The beginning of a file: at least its first line, if that is short. */
export interface FileHead {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly text: string;
}

/** Reads a recording, gzip or plain. Never throws: every way in which the file can be wrong has its reason. */
export async function readRecording(
  file: Blob,
  reading: FileReading = {},
): Promise<Result<Recording, FileFailure>> {
  const text = await openFileText(file, reading);
  if (!text.ok) return text;
  const head = await readHead(text.value);
  return head.ok ? readRecordingAfter(head.value, text.value, reading) : head;
}

/** Takes enough of a file to see whether the first line is the header of a recording. */
export async function readHead(text: FileText): Promise<Result<FileHead, FileFailure>> {
  let bytes: Uint8Array<ArrayBuffer> = new Uint8Array();
  while (!bytes.includes(10) && bytes.length <= LONGEST_HEADER) {
    const piece = await text.next();
    if (!piece.ok) return piece;
    if (piece.value === null) break;
    if (piece.value.kind === 'damaged') return err(damagedGzip());
    bytes = joined([bytes, piece.value.bytes]);
  }
  return ok({ bytes, text: new TextDecoder().decode(bytes) });
}

/** Reads on after the head. */
export async function readRecordingAfter(
  head: FileHead,
  text: FileText,
  reading: FileReading,
): Promise<Result<Recording, FileFailure>> {
  const firstBreak = head.bytes.indexOf(10);
  const headerEnd = firstBreak < 0 ? LONGEST_HEADER : head.text.indexOf('\n');
  const header = readHeaderLine(head.text.slice(0, headerEnd));
  if (!header.ok) return header;
  const collector = createMessageCollector(reading);
  const failure = await collectAll(
    collector,
    head.bytes.subarray(firstBreak < 0 ? head.bytes.length : firstBreak + 1),
    text,
  );
  const { messages, leftOut } = collector;
  return failure === null ? ok(recordingOf(header.value, messages, leftOut)) : err(failure);
}

async function collectAll(
  collector: MessageCollector,
  first: Uint8Array<ArrayBuffer>,
  text: FileText,
): Promise<FileFailure | null> {
  let failure = await collector.add({ kind: 'bytes', bytes: first, packed: null });
  while (failure === null) {
    const piece = await text.next();
    if (!piece.ok) return piece.error;
    if (piece.value === null) return collector.finish();
    failure = await collector.add(piece.value);
  }
  return failure;
}
