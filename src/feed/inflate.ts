import { type CodeTable, FIXED_DISTANCES, FIXED_SYMBOLS, codeTable } from './code-table.ts';

/** Order in which a block tells the lengths of its own code's codes (RFC 1951, 3.2.7). */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
/** Bits that follow the symbol of a copy's length and of how far it reaches back (RFC 1951, 3.2.5). */
const COPY_EXTRA = digits('00000000111122223333444455550');
const BACK_EXTRA = Uint8Array.of(0, 0, ...Array.from({ length: 28 }, (_, symbol) => symbol >> 1));
const COPY_BASE = basesAfter(3, COPY_EXTRA).fill(258, 28);
const BACK_BASE = basesAfter(1, BACK_EXTRA);

function digits(text: string): Uint8Array {
  return Uint8Array.from(text, Number);
}

/** Each symbol stands for as many values as its extra bits tell apart, one range after the other. */
function basesAfter(first: number, extras: Uint8Array): Uint16Array {
  let base = first;
  return Uint16Array.from(extras, (extra) => {
    const own = base;
    base += 1 << extra;
    return own;
  });
}

/**
 * Unpacks raw deflate (RFC 1951) at once, where the platform's own way takes turns of the event loop. Null where it is
 * damaged or does not unpack to `size` bytes.
 */
export function inflate(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> | null {
  const unpacker = new Unpacker(packed, size);
  return unpacker.run() ? unpacker.out : null;
}

class Unpacker {
  readonly out: Uint8Array<ArrayBuffer>;
  readonly #packed: Uint8Array;
  #at = 0;
  #to = 0;
  #bits = 0;
  #count = 0;

  constructor(packed: Uint8Array, size: number) {
    this.#packed = packed;
    this.out = new Uint8Array(size);
  }

  run(): boolean {
    for (;;) {
      const last = this.#take(1) === 1;
      if (!this.#block(this.#take(2)) || this.#overrun()) return false;
      if (last) return this.#to === this.out.length;
    }
  }

  #block(kind: number): boolean {
    if (kind === 0) return this.#stored();
    if (kind === 1) return this.#symbols(FIXED_SYMBOLS, FIXED_DISTANCES);
    return kind === 2 && this.#dynamic();
  }

  /** Bits past the end are zeros; that they were asked for is found out at the end of a block. */
  #fill(least: number): void {
    while (this.#count < least) {
      this.#bits |= (this.#packed[this.#at] ?? 0) << this.#count;
      this.#at += 1;
      this.#count += 8;
    }
  }

  #overrun(): boolean {
    return this.#at - (this.#count >> 3) > this.#packed.length;
  }

  #take(count: number): number {
    this.#fill(count);
    const value = this.#bits & ((1 << count) - 1);
    this.#bits >>>= count;
    this.#count -= count;
    return value;
  }

  /** The next symbol of a code; −1 where no symbol has these bits. */
  #symbol({ table, mask }: CodeTable): number {
    this.#fill(15);
    const entry = table[this.#bits & mask] ?? 0;
    const length = entry & 15;
    this.#bits >>>= length;
    this.#count -= length;
    return length === 0 ? -1 : entry >>> 4;
  }

  #stored(): boolean {
    this.#take(this.#count & 7);
    const length = this.#take(16);
    if ((length ^ 0xffff) !== this.#take(16)) return false;
    // Whole bytes may have been taken into the bits already.
    const from = this.#at - (this.#count >> 3);
    if (from + length > this.#packed.length || this.#to + length > this.out.length) return false;
    this.out.set(this.#packed.subarray(from, from + length), this.#to);
    this.#to += length;
    this.#at = from + length;
    this.#bits = 0;
    this.#count = 0;
    return true;
  }

  #dynamic(): boolean {
    const symbols = this.#take(5) + 257;
    const distances = this.#take(5) + 1;
    const told = this.#take(4) + 4;
    const ofLengths = new Uint8Array(19);
    for (const place of LENGTH_ORDER.slice(0, told)) ofLengths[place] = this.#take(3);
    const lengths = this.#codeLengths(codeTable(ofLengths), symbols + distances);
    return (
      lengths !== null &&
      this.#symbols(codeTable(lengths.subarray(0, symbols)), codeTable(lengths.subarray(symbols)))
    );
  }

  #codeLengths(code: CodeTable, wanted: number): Uint8Array | null {
    const lengths = new Uint8Array(wanted);
    let at = 0;
    while (at < wanted) {
      const symbol = this.#symbol(code);
      if (symbol < 0 || this.#overrun()) return null;
      if (symbol < 16) {
        lengths[at] = symbol;
        at += 1;
        continue;
      }
      if (symbol === 16 && at === 0) return null;
      const again = symbol === 16 ? (lengths[at - 1] ?? 0) : 0;
      const times = this.#times(symbol);
      if (at + times > wanted) return null;
      lengths.fill(again, at, at + times);
      at += times;
    }
    return lengths;
  }

  #times(symbol: number): number {
    if (symbol === 16) return 3 + this.#take(2);
    return symbol === 17 ? 3 + this.#take(3) : 11 + this.#take(7);
  }

  #symbols(symbols: CodeTable, distances: CodeTable): boolean {
    const { out } = this;
    for (;;) {
      const symbol = this.#symbol(symbols);
      if (symbol === 256) return true;
      if (symbol >= 0 && symbol < 256) {
        if (this.#to >= out.length) return false;
        out[this.#to] = symbol;
        this.#to += 1;
      } else if (symbol < 0 || symbol > 285 || !this.#copy(symbol - 257, distances)) return false;
    }
  }

  #copy(which: number, distances: CodeTable): boolean {
    const length = (COPY_BASE[which] ?? 0) + this.#take(COPY_EXTRA[which] ?? 0);
    const symbol = this.#symbol(distances);
    if (symbol < 0 || symbol > 29) return false;
    const back = (BACK_BASE[symbol] ?? 0) + this.#take(BACK_EXTRA[symbol] ?? 0);
    const { out } = this;
    const end = this.#to + length;
    if (back > this.#to || end > out.length) return false;
    // A copy may reach into itself, so it goes byte by byte.
    for (let to = this.#to; to < end; to += 1) out[to] = out[to - back] ?? 0;
    this.#to = end;
    return true;
  }
}
