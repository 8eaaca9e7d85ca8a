/** A prefix code of deflate as a table: for the next bits of the text, the symbol and the length of its code. */
export interface CodeTable {
  /** symbol · 16 + length; 0 where no code begins with these bits. */
  readonly table: Uint16Array;
  readonly mask: number;
}

const LONGEST = 15;

/** The code whose symbols have codes of these lengths, 0 for none (RFC 1951, 3.2.2). */
export function codeTable(lengths: Uint8Array): CodeTable {
  const counts = new Uint16Array(LONGEST + 1);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  counts[0] = 0;
  const next = new Uint16Array(LONGEST + 2);
  let longest = 1;
  for (let length = 1; length <= LONGEST; length += 1) {
    next[length + 1] = ((next[length] ?? 0) + (counts[length] ?? 0)) << 1;
    if ((counts[length] ?? 0) > 0) longest = length;
  }
  const table = new Uint16Array(1 << longest);
  for (let symbol = 0; symbol < lengths.length; symbol += 1) {
    const length = lengths[symbol] ?? 0;
    if (length === 0) continue;
    const code = next[length] ?? 0;
    next[length] = code + 1;
    const entry = (symbol << 4) | length;
    // Codes come with their first bit first, so the table is looked up by the code backwards.
    for (let at = backwards(code, length); at < table.length; at += 1 << length) table[at] = entry;
  }
  return { table, mask: table.length - 1 };
}

function backwards(code: number, length: number): number {
  let rest = code;
  let turned = 0;
  for (let bit = 0; bit < length; bit += 1) {
    turned = (turned << 1) | (rest & 1);
    rest >>>= 1;
  }
  return turned;
}

/** The code of literals and lengths of blocks that bring none (RFC 1951, 3.2.6). */
export const FIXED_SYMBOLS = codeTable(
  Uint8Array.from({ length: 288 }, (_, symbol) => {
    if (symbol < 144) return 8;
    if (symbol < 256) return 9;
    return symbol < 280 ? 7 : 8;
  }),
);

/** Their code of distances. */
export const FIXED_DISTANCES = codeTable(new Uint8Array(30).fill(5));
