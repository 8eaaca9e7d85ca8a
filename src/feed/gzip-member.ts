/** Bytes before the packed text of a member. */
export const MEMBER_HEAD = 24;
/** Bytes after it: check sum and length. */
export const MEMBER_TAIL = 8;

/**
 * How every member of a saved recording begins: gzip with an extra field (RFC 1952, 2.3.1.1) of Smirk's own, `SK`, that
 * tells how long the member is and how many lines it holds. Other programs pass over the field and read one text.
 */
const SIGN = Uint8Array.of(0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0xff, 12, 0, 0x53, 0x4b, 8, 0);

/** What a member tells of itself. */
export interface MemberHead {
  /** Bytes of the whole member. */
  readonly size: number;
  readonly lines: number;
}

/** What is told after the packed text: the check sum and the length of the text as it was. */
export interface MemberTail {
  readonly sum: number;
  readonly length: number;
}

/** One member of a gzip file around what raw deflate made of its text. */
export function gzipMember(
  packed: Blob,
  { lines, sum, length }: MemberTail & Pick<MemberHead, 'lines'>,
): Blob {
  const head = new Uint8Array(MEMBER_HEAD);
  head.set(SIGN);
  const told = new DataView(head.buffer);
  told.setUint32(16, MEMBER_HEAD + packed.size + MEMBER_TAIL, true);
  told.setUint32(20, lines, true);
  const tail = new DataView(new ArrayBuffer(MEMBER_TAIL));
  tail.setUint32(0, sum, true);
  tail.setUint32(4, length, true);
  return new Blob([head, packed, tail]);
}

/** The head of the member that begins with these bytes; null where none of Smirk's does. */
export function memberHead(bytes: Uint8Array): MemberHead | null {
  if (bytes.length < MEMBER_HEAD || nextMember(bytes.subarray(0, SIGN.length), 0) !== 0) return null;
  const told = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { size: told.getUint32(16, true), lines: told.getUint32(20, true) };
}

/** What a whole member tells at its end. */
export function memberTail(member: Uint8Array): MemberTail {
  const told = new DataView(member.buffer, member.byteOffset + member.byteLength - MEMBER_TAIL);
  return { sum: told.getUint32(0, true), length: told.getUint32(4, true) };
}

/** Where a member begins in these bytes, not before `from`; −1 where none does. */
export function nextMember(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x1f, from); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
    if (at + SIGN.length > bytes.length) return -1;
    if (SIGN.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}
