import type { ExpiryReport, ReportPoint } from '#analytics/report.ts';
import type { SmileFitPoint } from '#charts/smile/smile-model.ts';
import type { AxisKind } from '#state/selection.ts';
import { groupBy } from './group-by.ts';
import { type Knot, cubicSpline } from './cubic-spline.ts';
import { axisValue, deltaAxisValue, type SmilePlace } from './smile-axis.ts';

/** Points drawn between two neighbouring strikes. */
const STEPS = 6;

/** One expiry's fitted smile where the report has it: at every listed strike, ascending. */
export interface FitKnots {
  readonly vols: readonly Knot[];
  readonly deltas: readonly Knot[];
}

/** The out-of-the-money side's delta at one strike, so that the delta axis is continuous at the forward. */
function preferred(points: readonly ReportPoint[]): ReportPoint | undefined {
  return points.find(({ k, right }) => k !== null && (right === 'put' ? k <= 0 : k > 0)) ?? points[0];
}

export function fitKnots(points: readonly ReportPoint[]): FitKnots {
  const byStrike = groupBy(
    points.filter(({ k, fitVol }) => k !== null && fitVol !== null),
    ({ strike }) => strike,
  );
  const chosen = [...byStrike.values()].flatMap((same) => preferred(same) ?? []);
  const ordered = chosen.toSorted((a, b) => a.strike - b.strike);
  return {
    vols: ordered.flatMap(({ k, fitVol }) => (k === null || fitVol === null ? [] : [{ x: k, y: fitVol }])),
    deltas: ordered.flatMap((point) => {
      const y = deltaAxisValue(point);
      return point.k === null || y === null ? [] : [{ x: point.k, y }];
    }),
  };
}

/** Where a log-strike lies on the delta axis; null outside the listed strikes. */
export function deltaAxisAt(knots: FitKnots, k: number): number | null {
  const [first, last] = [knots.deltas[0], knots.deltas.at(-1)];
  if (!first || !last || k < first.x || k > last.x) return null;
  return cubicSpline(knots.deltas)(k);
}

/** The fitted smile as a fine line in the units of one axis. */
export function fitCurve(axis: AxisKind, expiry: ExpiryReport, knots: FitKnots): readonly SmileFitPoint[] {
  const { forward } = expiry;
  if (knots.vols.length < 2 || forward === null) return [];
  const volAt = cubicSpline(knots.vols);
  const deltaAt = knots.deltas.length < 2 ? null : cubicSpline(knots.deltas);
  const places = knots.vols.flatMap((knot, index) => {
    const next = knots.vols[index + 1];
    if (!next) return [knot.x];
    return Array.from({ length: STEPS }, (_, step) => knot.x + ((next.x - knot.x) * step) / STEPS);
  });
  const drawn = places.flatMap((k) => {
    const place: SmilePlace = { k, strike: forward * Math.exp(k), deltaX: deltaAt?.(k) ?? null };
    const x = axisValue(axis, expiry, place);
    return x === null ? [] : [{ x, vol: volAt(k) * 100 }];
  });
  return drawn.toSorted((a, b) => a.x - b.x);
}
