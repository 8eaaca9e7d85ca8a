import type { ExpiryPlace } from '../focus/expiry-places.ts';
import { brokenLine } from '../frame/broken-line.ts';
import type { PlacedNote } from '../frame/footnotes.ts';
import { groupedNotes } from '../frame/grouped-notes.ts';
import { type PlacedLabel, type WantedLabel, placeLabels } from '../frame/label-placement.ts';
import { cross, diamond, disc } from '../frame/mark-shapes.ts';
import type { Point, Size } from '../frame/rect.ts';
import { type TimeFrame, timeFrame } from '../frame/time-frame.ts';
import {
  type Interval,
  type PlacedInterval,
  barWidth,
  intervalDomain,
  placeValue,
} from '../frame/value-interval.ts';
import { type PlacedSteps, placeSteps } from './place-steps.ts';
import type {
  StructurePoint,
  StructureStep,
  StructureTenor,
  TermStructureModel,
} from './term-structure-model.ts';

export type StructureLineKind = 'put' | 'swap' | 'atm' | 'call';

export interface PlacedStructurePoint extends ExpiryPlace {
  readonly point: StructurePoint;
  readonly y: number | null;
  readonly interval: PlacedInterval | null;
}

/** `expiryId` is the tenor's own id. */
export interface PlacedStructureTenor extends ExpiryPlace {
  readonly tenor: StructureTenor;
  readonly y: number;
}

export interface StructureLine {
  readonly kind: StructureLineKind;
  readonly path: string;
  /** A dot at each expiry, so that one between two gaps shows too; ATM points have marks of their own. */
  readonly dots: string;
  /** The expiries' places that the plot shows. */
  readonly ends: readonly Point[];
}

/** All that the picture needs, in pixels. */
export interface TermStructureGeometry {
  readonly frame: TimeFrame;
  readonly points: readonly PlacedStructurePoint[];
  readonly tenors: readonly PlacedStructureTenor[];
  /** Expiries and constant maturities from near to far, as the crosshair meets them. */
  readonly places: readonly ExpiryPlace[];
  readonly barWidth: number;
  readonly lines: readonly StructureLine[];
  readonly steps: PlacedSteps;
  readonly labels: readonly PlacedLabel[];
  readonly tenorMarks: string;
  /** A cross at the foot of the plot for each expiry without a value. */
  readonly gaps: string;
  readonly emptyText: PlacedNote | null;
}

const leastSpan = 4;
const valueShare = 0.5;
const padding = 0.08;

const volKinds: readonly StructureLineKind[] = ['put', 'swap', 'atm', 'call'];
const colours: Record<StructureLineKind | 'forward', string> = {
  put: 'var(--put)',
  swap: 'var(--muted)',
  atm: 'var(--text)',
  call: 'var(--call)',
  forward: 'var(--accent)',
};

const NO_STEPS: PlacedSteps = { steps: [], path: '', bands: '', events: [], flags: '' };

function volOf(point: StructurePoint, kind: StructureLineKind): number | null {
  return { atm: point.atm, put: point.putVol, call: point.callVol, swap: point.swapVol }[kind];
}

function drawnSteps({ steps }: TermStructureModel): readonly StructureStep[] {
  return steps.filter(({ withinDay }) => !withinDay);
}

function kindsOf({ lines }: TermStructureModel): readonly StructureLineKind[] {
  return lines.vols ? volKinds : ['atm'];
}

/** TermStructureChart draws this and computes nothing. */
export function termStructureGeometry(model: TermStructureModel, size: Size): TermStructureGeometry {
  const domain = model.domain ?? termStructureAxis(model) ?? [0, 100];
  const names = namesOf(model);
  const frame = timeFrame(size, {
    days: [...model.points, ...model.tenors].map(({ days }) => days),
    domain,
    unit: 'vol, %',
    notes: notesOf(model, domain),
    rightTexts: Object.values(names),
  });
  const points = model.points.map((point) => placePoint(point, frame, domain));
  const tenors = placeTenors(model.tenors, frame);
  const lines = kindsOf(model).map((kind) => placeLine(model, kind, frame));
  const steps = model.lines.steps ? placeSteps(drawnSteps(model), frame) : NO_STEPS;
  const isEmpty = lines.every(({ ends }) => ends.length === 0);
  return {
    frame: isEmpty ? { ...frame, xTicks: [], yTicks: [] } : frame,
    points,
    tenors,
    places: [...points, ...tenors].toSorted((a, b) => a.x - b.x),
    barWidth: barWidth(points.map(({ x }) => x)),
    lines,
    steps,
    labels: placeLabels(
      wantedLabels(lines, steps, names),
      { ...frame.plot, right: size.width },
      lines.flatMap(({ ends }) => ends),
    ),
    tenorMarks: tenors.map(({ x, y }) => diamond(x, y, 4, 4)).join(''),
    gaps: points
      .filter(({ point }) => point.atm === null)
      .map(({ x }) => cross(x, frame.plot.bottom - 5, 2.5))
      .join(''),
    emptyText: isEmpty ? { text: model.emptyText, ...frame.centre } : null,
  };
}

