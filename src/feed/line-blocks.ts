/** Gathers pieces of a text into blocks of whole lines, without looking at any byte twice. */
export interface LineBlocks {
  /** The whole lines gathered so far, once they are enough for a block; null until then. */
  push(piece: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null;
  /** What is left, the last line with or without its break; null where nothing is. */
  rest(): Uint8Array<ArrayBuffer> | null;
  /** Bytes of the line that is not complete yet. */
  pending(): number;
}

const LINE_BREAK = 10;

/** A fresh gatherer of blocks of so many bytes or a little more. */
export function createLineBlocks(block: number): LineBlocks {
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let gathered = 0;
  let pending = 0;

  function take(): Uint8Array<ArrayBuffer> {
    const [first] = parts;
    const whole = parts.length === 1 && first !== undefined ? first : joined(parts);
    parts = [];
    gathered = 0;
    return whole;
  }

  function add(part: Uint8Array<ArrayBuffer>): void {
    if (part.length > 0) parts.push(part);
    gathered += part.length;
  }

  return {
    push(piece) {
      const lastBreak = piece.lastIndexOf(LINE_BREAK);
      if (lastBreak < 0 || gathered + piece.length < block) {
        add(piece);
        pending = lastBreak < 0 ? pending + piece.length : piece.length - lastBreak - 1;
        return null;
      }
      add(piece.subarray(0, lastBreak + 1));
      const whole = take();
      const rest = piece.subarray(lastBreak + 1);
      add(rest);
      pending = rest.length;
      return whole;
    },
    rest: () => {
      pending = 0;
      return gathered === 0 ? null : take();
    },
    pending: () => pending,
  };
}

/** Pieces one after the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Where each line is: from its first byte to its break or the end. */
export function* linesOf(bytes: Uint8Array): Generator<{ readonly from: number; readonly to: number }> {
  let from = 0;
  while (from < bytes.length) {
    const end = bytes.indexOf(LINE_BREAK, from);
    const to = end < 0 ? bytes.length : end;
    yield { from, to };
    from = to + 1;
  }
}
