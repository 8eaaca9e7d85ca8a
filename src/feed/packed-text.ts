/** Text that only grows, kept packed and outside of the script's own memory. */
export interface PackedText {
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
/** What is packed together: large enough to pack well, small enough to be closed soon when a file is wanted. */
const SEGMENT = 8_000_000;

/** A stretch of text being packed; `packed` settles once it was closed. */
interface Segment {
  readonly write: (piece: string) => void;
  readonly close: () => void;
  readonly packed: Promise<Blob>;
  readonly size: () => number;
}

function createSegment(): Segment {
  const packer = new CompressionStream('gzip');
  const writer = packer.writable.getWriter();
  const encoder = new TextEncoder();
  let size = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (bytes, controller) => {
      size += bytes.byteLength;
      controller.enqueue(bytes);
    },
  });
  return {
    // The stream takes whatever it is given; it can fail only together with the page.
    write: (piece) => void writer.write(encoder.encode(piece)),
    close: () => void writer.close(),
    packed: new Response(packer.readable.pipeThrough(counted)).blob(),
    size: () => size,
  };
}

/** Packs as it grows: closed stretches rest as blobs, which a browser may keep on disk. */
export function createPackedText(): PackedText {
  let closed: readonly { readonly packed: Promise<Blob>; readonly size: () => number }[] = [];
  let segment: Segment | null = null;
  let inSegment = 0;
  let pending: string[] = [];
  let pendingLength = 0;
  let length = 0;

  function flush(): void {
    if (pendingLength === 0) return;
    segment ??= createSegment();
    segment.write(pending.join(''));
    inSegment += pendingLength;
    pending = [];
    pendingLength = 0;
    if (inSegment >= SEGMENT) closeSegment();
  }

  function closeSegment(): void {
    if (segment === null) return;
    segment.close();
    closed = [...closed, segment];
    segment = null;
    inSegment = 0;
  }

  return {
    add: (line) => {
      pending.push(line);
      pendingLength += line.length;
      length += line.length;
      if (pendingLength >= PIECE) flush();
    },
    length: () => length,
    size: () => closed.reduce((sum, one) => sum + one.size(), segment?.size() ?? 0) + pendingLength,
    gzip: async (head) => {
      flush();
      closeSegment();
      const pieces = await Promise.all(closed.map(({ packed }) => packed));
      const whole = unpacked(head, pieces).pipeThrough(new CompressionStream('gzip'));
      const bytes = await new Response(whole).blob();
      return new Blob([bytes], { type: 'application/gzip' });
    },
  };
}

/** One stretch after the other, never more than a piece of one at a time. */
function unpacked(head: string, pieces: readonly Blob[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
  async function pour(): Promise<void> {
    const writer = writable.getWriter();
    await writer.write(new TextEncoder().encode(head));
    writer.releaseLock();
    for (const piece of pieces) {
      const text = piece.stream().pipeThrough(new DecompressionStream('gzip'));
      await text.pipeTo(writable, { preventClose: true });
    }
    await writable.close();
  }
  // Whoever waits for the file learns of it.
  void pour().catch(async (failure: unknown) => writable.abort(failure));
  return readable;
}
