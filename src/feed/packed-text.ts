import { crc32 } from './crc32.ts';
import { MEMBER_HEAD, MEMBER_TAIL, gzipMember } from './gzip-member.ts';

/** Lines of text that only grow in number, kept packed and outside of the script's own memory. */
export interface PackedText {
  /** Adds one line, its break included. */
  add(line: string): void;
  /** UTF-16 units added so far. */
  length(): number;
  /** Bytes held: packed, and what waits to be packed. */
  size(): number;
  /** `head` and everything added so far, as one gzip file. More may be added while it is made. */
  gzip(head: string): Promise<Blob>;
}

/** What is handed to the packer at once: small enough to take a few milliseconds. */
const PIECE = 128_000;
/** What is packed together: large enough to pack well, small enough to be unpacked at once where one line is wanted. */
const STRETCH = 2_000_000;

/** A stretch of text being packed; `member` settles once it was closed. */
interface Stretch {
  readonly write: (piece: string, lines: number) => void;
  readonly close: () => void;
  readonly member: Promise<Blob>;
}

function openStretch(onPacked: (bytes: number) => void): Stretch {
  const packer = new CompressionStream('deflate-raw');
  const writer = packer.writable.getWriter();
  const encoder = new TextEncoder();
  const told = { lines: 0, sum: 0, length: 0 };
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (bytes, controller) => {
      onPacked(bytes.byteLength);
      controller.enqueue(bytes);
    },
  });
  const packed = new Response(packer.readable.pipeThrough(counted)).blob();
  return {
    write: (piece, lines) => {
      const bytes = encoder.encode(piece);
      told.lines += lines;
      told.sum = crc32(bytes, told.sum);
      told.length += bytes.length;
      // The stream takes whatever it is given; it can fail only together with the page.
      void writer.write(bytes);
    },
    close: () => void writer.close(),
    member: packed.then((content) => gzipMember(content, told)),
  };
}

/** One line as a stretch of its own. */
function packedLine(line: string): Promise<Blob> {
  const stretch = openStretch(() => undefined);
  stretch.write(line, 1);
  stretch.close();
  return stretch.member;
}

/** Packs as it grows: each stretch is a member of the gzip file to be, and rests as a blob, which a browser may keep on disk. */
export function createPackedText(stretchLength: number = STRETCH): PackedText {
  const closed: Promise<Blob>[] = [];
  let stretch: Stretch | null = null;
  let inStretch = 0;
  let pending: string[] = [];
  let pendingLength = 0;
  let length = 0;
  let packed = 0;

  function flush(): void {
    if (pendingLength === 0) return;
    stretch ??= openStretch((bytes) => {
      packed += bytes;
    });
    stretch.write(pending.join(''), pending.length);
    inStretch += pendingLength;
    pending = [];
    pendingLength = 0;
    if (inStretch >= stretchLength) closeStretch();
  }

  function closeStretch(): void {
    if (stretch === null) return;
    stretch.close();
    closed.push(stretch.member);
    packed += MEMBER_HEAD + MEMBER_TAIL;
    stretch = null;
    inStretch = 0;
  }

  return {
    add: (line) => {
      pending.push(line);
      pendingLength += line.length;
      length += line.length;
      if (pendingLength >= Math.min(PIECE, stretchLength)) flush();
    },
    length: () => length,
    size: () => packed + pendingLength,
    gzip: async (head) => {
      flush();
      closeStretch();
      const members = await Promise.all([packedLine(head), ...closed]);
      return new Blob(members, { type: 'application/gzip' });
    },
  };
}
