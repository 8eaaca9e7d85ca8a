import { coordinate } from './polyline.ts';
import type { Point } from './rect.ts';
import { labelSize, textWidth } from './text-width.ts';

export interface TextRun extends Point {
  readonly text: string;
}

/** A text whose √ signs, which the typeface lacks, are drawn. */
export interface SymbolText {
  readonly runs: readonly TextRun[];
  readonly roots: readonly string[];
  readonly width: number;
}

const rootWidth = 7;

/** Sets a line of text with its middle at `centre.x`; y is the baseline. */
export function symbolText(text: string, centre: Point): SymbolText {
  const parts = text.split('√');
  const width = textWidth(parts.join('')) + rootWidth * (parts.length - 1);
  const runs: TextRun[] = [];
  const roots: string[] = [];
  let x = centre.x - width / 2;
  for (const [i, part] of parts.entries()) {
    if (i > 0) {
      roots.push(rootPath({ x, y: centre.y }));
      x += rootWidth;
    }
    runs.push({ text: part, x, y: centre.y });
    x += textWidth(part);
  }
  return { runs, roots, width };
}

function rootPath({ x, y }: Point): string {
  const at = (dx: number, dy: number): string => `${coordinate(x + dx)},${coordinate(y + dy)}`;
  return `M${at(0, -4)}L${at(1.6, -4.8)}L${at(3.6, 0)}L${at(6.4, -labelSize + 1)}L${at(7.6, -labelSize + 1)}`;
}
