/** A piece of a file, unpacked where the file is gzip. */
export type FilePiece =
  | {
      readonly kind: 'bytes';
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** The same as raw deflate, where the file has it so; then the piece is a number of whole lines. */
      readonly packed: Uint8Array<ArrayBuffer> | null;
    }
  /** A stretch that is damaged and was passed over; how many lines it had, where that can be told. */
  | { readonly kind: 'damaged'; readonly lines: number | null };

/** A file piece by piece. */
export interface FilePieces {
  /** Null after the last piece; rejects where the file is damaged beyond going on. */
  next(): Promise<FilePiece | null>;
}

/** Bytes taken at a time: what these unpack to is had as a whole, which at worst is a thousand times as much. */
export const SLICE = 65_536;

type NextBytes = () => Promise<Uint8Array<ArrayBuffer> | null>;

/** Bytes of a file from one place to another, as far as there are any. */
export async function bytesOf(file: Blob, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(from, to).arrayBuffer());
}

/** A file slice by slice, because some platforms hand out a whole file as one, which could be neither watched nor stopped. */
function plainBytes(file: Blob, onRead: (bytes: number) => void): NextBytes {
  let read = 0;
  return async () => {
    const slice = await bytesOf(file, read, read + SLICE);
    if (slice.length === 0) return null;
    read += slice.length;
    onRead(read);
    return slice;
  };
}

/**
 * What gzip unpacks to. The unpacker is handed a slice when its reader has taken all before, and is let go of without a
 * word when nobody reads on: some platforms fail loudly where a stream is cancelled at its very end.
 */
export function unpackedBytes(packed: NextBytes): NextBytes {
  const { readable, writable } = new DecompressionStream('gzip');
  const reader = readable.getReader();
  const writer = writable.getWriter();
  let feeding = false;

  async function feed(): Promise<void> {
    for (let slice = await packed(); slice !== null; slice = await packed()) await writer.write(slice);
    await writer.close();
  }

  return async () => {
    if (!feeding) {
      feeding = true;
      // Whatever goes wrong here, the reader learns of it.
      void feed().catch(async (failure: unknown) => writer.abort(failure).catch(() => undefined));
    }
    const { value } = await reader.read();
    return value ?? null;
  };
}

/** The pieces of a plain file or of a gzip file of one member. */
export function streamPieces(file: Blob, zipped: boolean, onRead: (bytes: number) => void): FilePieces {
  const plain = plainBytes(file, onRead);
  const next = zipped ? unpackedBytes(plain) : plain;
  return {
    next: async () => {
      const bytes = await next();
      return bytes === null ? null : { kind: 'bytes', bytes, packed: null };
    },
  };
}
