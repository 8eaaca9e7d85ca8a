import type { ExpiryPlace } from '../focus/expiry-places.ts';
import type { PlacedNote } from '../frame/footnotes.ts';
import { groupedNotes } from '../frame/grouped-notes.ts';
import { type PlacedLabel, type WantedLabel, placeLabels } from '../frame/label-placement.ts';
import { cross, diamond, disc } from '../frame/mark-shapes.ts';
import { brokenLine } from '../frame/broken-line.ts';
import type { Point, Size } from '../frame/rect.ts';
import { type TimeFrame, timeFrame } from '../frame/time-frame.ts';
import {
  type Interval,
  type PlacedInterval,
  barWidth,
  intervalDomain,
  placeValue,
} from '../frame/value-interval.ts';
import type { TermModel, TermPoint } from './term-model.ts';

export type TermLineKind = 'atm' | 'put' | 'call';

export interface PlacedTermPoint extends ExpiryPlace {
  readonly point: TermPoint;
  readonly y: number | null;
  readonly interval: PlacedInterval | null;
}

export interface PlacedTermLine {
  readonly kind: TermLineKind;
  /** Broken where an expiry has no value. */
  readonly path: string;
  /** A dot at each expiry, so that one between two gaps shows too; ATM points have marks of their own. */
  readonly dots: string;
  /** The expiries' places that the plot shows. */
  readonly ends: readonly Point[];
}

/** All that the picture needs, in pixels. */
export interface TermGeometry {
  readonly frame: TimeFrame;
  readonly points: readonly PlacedTermPoint[];
  readonly barWidth: number;
  readonly lines: readonly PlacedTermLine[];
  readonly labels: readonly PlacedLabel[];
  /** Hollow diamonds at constant maturities. */
  readonly tenors: string;
  /** A cross at the foot of the plot for each expiry without a value. */
  readonly gaps: string;
  readonly emptyText: PlacedNote | null;
}

const leastSpan = 4;
const valueShare = 0.5;
const padding = 0.08;

const kinds: readonly TermLineKind[] = ['put', 'atm', 'call'];
const colours: Record<TermLineKind, string> = {
  put: 'var(--put)',
  atm: 'var(--text)',
  call: 'var(--call)',
};

function volOf(point: TermPoint, kind: TermLineKind): number | null {
  return { atm: point.atm, put: point.putVol, call: point.callVol }[kind];
}

/** TermChart draws this and computes nothing. */
export function termGeometry(model: TermModel, size: Size): TermGeometry {
  const domain = model.domain ?? termAxis(model) ?? [0, 100];
  const names = { put: `${model.deltaLabel} put`, atm: 'ATM', call: `${model.deltaLabel} call` };
  const frame = timeFrame(size, {
    days: [...model.points, ...shownTenors(model)].map(({ days }) => days),
    domain,
    unit: 'vol, %',
    notes: termNotes(model, domain),
    rightTexts: Object.values(names),
  });
  const points = model.points.map((point) => placePoint(point, frame, domain));
  const lines = kinds.map((kind) => placeLine(model, kind, frame));
  const isEmpty = lines.every(({ ends }) => ends.length === 0);
  const wanted = lines.flatMap(({ kind, ends }): readonly WantedLabel[] => {
    const anchor = ends.at(-1);
    return anchor ? [{ id: kind, text: names[kind], colour: colours[kind], anchor }] : [];
  });
  return {
    frame: isEmpty ? { ...frame, xTicks: [], yTicks: [] } : frame,
    points,
    barWidth: barWidth(points.map(({ x }) => x)),
    lines,
    labels: placeLabels(
      wanted,
      { ...frame.plot, right: size.width },
      lines.flatMap(({ ends }) => ends),
    ),
    tenors: tenorMarks(model, frame),
    gaps: points
      .filter(({ point }) => point.atm === null)
      .map(({ x }) => cross(x, frame.plot.bottom - 5, 2.5))
      .join(''),
    emptyText: isEmpty ? { text: model.emptyText, ...frame.centre } : null,
  };
}

/** The axis that shows all vols, and of their intervals as much as leaves the vols readable; null without a vol. */
export function termAxis({ points, tenors }: TermModel): Interval | null {
  const values = [
    ...points.flatMap((point) => kinds.map((kind) => volOf(point, kind))),
    ...tenors.map(({ atm }) => atm),
  ].filter((vol) => vol !== null);
  const intervals = points.flatMap(({ atmInterval }) => (atmInterval === null ? [] : [atmInterval]));
  const domain = intervalDomain(values, intervals, { leastSpan, valueShare });
  if (domain === null) return null;
  const room = (domain[1] - domain[0]) * padding;
  return [Math.max(0, domain[0] - room), domain[1] + room];
}

function placePoint(point: TermPoint, { x, y }: TimeFrame, domain: Interval): PlacedTermPoint {
  const { atm, atmInterval, expiryId, days } = point;
  return { expiryId, point, x: x(days), ...placeValue(atm, atmInterval, y, domain) };
}

function placeLine({ points }: TermModel, kind: TermLineKind, { x, y, plot }: TimeFrame): PlacedTermLine {
  const places = points.map((point) => {
    const vol = volOf(point, kind);
    return { x: x(point.days), y: vol === null ? null : y(vol) };
  });
  const { path, ends } = brokenLine(places, plot);
  return {
    kind,
    path,
    dots: kind === 'atm' ? '' : ends.map((at) => disc(at.x, at.y, 1.75)).join(''),
    ends,
  };
}

function shownTenors({ tenors }: TermModel): TermModel['tenors'] {
  return tenors.filter(({ atm }) => atm !== null);
}

function tenorMarks(model: TermModel, { x, y, plot }: TimeFrame): string {
  return model.tenors
    .flatMap(({ days, atm }) => (atm === null ? [] : [{ x: x(days), y: y(atm) }]))
    .filter((at) => at.y >= plot.top && at.y <= plot.bottom)
    .map((at) => diamond(at.x, at.y, 4, 4))
    .join('');
}

function termNotes({ points }: TermModel, [lo, hi]: Interval): readonly string[] {
  const outside = (vol: number | null): boolean => vol !== null && (vol < lo || vol > hi);
  const hidden = points.filter((point) => kinds.some((kind) => outside(volOf(point, kind))));
  const cut = points.filter(({ atmInterval }) => atmInterval !== null && atmInterval.some(outside));
  return [
    ...(hidden.length > 0 ? [`${counted(hidden.length, 'expiry', 'expiries')} beyond the axis`] : []),
    ...(cut.length > 0 ? [`${counted(cut.length, 'bar reaches', 'bars reach')} beyond the axis`] : []),
    ...groupedNotes(
      points.map(({ label, absence }) => ({ label, note: absence })),
      'every expiry',
    ),
  ];
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
