import { sviTotalVarianceUnchecked } from '../svi/raw-svi.ts';
import { sviFromCoordinates } from '../svi/svi-problem.ts';
import type { SliceWork } from './slice-work.ts';

/** Room left above the slice before, as a share of the slice's own at-the-money variance. */
const CLEARANCE = 1e-6;
/** The two wing slopes among raw SVI's fitting coordinates. */
export const LEFT = 1;
export const RIGHT = 2;

/** What a later slice needs to know about the one before it. */
export interface CalendarCurve {
  totalVariance(k: number): number;
  /** Slopes of total variance far out in the wings, both as positive numbers. */
  readonly slopeLeft: number;
  readonly slopeRight: number;
}

/** A slice's raw SVI as its later neighbour sees it. */
export function curveOfSvi(work: SliceWork): CalendarCurve {
  const raw = sviFromCoordinates(work.x, work.targets.observations.scale);
  return {
    totalVariance: (k) => sviTotalVarianceUnchecked(raw, k),
    slopeLeft: Math.exp(logSlope(work, LEFT)),
    slopeRight: Math.exp(logSlope(work, RIGHT)),
  };
}

/** Log-strikes of the whole chain's comparisons: fine on the scale of the shortest smile, out to far beyond the longest. */
export function calendarGrid(works: readonly SliceWork[]): Float64Array {
  const roots = works.map((work) => work.targets.observations.scale.rootW0);
  const core = 0.25 * Math.min(...roots);
  const end = Math.asinh((40 * Math.max(...roots)) / core);
  const half = Math.ceil(end / 0.09);
  return Float64Array.from({ length: 2 * half + 1 }, (_, i) => core * Math.sinh(((i - half) / half) * end));
}

/** Total variance of a slice at every log-strike of the grid. */
export function curveOn(grid: Float64Array, work: SliceWork): Float64Array {
  const raw = sviFromCoordinates(work.x, work.targets.observations.scale);
  return grid.map((k) => sviTotalVarianceUnchecked(raw, k));
}

/** Logarithm of a wing slope of total variance; `side` is LEFT or RIGHT. */
export function logSlope(work: SliceWork, side: number): number {
  return work.x[side]! + Math.log(work.targets.observations.scale.rootW0);
}

/** The room a slice keeps above the one before it, in total variance. */
export function clearance(work: SliceWork): number {
  return CLEARANCE * work.targets.observations.scale.w0;
}

/** Asks a slice to lie above (sign +1) or below (−1) a total variance at one log-strike. */
export function boundAt(work: SliceWork, k: number, w: number, sign: 1 | -1): void {
  const { scale } = work.targets.observations;
  const { calendar } = work.targets;
  calendar.z.push(k / scale.rootW0);
  calendar.w.push(w / scale.w0);
  calendar.sign.push(sign);
}
