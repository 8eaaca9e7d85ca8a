import type { ExpiryPlace } from '../focus/expiry-places.ts';
import type { PlacedNote } from '../frame/footnotes.ts';
import { groupedNotes } from '../frame/grouped-notes.ts';
import { cross, diamond } from '../frame/mark-shapes.ts';
import { brokenLine } from '../frame/broken-line.ts';
import { type Rect, type Size, contains } from '../frame/rect.ts';
import { labelSize, textWidth } from '../frame/text-width.ts';
import { type TimeFrame, timeFrame } from '../frame/time-frame.ts';
import {
  type Interval,
  type PlacedInterval,
  barWidth,
  intervalDomain,
  placeValue,
} from '../frame/value-interval.ts';
import type { RiskReversalModel, RiskReversalPoint, RiskReversalTenor } from './risk-reversal-model.ts';

export interface PlacedRiskReversal extends ExpiryPlace {
  readonly point: RiskReversalPoint;
  /** Null without a value and where a locked axis does not show it. */
  readonly y: number | null;
  readonly interval: PlacedInterval | null;
  /** Whether the spread leaves zero possible; drawn hollow. */
  readonly maybeZero: boolean;
}

/** A constant maturity; `expiryId` is the tenor's own id. */
export interface PlacedTenor extends ExpiryPlace {
  readonly tenor: RiskReversalTenor;
  readonly y: number | null;
  readonly interval: PlacedInterval | null;
}

/** What a number above or below zero means; beside the unit above the plot, where nothing is drawn. */
export interface SideNote extends PlacedNote {
  readonly side: 'below' | 'above';
}

/** All that the picture needs, in pixels. */
export interface RiskReversalGeometry {
  readonly frame: TimeFrame;
  readonly zeroY: number;
  readonly points: readonly PlacedRiskReversal[];
  readonly tenors: readonly PlacedTenor[];
  /** Expiries and constant maturities from near to far, as the crosshair meets them. */
  readonly places: readonly ExpiryPlace[];
  /** Hollow diamonds at constant maturities. */
  readonly tenorMarks: string;
  readonly barWidth: number;
  /** Through neighbouring values; broken where an expiry has none. */
  readonly line: string;
  /** A cross at the foot of the plot for each expiry without a value. */
  readonly gaps: string;
  readonly sides: readonly SideNote[];
  readonly emptyText: PlacedNote | null;
}

const leastSpan = 2;
const valueShare = 0.4;
const padding = 0.06;

/** RiskReversalChart draws this and computes nothing. */
export function riskReversalGeometry(model: RiskReversalModel, size: Size): RiskReversalGeometry {
  const domain = riskReversalDomain(model);
  const frame = timeFrame(size, {
    days: [...model.points, ...model.tenors].map(({ days }) => days),
    domain,
    unit: 'vol points',
    notes: riskReversalNotes(model, domain),
    rightTexts: [],
  });
  const points = model.points.map((point) => placePoint(point, frame, domain));
  const tenors = model.tenors.map((tenor) => placeTenor(tenor, frame, domain));
  const isEmpty = points.every(({ y }) => y === null);
  const { plot, centre } = frame;
  return {
    frame: isEmpty ? { ...frame, xTicks: [], yTicks: [] } : frame,
    zeroY: frame.y(0),
    points,
    tenors,
    places: [...points, ...tenors].toSorted((a, b) => a.x - b.x),
    tenorMarks: tenors.map(({ x, y }) => (y === null ? '' : diamond(x, y, 4, 4))).join(''),
    barWidth: barWidth(points.map(({ x }) => x)),
    line: brokenLine(points, plot).path,
    gaps: points
      .filter(({ point }) => point.value === null)
      .map(({ x }) => cross(x, plot.bottom - 5, 2.5))
      .join(''),
    sides: isEmpty ? [] : sideNotes(model, { ...plot, right: size.width }, textWidth(frame.unit.text) + 18),
    emptyText: isEmpty ? { text: model.emptyText, ...centre } : null,
  };
}

/** The axis that shows all values, and of their intervals as much as leaves the values readable; null without a value. */
export function riskReversalAxis({ points, tenors }: RiskReversalModel): Interval | null {
  const drawn = [...points, ...tenors];
  const values = drawn.flatMap(({ value }) => (value === null ? [] : [value]));
  const intervals = drawn.flatMap(({ interval }) => (interval === null ? [] : [interval]));
  if (values.length === 0) return null;
  const domain = intervalDomain([0, ...values], intervals, { leastSpan, valueShare });
  if (domain === null) return null;
  const room = (domain[1] - domain[0]) * padding;
  return [domain[0] - room, domain[1] + room];
}

function riskReversalDomain(model: RiskReversalModel): Interval {
  const [lo, hi] = model.domain ?? riskReversalAxis(model) ?? [-1, 1];
  return [Math.min(0, lo), Math.max(0, hi)];
}

function placePoint(point: RiskReversalPoint, { x, y }: TimeFrame, domain: Interval): PlacedRiskReversal {
  const { value, interval, expiryId, days } = point;
  return {
    expiryId,
    point,
    x: x(days),
    ...placeValue(value, interval, y, domain),
    maybeZero: interval !== null && interval[0] <= 0 && interval[1] >= 0,
  };
}

function placeTenor(tenor: RiskReversalTenor, { x, y }: TimeFrame, domain: Interval): PlacedTenor {
  const { tenorId, days, value, interval } = tenor;
  return { expiryId: tenorId, tenor, x: x(days), ...placeValue(value, interval, y, domain) };
}

function riskReversalNotes({ points, tenors }: RiskReversalModel, [lo, hi]: Interval): readonly string[] {
  const beyond = [...points, ...tenors].filter(
    ({ interval }) => interval !== null && (interval[0] < lo || interval[1] > hi),
  );
  return [
    ...(beyond.length > 0
      ? [`${beyond.length} ${beyond.length === 1 ? 'bar reaches' : 'bars reach'} beyond the axis`]
      : []),
    ...groupedNotes(
      points.map(({ label, absence }) => ({ label, note: absence })),
      'every expiry',
    ),
  ];
}

function sideNotes({ points, words }: RiskReversalModel, room: Rect, from: number): readonly SideNote[] {
  const ends = points.flatMap(({ value, interval }) => [
    ...(interval ?? []),
    ...(value === null ? [] : [value]),
  ]);
  const wanted = [
    { side: 'below' as const, text: `${words.below} ↓`, due: ends.some((end) => end < 0) },
    { side: 'above' as const, text: `${words.above} ↑`, due: ends.some((end) => end > 0) },
  ];
  const notes: SideNote[] = [];
  let x = from;
  for (const { side, text } of wanted.filter(({ due }) => due)) {
    const box = { left: x, right: x + textWidth(text), top: room.top, bottom: room.bottom };
    if (contains({ ...room, left: 0 }, box)) notes.push({ side, text, x, y: labelSize });
    x = box.right + 14;
  }
  return notes;
}
