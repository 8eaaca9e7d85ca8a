import type { WireMessage } from '#market/recording.ts';
import { type FileFailure, fileFailure } from './file-failure.ts';
import type { FilePiece } from './file-pieces.ts';
import type { FileReading } from './file-text.ts';
import { createLineBlocks, linesOf } from './line-blocks.ts';
import { type PackedBlock, PackedMessage, Unpacker, packBlock } from './packed-messages.ts';
import type { LeftOutStretch } from './recording.ts';
import { LONGEST_LINE, MOST_MESSAGES } from './recording-bounds.ts';
import { readMessageLine } from './recording-line.ts';

/** Text that is kept unpacked, in bytes: a day of snapshots a minute apart replays without unpacking anything. */
const AT_HAND = 96_000_000;
/** What is read, and kept packed, at once. */
const BLOCK = 2_000_000;

/** Takes the lines after a recording's header. */
export interface MessageCollector {
  readonly messages: readonly WireMessage[];
  readonly leftOut: readonly LeftOutStretch[];
  add(piece: FilePiece): Promise<FileFailure | null>;
  finish(): Promise<FileFailure | null>;
}

/** Keeps the first messages as they are and those after them packed, so that the longest recording fits. */
export function createMessageCollector({ atHand = AT_HAND }: Pick<FileReading, 'atHand'>): MessageCollector {
  const messages: WireMessage[] = [];
  const leftOut: LeftOutStretch[] = [];
  const blocks = createLineBlocks(Math.min(BLOCK, atHand));
  const decoder = new TextDecoder();
  const unpacker = new Unpacker();
  const requests = new Map<string, string>();
  let number = 1;
  let held = 0;

  /** An address is the same text in thousands of messages. */
  function sameText(request: string): string {
    const known = requests.get(request);
    if (known === undefined) requests.set(request, request);
    return known ?? request;
  }

  function takeLines(bytes: Uint8Array, block: PackedBlock | null): FileFailure | null {
    for (const { from, to } of linesOf(bytes)) {
      number += 1;
      const line = decoder.decode(bytes.subarray(from, to));
      if (line.trim() === '') continue;
      const read = readMessageLine(line, number);
      if (!read.ok) return read.error;
      const message = { ...read.value, request: sameText(read.value.request) };
      messages.push(block === null ? message : new PackedMessage(message, { block, from, to }, unpacker));
      if (messages.length > MOST_MESSAGES)
        return fileFailure('too-large', `it holds more than ${MOST_MESSAGES} messages`, number);
    }
    return null;
  }

  async function take(
    bytes: Uint8Array<ArrayBuffer> | null,
    packed: Uint8Array | null,
  ): Promise<FileFailure | null> {
    if (bytes === null || bytes.length === 0) return null;
    held += bytes.length;
    if (held <= atHand) return takeLines(bytes, null);
    const block = packed === null ? await packBlock(bytes) : { packed, length: bytes.length };
    return takeLines(bytes, block);
  }

  function tooLong(): FileFailure | null {
    if (blocks.pending() <= LONGEST_LINE) return null;
    number += [...linesOf(blocks.rest() ?? new Uint8Array())].length;
    return fileFailure('too-large', `line ${number} is longer than any message`, number);
  }

  return {
    messages,
    leftOut,
    async add(piece) {
      if (piece.kind === 'damaged') {
        leftOut.push({ messages: piece.lines, after: messages.at(-1)?.at ?? null });
        number += piece.lines ?? 0;
        return null;
      }
      if (piece.packed !== null) return take(piece.bytes, piece.packed);
      return (await take(blocks.push(piece.bytes), null)) ?? tooLong();
    },
    finish: () => take(blocks.rest(), null),
  };
}
