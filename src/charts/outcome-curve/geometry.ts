import { ticks } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { type Tick, stepDecimals, thinTicks } from '../frame/axis-ticks.ts';
import type { PlacedNote } from '../frame/footnotes.ts';
import { type PlacedLabel, placeLabels } from '../frame/label-placement.ts';
import { pathThrough } from '../frame/polyline.ts';
import { type Point, type Rect, type Size, clamp } from '../frame/rect.ts';
import { type SymbolText, symbolText } from '../frame/symbol-text.ts';
import { labelHeight, labelSize, textWidth } from '../frame/text-width.ts';
import { numberText, signedText } from '../number-text.ts';
import type { OutcomeCurveModel, OutcomeLine, OutcomeTone } from './outcome-curve-model.ts';
import { type KeyEntry, placeKey } from './outcome-key.ts';

export interface PlacedOutcome {
  readonly line: OutcomeLine;
  readonly path: string;
  readonly points: readonly Point[];
}

/** A named place, its name above the plot in a row of its own. */
export interface PlacedRule extends PlacedNote {
  readonly anchor: 'start' | 'middle' | 'end';
  readonly at: number;
}

/** All that the picture needs, in pixels. */
export interface OutcomeCurveGeometry {
  readonly size: Size;
  readonly plot: Rect;
  readonly xs: readonly number[];
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly unit: PlacedNote;
  readonly axisTitle: SymbolText;
  readonly zero: number | null;
  readonly lines: readonly PlacedOutcome[];
  /** What each line is called, above the plot. */
  readonly key: readonly KeyEntry[];
  readonly labels: readonly PlacedLabel[];
  readonly rules: readonly PlacedRule[];
  /** Its name is among the labels. */
  readonly level: { readonly y: number } | null;
  readonly emptyText: PlacedNote | null;
}

// A narrower axis than this has no ticks that a double can tell apart.
const leastSpan = 1e-9;
const axisMargin = 44;
const leastPlot = 40;
const sideRoom = 10;
const rightRoom = 26;
const padding = 0.06;
const ruleRows = 3;

export const outcomeColours: Record<OutcomeTone, string> = {
  without: 'var(--muted)',
  main: 'var(--text)',
  second: 'var(--accent)',
  third: 'var(--put)',
};

/** OutcomeCurveChart draws this and computes nothing. */
export function outcomeCurveGeometry(model: OutcomeCurveModel, size: Size): OutcomeCurveGeometry {
  const { xs, lines } = model;
  const isEmpty = xs.length < 2;
  const yDomain = outcomeDomain(model);
  const key = isEmpty ? [] : placeKey(lines, size.width, labelSize + 6);
  const top = topOf(model, key);
  const bottom = Math.max(top + leastPlot, size.height - axisMargin);
  const y = scaleLinear(yDomain, [bottom, top]);
  const values = y.ticks(clamp(Math.floor((bottom - top) / 34), 2, 7));
  const decimals = stepDecimals(values);
  const yTicks = values.map((value) => ({ value, at: y(value), text: signedText(value, decimals) }));
  const left = Math.ceil(Math.max(0, ...yTicks.map(({ text }) => textWidth(text)))) + sideRoom;
  const plot = { left, right: Math.max(left + leastPlot, size.width - rightRoom), top, bottom };
  const x = scaleLinear([xs[0] ?? 0, xs.at(-1) ?? 1], [plot.left, plot.right]);
  const placed = lines.map((line): PlacedOutcome => {
    const points = line.values.map((value, i) => ({ x: x(xs[i] ?? 0), y: y(value) }));
    return { line, points, path: pathThrough(points) };
  });
  const named = isEmpty ? null : namedLevel(model, yDomain, y);
  const centre = { x: (plot.left + plot.right) / 2, y: (plot.top + plot.bottom) / 2 };
  return {
    size,
    plot,
    xs: xs.map((value) => x(value)),
    xTicks: isEmpty ? [] : xTicksOf(model, x, plot),
    yTicks: isEmpty ? [] : yTicks,
    unit: { x: 0, y: labelSize, text: model.unit },
    axisTitle: symbolText(model.axisTitle, { x: centre.x, y: bottom + 37 }),
    zero: isEmpty ? null : y(0),
    lines: isEmpty ? [] : placed,
    key,
    labels: isEmpty ? [] : levelName(placed, named, plot),
    rules: isEmpty ? [] : placeRules(model, x, plot),
    level: named && { y: named.y },
    emptyText: isEmpty ? { text: model.emptyText, ...centre } : null,
  };
}

