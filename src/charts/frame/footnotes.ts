import type { Point } from './rect.ts';
import { labelHeight, textWidth } from './text-width.ts';

const separator = '  ·  ';

/** Joins notes into lines no wider than the picture; a note that is wider by itself is broken at spaces. */
export function packNotes(notes: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const note of notes) {
    const last = lines.at(-1);
    const joined = last === undefined ? note : last + separator + note;
    if (last !== undefined && textWidth(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(...wrapText(note, width));
  }
  return lines;
}

export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export type PlacedNote = Point & { readonly text: string };

/** The lines one under another from `top` down. */
export function placeNotes(lines: readonly string[], top: number): readonly PlacedNote[] {
  return lines.map((text, i) => ({ text, x: 0, y: top + (i + 1) * labelHeight - 4 }));
}
