import { coordinate } from './polyline.ts';
import type { Point } from './rect.ts';
import { labelSize, textWidth } from './text-width.ts';

export interface TextRun extends Point {
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** A text whose √ sign, which the typeface lacks, is drawn. */
export interface SymbolText {
  readonly runs: readonly TextRun[];
  readonly root: string | null;
  readonly width: number;
}

const rootWidth = 7;

/**
 * Sets a line of text with its middle at `centre.x`; y is the baseline. The runs beside a √ are anchored at the sign, so
 * that an error in the estimated width never tears them from it.
 */
export function symbolText(text: string, centre: Point): SymbolText {
  const { x, y } = centre;
  const [before = '', after] = text.split('√');
  if (after === undefined)
    return { runs: [{ text, x, y, anchor: 'middle' }], root: null, width: textWidth(text) };
  const width = textWidth(before) + rootWidth + textWidth(after);
  const at = x - width / 2 + textWidth(before);
  return {
    runs: [
      { text: before, x: at, y, anchor: 'end' },
      { text: after, x: at + rootWidth, y, anchor: 'start' },
    ],
    root: rootPath({ x: at, y }),
    width,
  };
}

function rootPath({ x, y }: Point): string {
  const at = (dx: number, dy: number): string => `${coordinate(x + dx)},${coordinate(y + dy)}`;
  return `M${at(0, -4)}L${at(1.6, -4.8)}L${at(3.6, 0)}L${at(6.4, -labelSize + 1)}L${at(14, -labelSize + 1)}`;
}