/** Below the unit, the key, and the names of places. */
function topOf({ rules }: OutcomeCurveModel, key: readonly KeyEntry[]): number {
  const keyRows = (key.at(-1)?.row ?? -1) + 1;
  return labelSize + 9 + (keyRows + Math.min(ruleRows, rules.length)) * labelHeight;
}

/** The level with its name, where the axis shows it. */
function namedLevel(
  { level }: OutcomeCurveModel,
  [lo, hi]: readonly [number, number],
  y: (value: number) => number,
): { readonly text: string; readonly y: number } | null {
  return level === null || level.y < lo || level.y > hi ? null : { text: level.text, y: y(level.y) };
}

/** All lines and zero, with a little room. */
export function outcomeDomain({ lines }: Pick<OutcomeCurveModel, 'lines'>): readonly [number, number] {
  const values = lines.flatMap((line) => line.values);
  const [lo, hi] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = hi - lo > leastSpan ? padding * (hi - lo) : 1;
  return [lo - room, hi + room];
}

function xTicksOf(
  { xs, axis }: OutcomeCurveModel,
  x: (value: number) => number,
  plot: Rect,
): readonly Tick[] {
  const values = ticks(xs[0] ?? 0, xs.at(-1) ?? 1, clamp(Math.floor((plot.right - plot.left) / 80), 2, 8));
  const decimals = stepDecimals(values);
  const text = axis.signed ? signedText : numberText;
  return thinTicks(
    values
      .map((value) => ({ value, at: x(value), text: text(value, decimals) }))
      .filter((tick) => tick.at + textWidth(tick.text) / 2 <= plot.right + rightRoom),
    10,
  );
}

/** The level is named where it hides least of the lines. */
function levelName(
  lines: readonly PlacedOutcome[],
  level: { readonly text: string; readonly y: number } | null,
  plot: Rect,
): readonly PlacedLabel[] {
  if (level === null) return [];
  const { text, y } = level;
  const anchor = { x: plot.right - textWidth(text) - 8, y: y + labelHeight / 2 + 5 };
  const written = lines.flatMap(({ points }) => points);
  return placeLabels([{ id: 'level', text, colour: 'var(--muted)', anchor }], plot, written);
}

/** Names stand above the plot, each in the first row where it touches no other; without room it goes unnamed. */
function placeRules(
  { rules }: OutcomeCurveModel,
  x: (value: number) => number,
  plot: Rect,
): readonly PlacedRule[] {
  const taken: { readonly from: number; readonly to: number; readonly row: number }[] = [];
  return rules.flatMap(({ x: value, text }) => {
    const at = x(value);
    if (at < plot.left || at > plot.right) return [];
    const width = textWidth(text);
    const middle = clamp(at, plot.left + width / 2, plot.right - width / 2);
    const [from, to] = [middle - width / 2 - 6, middle + width / 2 + 6];
    const row = Array.from({ length: ruleRows }, (_, i) => i).find((wanted) =>
      taken.every((other) => other.row !== wanted || other.to <= from || other.from >= to),
    );
    if (row !== undefined) taken.push({ from, to, row });
    const y = plot.top - 7 - (row ?? 0) * labelHeight;
    return [{ at, text: row === undefined ? '' : text, x: middle, y, anchor: 'middle' as const }];
  });
}
