import { labelHeight, textWidth } from '../frame/text-width.ts';
import type { OutcomeLine } from './outcome-curve-model.ts';

/** A line's name beside a piece of it. */
export interface KeyEntry {
  readonly line: Pick<OutcomeLine, 'id' | 'name' | 'tone'>;
  /** Left end of the piece of line, and the middle of both. */
  readonly x: number;
  readonly y: number;
  readonly row: number;
  readonly textX: number;
}

const gap = 16;
const textGap = 6;

/** Long enough to tell a dashed line from a dotted one. */
export const KEY_SAMPLE = 20;

/** Names of lines that run too close together to be named where they are: in rows above the plot, the first at `top`. */
export function placeKey(lines: readonly OutcomeLine[], width: number, top: number): readonly KeyEntry[] {
  let [x, row] = [0, 0];
  return lines.map((line) => {
    const long = KEY_SAMPLE + textGap + textWidth(line.name);
    if (x > 0 && x + long > width) [x, row] = [0, row + 1];
    const entry = { line, x, row, y: top + (row + 0.5) * labelHeight, textX: x + KEY_SAMPLE + textGap };
    x += long + gap;
    return entry;
  });
}
