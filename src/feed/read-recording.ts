import { type Result, err, ok } from '#base/result.ts';
import type { WireMessage } from '#market/recording.ts';
import { type FileFailure, fileFailure } from './file-failure.ts';
import { type FileReading, type FileText, openFileText } from './file-text.ts';
import { type LineSplitter, createLineSplitter } from './line-splitter.ts';
import { type Recording, recordingOf } from './recording.ts';
import { MOST_MESSAGES } from './recording-bounds.ts';
import { readHeaderLine, readMessageLine } from './recording-line.ts';

/** A first line longer than this is no header: the file is something else, however large. */
const LONGEST_HEADER = 4_000;
/** The longest line, in UTF-16 units; a whole chain is about half a million. */
const LONGEST_LINE = 64_000_000;

/** Reads a recording, gzip or plain. Never throws: every way in which the file can be wrong has its reason. */
export async function readRecording(
  file: Blob,
  reading: FileReading = {},
): Promise<Result<Recording, FileFailure>> {
  const text = await openFileText(file, reading);
  if (!text.ok) return text;
  try {
    const head = await readHead(text.value);
    return head.ok ? await readRecordingAfter(head.value, text.value) : head;
  } finally {
    await text.value.close();
  }
}

/** Takes enough text to see whether the first line is the header of a recording: at least that line, if it is short. */
export async function readHead(text: FileText): Promise<Result<string, FileFailure>> {
  let head = '';
  while (!head.includes('\n') && head.length <= LONGEST_HEADER) {
    const piece = await text.next();
    if (!piece.ok) return piece;
    if (piece.value === null) break;
    head += piece.value;
  }
  return ok(head);
}

/** Reads on after the head. */
export async function readRecordingAfter(
  head: string,
  text: FileText,
): Promise<Result<Recording, FileFailure>> {
  const firstBreak = head.indexOf('\n');
  const headerEnd = firstBreak < 0 ? LONGEST_HEADER : firstBreak;
  const header = readHeaderLine(head.slice(0, headerEnd));
  if (!header.ok) return header;
  const collector = createCollector();
  let failure = firstBreak < 0 ? null : collector.add(head.slice(firstBreak + 1));
  while (failure === null) {
    const piece = await text.next();
    if (!piece.ok) return piece;
    if (piece.value === null) {
      const last = collector.finish();
      return last === null ? ok(recordingOf(header.value, collector.messages)) : err(last);
    }
    failure = collector.add(piece.value);
  }
  return err(failure);
}

interface Collector {
  readonly messages: readonly WireMessage[];
  add(piece: string): FileFailure | null;
  finish(): FileFailure | null;
}

function createCollector(): Collector {
  const messages: WireMessage[] = [];
  const splitter: LineSplitter = createLineSplitter();
  let number = 1;

  function take(line: string): FileFailure | null {
    number += 1;
    if (line.trim() === '') return null;
    const message = readMessageLine(line, number);
    if (!message.ok) return message.error;
    messages.push(message.value);
    return messages.length > MOST_MESSAGES
      ? fileFailure('too-large', `it holds more than ${MOST_MESSAGES} messages`, number)
      : null;
  }

  return {
    messages,
    add(piece) {
      for (const line of splitter.push(piece)) {
        const failure = take(line);
        if (failure !== null) return failure;
      }
      if (splitter.pending() <= LONGEST_LINE) return null;
      return fileFailure('too-large', `line ${number + 1} is longer than any message`, number + 1);
    },
    finish: () => take(splitter.rest()),
  };
}
