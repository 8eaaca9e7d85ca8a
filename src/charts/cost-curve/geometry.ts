import type { ExpiryPlace } from '../focus/expiry-places.ts';
import { brokenLine } from '../frame/broken-line.ts';
import { type PlacedNote, wrapText } from '../frame/footnotes.ts';
import { groupedNotes } from '../frame/grouped-notes.ts';
import { hatchBox } from '../frame/hatch-box.ts';
import type { PlacedLabel } from '../frame/label-placement.ts';
import { cross } from '../frame/mark-shapes.ts';
import { type Rect, type Size, clamp } from '../frame/rect.ts';
import { labelHeight, textWidth } from '../frame/text-width.ts';
import { type TimeFrame, timeFrame } from '../frame/time-frame.ts';
import { barWidth } from '../frame/value-interval.ts';
import type { CostCurveModel, CostPoint } from './cost-curve-model.ts';
import { costLabels } from './cost-labels.ts';
import { logSizeAxis } from './log-size-axis.ts';

/** One point's stem: value from zero, execution on top of it. */
export interface PlacedCost extends ExpiryPlace {
  readonly point: CostPoint;
  /** Of the cost; null where there is none. */
  readonly y: number | null;
  readonly value: Rect | null;
  readonly execution: Rect | null;
}

/** All that the picture needs, in pixels. */
export interface CostCurveGeometry {
  readonly frame: TimeFrame;
  readonly zero: number;
  readonly points: readonly PlacedCost[];
  readonly line: string;
  /** Strokes where nothing can be had. */
  readonly hatch: string;
  readonly crosses: string;
  readonly labels: readonly PlacedLabel[];
  readonly limitWords: readonly PlacedNote[];
  readonly emptyText: PlacedNote | null;
}

// A narrower axis than this has no ticks that a double can tell apart.
const leastSpan = 1e-9;
const headroom = 1.12;
const widestGap = 9;

/** CostCurveChart draws this and computes nothing. */
export function costCurveGeometry(model: CostCurveModel, size: Size): CostCurveGeometry {
  const frame = frameOf(model, size);
  const { plot, y } = frame;
  const xs = model.points.map((point) => frame.x(point.x));
  const wide = 1.6 * barWidth(xs);
  const points = model.points.map((point, i) => placePoint(point, xs[i] ?? 0, { y, wide }));
  const isEmpty = points.every((point) => point.y === null);
  const limit = model.limit && { ...model.limit, at: clamp(frame.x(model.limit.x), plot.left, plot.right) };
  const beyond = limit === null ? null : { ...plot, left: limit.at };
  const columns = gapColumns(points, plot).filter(({ left }) => limit === null || left < limit.at);
  return {
    frame: isEmpty ? { ...frame, xTicks: [], yTicks: [] } : frame,
    zero: y(0),
    points,
    line: brokenLine(points, plot).path,
    hatch: [...columns, ...(beyond === null ? [] : [beyond])].map(hatchBox).join(''),
    crosses: points
      .filter((point) => point.y === null)
      .map(({ x }) => cross(x, plot.bottom - 5, 2.5))
      .join(''),
    labels: isEmpty
      ? []
      : costLabels(model.marks, points, { ...plot, right: limit === null ? size.width : limit.at }),
    limitWords: limit === null || isEmpty ? [] : limitWords(limit, plot),
    emptyText: isEmpty ? { text: model.emptyText, ...frame.centre } : null,
  };
}

function frameOf(model: CostCurveModel, size: Size): TimeFrame {
  const xs = model.points.map(({ x }) => x);
  const frame = timeFrame(size, {
    days: xs,
    domain: costDomain(model),
    unit: model.unit,
    ...(model.axis === 'size' ? { title: `${model.axisName}, log scale` } : {}),
    notes: notesOf(model),
    rightTexts: [],
  });
  if (model.axis === 'days') return frame;
  const { left, right } = frame.plot;
  const axis = logSizeAxis(xs, [left, right]);
  return {
    ...frame,
    x: (value) => clamp(axis.at(value), left, right),
    xTicks: axis.ticks.filter(({ at, text }) => at + textWidth(text) / 2 <= size.width),
  };
}

/** Cost axes begin at zero; where something is received, it lies below. */
export function costDomain({ points }: Pick<CostCurveModel, 'points'>): readonly [number, number] {
  const ends = points.flatMap(({ cost, execution }) =>
    cost === null ? [] : [cost, cost - (execution ?? 0)],
  );
  const [lo, hi] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return hi - lo > leastSpan ? [headroom * lo, headroom * hi] : [0, 1];
}

function placePoint(
  point: CostPoint,
  x: number,
  { y, wide }: { readonly y: (value: number) => number; readonly wide: number },
): PlacedCost {
  const { id, cost } = point;
  if (cost === null) return { expiryId: id, point, x, y: null, value: null, execution: null };
  const paid = cost - (point.execution ?? 0);
  const box = (from: number, to: number, width: number): Rect => ({
    left: x - width / 2,
    right: x + width / 2,
    top: Math.min(y(from), y(to)),
    bottom: Math.max(y(from), y(to)),
  });
  return {
    expiryId: id,
    point,
    x,
    y: y(cost),
    value: box(0, paid, wide),
    execution: box(paid, cost, wide),
  };
}

/** A column about each point that cannot be had, no nearer to its neighbours than half-way. */
function gapColumns(points: readonly PlacedCost[], plot: Rect): readonly Rect[] {
  return points.flatMap(({ x, y }, i) => {
    if (y !== null) return [];
    const half = (other: PlacedCost | undefined): number =>
      other === undefined ? widestGap : Math.min(widestGap, Math.abs(other.x - x) / 2);
    const left = Math.max(plot.left, x - half(points[i - 1]));
    const right = Math.min(plot.right, x + half(points[i + 1]));
    return [{ ...plot, left, right }];
  });
}

/** Words in the hatched part, where it is wide enough for one of them. */
function limitWords(
  { at, text }: { readonly at: number; readonly text: string },
  plot: Rect,
): readonly PlacedNote[] {
  const room = plot.right - at - 12;
  const lines = wrapText(text, room);
  if (lines.some((line) => textWidth(line) > room)) return [];
  return lines.map((line, i) => ({
    text: line,
    x: (at + plot.right) / 2,
    y: plot.top + (i + 1.5) * labelHeight,
  }));
}

/** Each reason once, with all that it holds for. */
function notesOf({ points, limit }: CostCurveModel): readonly string[] {
  const entries = points.map(({ label, note, cost }) => ({
    label,
    note: limit !== null && cost === null && note === limit.text ? null : note,
  }));
  return groupedNotes(entries, 'everywhere');
}
