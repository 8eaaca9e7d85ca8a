import type { ConstantMaturity, DeltaPoints, Interval } from '#analytics/report.ts';
import type { DeltaDefinitions } from '#analytics/skew/skew-definitions.ts';
import type { SkewStudy } from '#analytics/skew/skew-study.ts';
import { type Wing, WINGS } from '#state/selection.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import { absenceInWords, daysLeft } from '#app/reading/expiry-words.ts';
import type { DrawnExpiry } from '#app/reading/smile-view.ts';
import { intervalInVolPoints, inVolPoints } from '#app/reading/vol-points.ts';
import { WING_WORDS } from './wing.ts';

/** A number in vol points with what the spread leaves open of it. */
export interface Reading {
  readonly value: number | null;
  readonly interval: Interval | null;
}

/** Skew at one listed expiry or one constant tenor, in vol points. */
export interface SkewRow {
  readonly id: string;
  readonly label: string;
  readonly days: number;
  readonly putVol: number | null;
  readonly callVol: number | null;
  readonly riskReversal: Reading;
  readonly butterfly: Reading;
  /** Why there is no number, in words; null when there is one. */
  readonly absence: string | null;
}

const UNKNOWN: Reading = { value: null, interval: null };
const NOTHING = { putVol: null, callVol: null, riskReversal: UNKNOWN, butterfly: UNKNOWN };

/** The report has 25 and 10 delta itself; 15 delta comes from the study. Null while that is being read. */
function pointsAt({ report }: DrawnExpiry, wing: Wing, study: SkewStudy | null): DeltaPoints | null {
  if (wing === '25') return report.delta25;
  if (wing === '10') return report.delta10;
  const found = study?.expiries.find(({ expiry }) => expiry === report.expiry);
  return found?.byDelta?.[WINGS.indexOf(wing)]?.points ?? null;
}

function expiryRow(drawn: DrawnExpiry, wing: Wing, study: SkewStudy | null): SkewRow {
  const { report, id, label } = drawn;
  const points = pointsAt(drawn, wing, study);
  const reason =
    wing === '15' && study === null ? 'being read' : `the smile does not reach ${WING_WORDS[wing].long}`;
  const row = { id, label, days: daysLeft(report) };
  if (points === null || points.riskReversal === null) {
    return { ...row, ...NOTHING, absence: absenceInWords(report) ?? reason };
  }
  return {
    ...row,
    putVol: inVolPoints(points.putVol),
    callVol: inVolPoints(points.callVol),
    riskReversal: reading(points.riskReversal, points.riskReversalInterval),
    butterfly: reading(points.butterfly, points.butterflyInterval),
    absence: null,
  };
}

/** A constant tenor; the report has its 25-delta numbers, the study the others and the butterfly's interval. */
function tenorRow(tenor: ConstantMaturity, wing: Wing, study: SkewStudy | null): SkewRow {
  const { days } = tenor;
  const found = study?.tenors.find((one) => one.days === days)?.byDelta[WINGS.indexOf(wing)];
  const [riskReversal, butterfly] = wing === '25' ? reported(tenor, found) : studied(found);
  return {
    id: `tenor ${days}`,
    label: `${days}D`,
    days,
    putVol: null,
    callVol: null,
    riskReversal,
    butterfly,
    absence: riskReversal.value === null ? 'not between listed expiries that have it' : null,
  };
}

type Pair = readonly [riskReversal: Reading, butterfly: Reading];

function reported(tenor: ConstantMaturity, found: DeltaDefinitions | undefined): Pair {
  return [
    reading(tenor.riskReversal25, tenor.riskReversal25Interval),
    reading(tenor.butterfly25, found?.butterfly.interval),
  ];
}

function studied(found: DeltaDefinitions | undefined): Pair {
  const { riskReversal, butterfly } = found ?? {};
  return [
    reading(riskReversal?.value, riskReversal?.interval),
    reading(butterfly?.value, butterfly?.interval),
  ];
}

function reading(value: number | null = null, interval: Interval | null = null): Reading {
  return { value: inVolPoints(value), interval: intervalInVolPoints(interval) };
}

/** Every listed expiry and every constant tenor that lies between them. */
export interface SkewRows {
  readonly expiries: readonly SkewRow[];
  readonly tenors: readonly SkewRow[];
}

export function skewRows(
  { report }: Pick<Analysed, 'report'>,
  expiries: readonly DrawnExpiry[],
  { wing, study }: { readonly wing: Wing; readonly study: SkewStudy | null },
): SkewRows {
  return {
    expiries: expiries.map((drawn) => expiryRow(drawn, wing, study)),
    tenors: report.constantMaturity.map((tenor) => tenorRow(tenor, wing, study)),
  };
}
