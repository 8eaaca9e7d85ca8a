import { packNotes } from '../frame/footnotes.ts';
import { numberText } from '../number-text.ts';
import { missNote } from './fit-misses.ts';
import type { Domain } from './smile-domain.ts';
import type { SmileModel } from './smile-model.ts';
import type { ClippedQuotes } from './smile-clip.ts';

/** What the picture leaves out, in lines no wider than it: expiries without a fit, quotes outside the axes. */
export function smileFootnotes(
  model: SmileModel,
  [lowest, highest]: Domain,
  clipped: readonly ClippedQuotes[],
  width: number,
): readonly string[] {
  const count = (side: keyof ClippedQuotes): number =>
    clipped.reduce((sum, part) => sum + part[side].length, 0);
  const notes = [
    hidden(count('above'), `above ${numberText(Math.floor(highest), 0)}`),
    hidden(count('below'), `below ${numberText(Math.ceil(lowest), 0)}`),
    hidden(count('beside'), 'at farther strikes'),
    missNote(model.curves),
    ...model.curves.map(({ label, absence }) => (absence === null ? null : `${label}: no fit, ${absence}`)),
  ].filter((note) => note !== null);
  return packNotes(notes, width);
}

function hidden(count: number, where: string): string | null {
  if (count === 0) return null;
  return `${count} ${count === 1 ? 'quote' : 'quotes'} ${where} not shown`;
}
