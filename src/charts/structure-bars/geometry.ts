import { scaleLinear } from 'd3-scale';
import type { Tick } from '../frame/axis-ticks.ts';
import { stepDecimals } from '../frame/axis-ticks.ts';
import { wrapText } from '../frame/footnotes.ts';
import type { Rect, Size } from '../frame/rect.ts';
import { labelHeight, textWidth } from '../frame/text-width.ts';
import { numberText } from '../number-text.ts';
import type { StructureBarsModel, StructureRow } from './structure-bars-model.ts';

export interface PlacedStructure {
  readonly row: StructureRow;
  /** Middle of its first line. */
  readonly y: number;
  readonly value: Rect | null;
  readonly execution: Rect | null;
  readonly text: string;
  readonly textX: number;
  /** Words under the bar, one line after another. */
  readonly lines: readonly { readonly text: string; readonly y: number }[];
}

/** All that the picture needs, in pixels. */
export interface StructureBarsGeometry {
  readonly size: Size;
  readonly rows: readonly PlacedStructure[];
  /** Left end of bars and words. */
  readonly left: number;
  readonly zero: number;
  readonly ticks: readonly Tick[];
  /** Along the bars alone: words are not crossed. */
  readonly bands: readonly { readonly top: number; readonly bottom: number }[];
  readonly axisY: number;
  readonly unit: string;
}

// A narrower axis than this has no ticks that a double can tell apart.
const leastSpan = 1e-9;
const barLine = 20;
const barHeight = 12;
const rowGap = 8;
const foot = 36;
const textGap = 8;
/** Below this width names stand above their bars instead of beside them. */
const narrow = 460;

interface Layout {
  readonly left: number;
  readonly head: number;
  readonly lines: readonly (readonly string[])[];
}

function layoutOf({ rows }: StructureBarsModel, width: number): Layout {
  const above = width < narrow;
  const left = above ? 0 : Math.ceil(Math.max(...rows.map(({ label }) => textWidth(label)))) + 14;
  return {
    left,
    head: above ? labelHeight + 2 : 0,
    lines: rows.map(({ words }) => wrapText(words, width - left)),
  };
}

/** As tall as its rows and their words need. */
export function structureBarsHeight(model: StructureBarsModel, width: number): number {
  const { head, lines } = layoutOf(model, width);
  return lines.reduce((sum, { length }) => sum + rowHeight(head, length), 0) + foot;
}

function rowHeight(head: number, lines: number): number {
  return head + barLine + lines * labelHeight + rowGap;
}

/** StructureBarsPicture draws this and computes nothing. */
export function structureBarsGeometry(model: StructureBarsModel, size: Size): StructureBarsGeometry {
  const { left, head, lines } = layoutOf(model, size.width);
  const texts = model.rows.map(({ cost }) =>
    cost === null ? 'cannot be had' : `${numberText(cost, model.decimals)} %`,
  );
  const room = Math.max(...texts.map((text) => textWidth(text))) + textGap;
  const ends = model.rows.flatMap(({ cost, execution }) =>
    cost === null ? [] : [cost, cost - (execution ?? 0)],
  );
  const [lo, hi] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const scale = scaleLinear(
    [lo, hi - lo > leastSpan ? hi : lo + 1],
    [left, Math.max(left + 40, size.width - room)],
  );
  let top = 0;
  const rows = model.rows.map((row, i): PlacedStructure => {
    const words = lines[i] ?? [];
    const y = top + head + barLine / 2;
    const under = top + head + barLine;
    top += rowHeight(head, words.length);
    const bars = barsOf(row, scale, y);
    return {
      row,
      y,
      ...bars,
      text: texts[i] ?? '',
      textX: Math.max(scale(0), bars.value?.right ?? 0, bars.execution?.right ?? 0) + textGap,
      lines: words.map((text, line) => ({ text, y: under + (line + 0.5) * labelHeight })),
    };
  });
  const values = scale.ticks(Math.max(2, Math.floor((size.width - room - left) / 80)));
  const decimals = stepDecimals(values);
  return {
    size,
    rows,
    left,
    zero: scale(0),
    ticks: values.map((value) => ({ value, at: scale(value), text: numberText(value, decimals) })),
    bands: rows.map(({ y }) => ({ top: y - barLine / 2, bottom: y + barLine / 2 })),
    axisY: top,
    unit: model.unit,
  };
}

/** Value from zero, execution from where value ends. */
function barsOf(
  { cost, execution }: StructureRow,
  scale: (value: number) => number,
  y: number,
): Pick<PlacedStructure, 'value' | 'execution'> {
  if (cost === null) return { value: null, execution: null };
  const paid = cost - (execution ?? 0);
  const box = (from: number, to: number, high: number): Rect => ({
    left: Math.min(scale(from), scale(to)),
    right: Math.max(scale(from), scale(to)),
    top: y - high / 2,
    bottom: y + high / 2,
  });
  return { value: box(0, paid, barHeight), execution: box(paid, cost, paid < 0 ? barHeight / 2 : barHeight) };
}
