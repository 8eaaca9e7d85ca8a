import { sviProblem } from '../svi/svi-problem.ts';
import { boundAt, clearance, curveOfSvi, curveOn, LEFT, logSlope, RIGHT } from './calendar-curve.ts';
import { refitSvi, repairButterflies } from './fit-svi-slice.ts';
import { solveCholesky } from './levenberg-marquardt.ts';
import { clear } from './lift-slice.ts';
import type { Observations } from './observations.ts';
import { poolAdjacentViolators } from './pool-adjacent-violators.ts';
import type { SliceWork } from './slice-work.ts';

const ROUNDS = 4;
/** Least growth of ln(wing slope) from one expiry to the next: parallel wings would only ever part at infinity. */
const SLOPE_STEP = 0.03;

/**
 * Makes every slice dominate the one before it in total variance, at every log-strike: wing slopes are pooled into
 * order, crossings become hinges that pull both neighbours to where their quotes would meet, and what is left is
 * removed by lifting the later slice. Keeps every slice free of butterflies. `works` in order of expiry.
 */
export function settleCalendar(works: readonly SliceWork[], grid: Float64Array): void {
  if (works.length < 2) return;
  let curves = works.map((work) => curveOn(grid, work));
  if (!works.some((work, i) => i > 0 && crosses(curves[i - 1]!, curves[i]!, works[i - 1]!, work))) return;
  orderSlopes(works);
  for (let round = 0; round < ROUNDS; round++) {
    curves = works.map((work) => curveOn(grid, work));
    const touched = new Set<SliceWork>();
    for (let i = 1; i < works.length; i++) hingeCrossings(grid, works, curves, i, touched);
    if (touched.size === 0) break;
    for (const work of touched) {
      refitSvi(work);
      repairButterflies(work);
    }
  }
  for (let i = 1; i < works.length; i++) clear(grid, curveOfSvi(works[i - 1]!), works[i]!);
}

function crosses(earlier: Float64Array, later: Float64Array, before: SliceWork, work: SliceWork): boolean {
  if (logSlope(work, LEFT) < logSlope(before, LEFT) || logSlope(work, RIGHT) < logSlope(before, RIGHT))
    return true;
  const room = clearance(work);
  return later.some((w, j) => w < earlier[j]! + room);
}

// Wing slopes into non-decreasing order, each moved as little as its quotes allow. From then on every slice has its own
// interval of slopes between its neighbours', so that no refit can upset the order again.
function orderSlopes(works: readonly SliceWork[]): void {
  const moved = new Set<SliceWork>();
  for (const side of [LEFT, RIGHT]) {
    const wanted = Float64Array.from(works, (work, i) => logSlope(work, side) - i * SLOPE_STEP);
    const weights = Float64Array.from(works, (work) => work.voice * coordinateInformation(work, side));
    const ordered = poolAdjacentViolators(wanted, weights);
    works.forEach((work, i) => {
      const shift = Math.log(work.targets.observations.scale.rootW0) - i * SLOPE_STEP;
      const { lower, upper } = work;
      const own = Math.min(Math.max(ordered[i]! - shift, lower[side]!), upper[side]!);
      if (ordered[i] !== wanted[i]) {
        moved.add(work);
        lower[side] = own;
        upper[side] = own;
        return;
      }
      if (i > 0) lower[side] = Math.max(lower[side]!, (ordered[i - 1]! + ordered[i]!) / 2 - shift);
      if (i + 1 < works.length)
        upper[side] = Math.min(upper[side]!, (ordered[i]! + ordered[i + 1]!) / 2 - shift);
      lower[side] = Math.min(lower[side]!, own);
      upper[side] = Math.max(upper[side]!, own);
    });
  }
  for (const work of moved) {
    refitSvi(work);
    repairButterflies(work);
  }
}

// Reciprocal variance of one fitting coordinate with the others free.
function coordinateInformation(work: SliceWork, coordinate: number): number {
  const gradient = new Float64Array(5);
  const matrix = new Float64Array(25);
  sviProblem(work.targets, work.lower, work.upper).normalEquations(work.x, gradient, matrix);
  for (let i = 0; i < 5; i++) matrix[6 * i]! += 1e-9 + 1e-9 * matrix[6 * i]!;
  const unit = new Float64Array(5);
  unit[coordinate] = 1;
  const regular = solveCholesky(matrix, unit, 5);
  const variance = unit[coordinate] ?? 0;
  return regular && variance > 0 && Number.isFinite(variance) ? Math.max(1e-6, 1 / variance) : 1e-6;
}

// Asks both neighbours to meet, at the worst point of every stretch where the later one lies lower.
function hingeCrossings(
  grid: Float64Array,
  works: readonly SliceWork[],
  curves: readonly Float64Array[],
  i: number,
  touched: Set<SliceWork>,
): void {
  const earlier = curves[i - 1]!;
  const later = curves[i]!;
  const room = clearance(works[i]!);
  const gap = (j: number): number => later[j]! - earlier[j]! - room;
  for (let j = 0; j < grid.length; j++) {
    if (gap(j) >= 0) continue;
    const lowest = (j === 0 || gap(j) <= gap(j - 1)) && (j === grid.length - 1 || gap(j) < gap(j + 1));
    if (!lowest) continue;
    const k = grid[j]!;
    const say0 = works[i - 1]!.voice * certainty(works[i - 1]!.targets.observations, k);
    const say1 = works[i]!.voice * certainty(works[i]!.targets.observations, k);
    const meet = (say0 * earlier[j]! + say1 * later[j]!) / (say0 + say1);
    boundAt(works[i - 1]!, k, meet, -1);
    boundAt(works[i]!, k, meet, 1);
    touched.add(works[i - 1]!);
    touched.add(works[i]!);
  }
}

// How much a slice's quotes know about its variance at k: precision of the nearest quotes, fading beyond the last one.
function certainty(o: Observations, k: number): number {
  const z = k / o.scale.rootW0;
  let nearest = 0;
  for (let i = 1; i < o.count; i++) if (Math.abs(o.z[i]! - z) < Math.abs(o.z[nearest]! - z)) nearest = i;
  const tolerance = o.scale.w0 / Math.max(0.1, o.inv[nearest]!);
  const beyond = Math.max(0, o.z[0]! - z, z - o.z[o.count - 1]!);
  return Math.exp(-2 * Math.min(beyond, 20)) / (tolerance * tolerance);
}
