import type { SmileLine } from '#analytics/curves/smile-line.ts';
import type { DeltaPoints, ExpiryReport, Report, ReportPoint } from '#analytics/report.ts';
import type { SmileCurve, SmileMarker, SmileModel, SmileQuote } from '#charts/smile/smile-model.ts';
import type { AxisKind, Sides } from '#state/selection.ts';
import { DROP_WORDS } from './drop-words.ts';
import { absenceInWords, daysLeft } from './expiry-words.ts';
import { deltaAxisAt, fitCurve } from './fit-curve.ts';
import { oncePer } from './once-per.ts';
import { pointsByExpiry } from './points-by-expiry.ts';
import { axisValue, CHART_AXIS, deltaAxisValue } from './smile-axis.ts';
import { inVolPoints } from './vol-points.ts';

/** One expiry as it is to be drawn: its report, its fitted line, its short label, its colour. */
export interface DrawnExpiry {
  readonly report: ExpiryReport;
  readonly line: SmileLine | null;
  readonly id: string;
  readonly label: string;
  readonly colour: string;
}

function standing(point: ReportPoint): SmileQuote['standing'] {
  if (point.reason === null) return 'used';
  return point.reason === 'stale' ? 'stale' : 'left-out';
}

/** What is drawn: the axis, and whether contracts in the money are. */
interface Drawing {
  readonly axis: AxisKind;
  readonly sides: Sides;
}

const nothing = (): readonly string[] => [];

/** A contract of a drawn side that shows any price; null for the rest. */
function quoteOf({ axis, sides }: Drawing, expiry: ExpiryReport, point: ReportPoint): SmileQuote | null {
  const { bidVol, askVol, midVol, k } = point;
  if ((sides === 'otm' && point.reason === 'in-the-money') || k === null) return null;
  if (bidVol === null && askVol === null && midVol === null) return null;
  const x = axisValue(axis, expiry, { k, strike: point.strike, deltaX: deltaAxisValue(point) });
  if (x === null) return null;
  return {
    id: point.instrument,
    x,
    strike: point.strike,
    right: point.right,
    bid: inVolPoints(bidVol),
    ask: inVolPoints(askVol),
    mid: inVolPoints(midVol),
    venueMark: inVolPoints(point.venueMarkVol),
    last: null,
    fit: inVolPoints(point.fitVol),
    standing: standing(point),
    note: point.reason === null ? null : DROP_WORDS[point.reason],
    details: nothing,
  };
}

const DELTA_OF: Readonly<Record<SmileMarker['kind'], number>> = { '25Δ': 0.25, '10Δ': 0.1 };

function markersAt(
  kind: SmileMarker['kind'],
  axis: AxisKind,
  expiry: ExpiryReport,
  points: DeltaPoints,
): readonly SmileMarker[] {
  const { forward } = expiry;
  const marker = (right: 'put' | 'call', strike: number | null, vol: number | null): SmileMarker[] => {
    if (forward === null || strike === null || vol === null) return [];
    const deltaX = right === 'put' ? DELTA_OF[kind] : 1 - DELTA_OF[kind];
    const x = axisValue(axis, expiry, { k: Math.log(strike / forward), strike, deltaX });
    return x === null ? [] : [{ kind, right, x, vol: vol * 100, strike }];
  };
  return [
    ...marker('put', points.putStrike, points.putVol),
    ...marker('call', points.callStrike, points.callVol),
  ];
}

/** So far out a marker may lie beyond the drawn line, where it would stand in the air: it is then left out. */
function markersOf(axis: AxisKind, { report, line }: DrawnExpiry): readonly SmileMarker[] {
  const [from, to] = [line?.logStrikes[0], line?.logStrikes.at(-1)];
  const onLine = ({ strike }: SmileMarker): boolean => {
    const k = Math.log(strike / (report.forward ?? Number.NaN));
    return from !== undefined && to !== undefined && k >= from && k <= to;
  };
  return [
    ...markersAt('25Δ', axis, report, report.delta25),
    ...markersAt('10Δ', axis, report, report.delta10).filter(onLine),
  ];
}

function xAt(axis: AxisKind, expiry: ExpiryReport, line: SmileLine | null, k: number): number | null {
  if (expiry.forward === null) return null;
  return axisValue(axis, expiry, { k, strike: expiry.forward * Math.exp(k), deltaX: deltaAxisAt(line, k) });
}

function quotedRangeX(
  axis: AxisKind,
  expiry: ExpiryReport,
  line: SmileLine | null,
): SmileCurve['quotedRange'] {
  if (expiry.quotedRange === null) return null;
  const ends = axis === 'delta' ? line?.logStrikes : undefined;
  const [first = -Infinity, last = Infinity] = [ends?.[0], ends?.at(-1)];
  // A quote may lie a hair beyond the drawn line, which alone has places on the delta axis.
  const place = (k: number): number | null => xAt(axis, expiry, line, Math.max(first, Math.min(last, k)));
  const [from, to] = expiry.quotedRange.map(place);
  return from === undefined || to === undefined || from === null || to === null ? null : [from, to];
}

function curveOf(drawing: Drawing, drawn: DrawnExpiry, points: readonly ReportPoint[]): SmileCurve {
  const { report, line, id, label, colour } = drawn;
  const { axis } = drawing;
  const quotes = points.flatMap((point) => quoteOf(drawing, report, point) ?? []);
  return {
    expiryId: id,
    label,
    days: daysLeft(report),
    colour,
    quotes: quotes.toSorted((a, b) => a.x - b.x),
    fit: fitCurve(axis, report, line),
    quotedRange: quotedRangeX(axis, report, line),
    markers: markersOf(axis, drawn),
    forwardX: xAt(axis, report, line, 0),
    spotX: null,
    compared: false,
    absence: absenceInWords(report),
  };
}

/** Decimals with which neighbouring strikes of this market can be told apart. */
const strikeDecimals = oncePer((points: readonly ReportPoint[]): number => {
  const most = points.reduce((longest, { strike }) => {
    const fraction = Number.isInteger(strike) ? 0 : (String(strike).split('.')[1]?.length ?? 0);
    return Math.max(longest, fraction);
  }, 0);
  return Math.min(most, 6);
});

/** The currency strikes are counted in, from the venue's naming of the underlying. */
export function strikeUnit(underlying: string): string {
  return underlying.split('_')[1] ?? 'USD';
}

/** Expected moves and deltas are those of a fit: without one, quotes have no place among them. */
const EMPTY = {
  any: 'No chosen expiry has a quote that can be drawn.',
  fitted: 'No chosen expiry has a fit to measure this axis by; strike, % of forward and ln(K/F) need none.',
} as const;

/** The smiles of the expiries on screen, near to far, on the chosen axis. */
export function smileView(
  report: Report,
  expiries: readonly DrawnExpiry[],
  axis: AxisKind,
  sides: Sides = 'otm',
): SmileModel {
  const drawing = { axis, sides };
  const byExpiry = pointsByExpiry(report.points);
  return {
    axis: CHART_AXIS[axis],
    strikeUnit: strikeUnit(report.underlying),
    strikeDecimals: strikeDecimals(report.points),
    volDecimals: 1,
    curves: expiries.map((drawn) => curveOf(drawing, drawn, byExpiry.get(drawn.report.expiry) ?? [])),
    xDomain: null,
    volDomain: null,
    emptyText: EMPTY[axis === 'moves' || axis === 'delta' ? 'fitted' : 'any'],
  };
}