/** The axis that shows all vols, and of intervals and forward vols as much as leaves the vols readable; null without a vol. */
export function termStructureAxis(model: TermStructureModel): Interval | null {
  const { points, tenors, lines } = model;
  const values = [
    ...points.flatMap((point) => kindsOf(model).map((kind) => volOf(point, kind))),
    ...tenors.map(({ atm }) => atm),
  ].filter((vol) => vol !== null);
  const forward = lines.steps
    ? drawnSteps(model).flatMap(({ vol }): readonly Interval[] => (vol === null ? [] : [[vol, vol]]))
    : [];
  const intervals = points.flatMap(({ atmInterval }) => (atmInterval === null ? [] : [atmInterval]));
  const domain = intervalDomain(values, [...intervals, ...forward], { leastSpan, valueShare });
  if (domain === null) return null;
  const room = (domain[1] - domain[0]) * padding;
  return [Math.max(0, domain[0] - room), domain[1] + room];
}

function namesOf({ lines, deltaLabel }: TermStructureModel): Partial<Record<keyof typeof colours, string>> {
  return {
    ...(lines.vols ? { put: `${deltaLabel} put`, swap: 'Variance swap', call: `${deltaLabel} call` } : {}),
    atm: 'ATM',
    ...(lines.steps ? { forward: 'Forward vol' } : {}),
  };
}

function wantedLabels(
  lines: readonly StructureLine[],
  { steps }: PlacedSteps,
  names: Partial<Record<keyof typeof colours, string>>,
): readonly WantedLabel[] {
  const tread = steps.findLast(({ y }) => y !== null);
  const ends = [
    ...lines.map(({ kind, ends: places }) => [kind, places.at(-1)] as const),
    ['forward', tread && tread.y !== null ? { x: tread.right, y: tread.y } : undefined] as const,
  ];
  return ends.flatMap(([kind, anchor]) => {
    const text = names[kind];
    return anchor && text !== undefined ? [{ id: kind, text, colour: colours[kind], anchor }] : [];
  });
}

function placePoint(point: StructurePoint, { x, y }: TimeFrame, domain: Interval): PlacedStructurePoint {
  const { atm, atmInterval, expiryId, days } = point;
  return { expiryId, point, x: x(days), ...placeValue(atm, atmInterval, y, domain) };
}

function placeTenors(
  tenors: readonly StructureTenor[],
  { x, y, plot }: TimeFrame,
): readonly PlacedStructureTenor[] {
  return tenors
    .map((tenor) => ({ expiryId: tenor.tenorId, tenor, x: x(tenor.days), y: y(tenor.atm) }))
    .filter((at) => at.y >= plot.top && at.y <= plot.bottom);
}

function placeLine(
  { points }: TermStructureModel,
  kind: StructureLineKind,
  { x, y, plot }: TimeFrame,
): StructureLine {
  const places = points.map((point) => {
    const vol = volOf(point, kind);
    return { x: x(point.days), y: vol === null ? null : y(vol) };
  });
  const { path, ends } = brokenLine(places, plot);
  const dotted = kind === 'put' || kind === 'call';
  return { kind, path, ends, dots: dotted ? ends.map((at) => disc(at.x, at.y, 1.75)).join('') : '' };
}

function notesOf(model: TermStructureModel, [lo, hi]: Interval): readonly string[] {
  const { points, steps, lines } = model;
  const outside = (vol: number | null): boolean => vol !== null && (vol < lo || vol > hi);
  const hidden = points.filter((point) => kindsOf(model).some((kind) => outside(volOf(point, kind))));
  const beyond = lines.steps ? drawnSteps(model).filter(({ vol }) => outside(vol)) : [];
  const within = lines.steps ? steps.filter(({ withinDay }) => withinDay) : [];
  const flagged = lines.steps ? steps.filter(({ flag }) => flag !== null) : [];
  return [
    ...counted(hidden.length, 'expiry beyond the axis', 'expiries beyond the axis'),
    ...counted(beyond.length, 'forward vol beyond the axis', 'forward vols beyond the axis'),
    ...counted(within.length, 'gap within one date not drawn', 'gaps within one date not drawn'),
    ...flagged.slice(0, 3).map(({ label, flag }) => `${label}: ${flag}`),
    ...counted(flagged.length - 3, 'more flag', 'more flags'),
    ...groupedNotes(
      points.map(({ label, absence }) => ({ label, note: absence })),
      'every expiry',
    ),
  ];
}

function counted(count: number, one: string, many: string): readonly string[] {
  return count > 0 ? [`${count} ${count === 1 ? one : many}`] : [];
}
