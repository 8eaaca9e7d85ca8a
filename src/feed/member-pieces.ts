import { type FilePiece, type FilePieces, SLICE, bytesOf, unpackedBytes } from './file-pieces.ts';
import { MEMBER_HEAD, MEMBER_TAIL, memberHead, memberTail, nextMember } from './gzip-member.ts';
import { LONGEST_LINE } from './recording-bounds.ts';

/** How far is looked for the next member at a time. */
const WINDOW = 262_144;
/** No more is unpacked at once: a member is some lines, and a line is not longer. */
const LONGEST_MEMBER = 2 * LONGEST_LINE;

/** The first place not before `from` at which a member begins; the end of the file where none does. */
async function memberFrom(file: Blob, from: number): Promise<number> {
  for (let at = from; at < file.size; at += WINDOW) {
    // Windows overlap by a head, so that one across their border is seen.
    const found = nextMember(await bytesOf(file, at, at + WINDOW + MEMBER_HEAD), 0);
    if (found >= 0) return at + found;
  }
  return file.size;
}

/** A member's text; null where it is damaged, its check sum included. */
async function unpackedMember(member: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> {
  const { length } = memberTail(member);
  if (length > LONGEST_MEMBER) return null;
  let handed = 0;
  const next = unpackedBytes(() => {
    const slice = member.subarray(handed, handed + SLICE);
    handed += SLICE;
    return Promise.resolve(slice.length === 0 ? null : slice);
  });
  const bytes = new Uint8Array(length);
  let taken = 0;
  try {
    for (let piece = await next(); piece !== null; piece = await next()) {
      if (taken + piece.length > length) return null;
      bytes.set(piece, taken);
      taken += piece.length;
    }
  } catch {
    return null;
  }
  return taken === length ? bytes : null;
}

/** The member between two places; null where it is damaged. */
async function memberPiece(file: Blob, from: number, to: number): Promise<FilePiece | null> {
  if (to > file.size || to - from <= MEMBER_HEAD + MEMBER_TAIL || to - from > LONGEST_MEMBER) return null;
  const member = await bytesOf(file, from, to);
  const bytes = await unpackedMember(member);
  return bytes && { kind: 'bytes', bytes, packed: member.subarray(MEMBER_HEAD, -MEMBER_TAIL) };
}

interface PieceAndNext {
  readonly piece: FilePiece;
  readonly next: number;
}

/**
 * What begins at a place. A damaged member's size is believed where the file or the head of the next member follows; else
 * the next is looked for, and the member is tried once more as what lies before that.
 */
async function pieceFrom(file: Blob, from: number): Promise<PieceAndNext> {
  const head = memberHead(await bytesOf(file, from, from + MEMBER_HEAD));
  if (head !== null) {
    const next = from + head.size;
    const piece = await memberPiece(file, from, next);
    if (piece !== null) return { piece, next };
    const follows = next === file.size || memberHead(await bytesOf(file, next, next + MEMBER_HEAD)) !== null;
    if (follows && head.size > 0) return { piece: { kind: 'damaged', lines: head.lines }, next };
  }
  const next = await memberFrom(file, from + 1);
  const piece = head === null ? null : await memberPiece(file, from, next);
  return { piece: piece ?? { kind: 'damaged', lines: null }, next };
}

/** The pieces of a recording that Smirk saved: each is a member, and a damaged one leaves those after it as they are. */
export function memberPieces(file: Blob, onRead: (bytes: number) => void): FilePieces {
  let at = 0;
  return {
    next: async () => {
      if (at >= file.size) return null;
      const { piece, next } = await pieceFrom(file, at);
      at = next;
      onRead(at);
      return piece;
    },
  };
}
