import { sviTotalVarianceUnchecked } from '../svi/raw-svi.ts';
import { sviFromCoordinates, sviProblem } from '../svi/svi-problem.ts';
import { butterflyFree, refitSvi, repairButterflies } from './fit-svi-slice.ts';
import { solveCholesky } from './levenberg-marquardt.ts';
import type { Observations } from './observations.ts';
import { poolAdjacentViolators } from './pool-adjacent-violators.ts';
import type { SliceWork } from './slice-work.ts';

const ROUNDS = 4;
/** Relative room left between neighbouring slices when one is lifted over the other. */
const CLEARANCE = 1e-6;
const LEFT = 1;
const RIGHT = 2;

/**
 * Makes every slice dominate the one before it in total variance, at every log-strike: wing slopes are pooled into
 * order, crossings become hinges that pull both neighbours to where their quotes would meet, and what is left is
 * removed by lifting the later slice. Keeps every slice free of butterflies. `works` in order of expiry.
 */
export function settleCalendar(works: readonly SliceWork[]): void {
  if (works.length < 2) return;
  const grid = calendarGrid(works);
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
  for (let i = 1; i < works.length; i++) lift(grid, works[i - 1]!, works[i]!);
}

/** Log-strikes of the whole chain's comparisons: fine on the scale of the shortest smile, out to far beyond the longest. */
export function calendarGrid(works: readonly SliceWork[]): Float64Array {
  const roots = works.map((work) => work.targets.observations.scale.rootW0);
  const core = 0.25 * Math.min(...roots);
  const end = Math.asinh((40 * Math.max(...roots)) / core);
  const half = Math.ceil(end / 0.09);
  return Float64Array.from({ length: 2 * half + 1 }, (_, i) => core * Math.sinh(((i - half) / half) * end));
}

function curveOn(grid: Float64Array, work: SliceWork): Float64Array {
  const raw = sviFromCoordinates(work.x, work.targets.observations.scale);
  return grid.map((k) => sviTotalVarianceUnchecked(raw, k));
}

function logSlope(work: SliceWork, side: number): number {
  return work.x[side]! + Math.log(work.targets.observations.scale.rootW0);
}

function crosses(earlier: Float64Array, later: Float64Array, before: SliceWork, work: SliceWork): boolean {
  if (logSlope(work, LEFT) < logSlope(before, LEFT) || logSlope(work, RIGHT) < logSlope(before, RIGHT))
    return true;
  return later.some((w, j) => w < earlier[j]! * (1 + CLEARANCE));
}

// Wing slopes into non-decreasing order, each moved as little as its quotes allow; moved slices are fitted again.
function orderSlopes(works: readonly SliceWork[]): void {
  const moved = new Set<SliceWork>();
  for (const side of [LEFT, RIGHT]) {
    const wanted = Float64Array.from(works, (work) => logSlope(work, side));
    const weights = Float64Array.from(works, (work) => coordinateInformation(work, side));
    const ordered = poolAdjacentViolators(wanted, weights);
    works.forEach((work, i) => {
      const shift = Math.log(work.targets.observations.scale.rootW0);
      if (ordered[i] === wanted[i]) return;
      moved.add(work);
      if (ordered[i]! < wanted[i]!) work.upper[side] = Math.max(work.lower[side]!, ordered[i]! - shift);
      else work.lower[side] = Math.min(work.upper[side]!, ordered[i]! - shift);
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
  const gap = (j: number): number => later[j]! / earlier[j]! - 1 - CLEARANCE;
  for (let j = 0; j < grid.length; j++) {
    if (gap(j) >= 0) continue;
    const lowest = (j === 0 || gap(j) <= gap(j - 1)) && (j === grid.length - 1 || gap(j) < gap(j + 1));
    if (!lowest) continue;
    const k = grid[j]!;
    const say0 = certainty(works[i - 1]!.targets.observations, k);
    const say1 = certainty(works[i]!.targets.observations, k);
    const meet = (say0 * earlier[j]! + say1 * later[j]!) / (say0 + say1);
    bound(works[i - 1]!, k, meet, -1);
    bound(works[i]!, k, meet, 1);
    touched.add(works[i - 1]!);
    touched.add(works[i]!);
  }
}

function bound(work: SliceWork, k: number, w: number, sign: 1 | -1): void {
  const { scale } = work.targets.observations;
  const { calendar } = work.targets;
  calendar.z.push(k / scale.rootW0);
  calendar.w.push(w / scale.w0);
  calendar.sign.push(sign);
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

/** Lifts a slice until it dominates the one before: slopes first, then the level; more if that is what g needs. */
export function lift(grid: Float64Array, before: SliceWork, work: SliceWork): void {
  const { scale } = work.targets.observations;
  const x = work.x.slice();
  for (const side of [LEFT, RIGHT])
    x[side] = Math.max(x[side]!, logSlope(before, side) - Math.log(scale.rootW0));
  const earlier = sviFromCoordinates(before.x, before.targets.observations.scale);
  const own = sviFromCoordinates(x, scale);
  const shortfall = (k: number): number =>
    sviTotalVarianceUnchecked(earlier, k) * (1 + CLEARANCE) - sviTotalVarianceUnchecked(own, k);
  let rise = 0;
  let h0 = shortfall(grid[0]!);
  let h1 = shortfall(grid[1]!);
  for (let j = 1; j + 1 < grid.length; j++) {
    const h2 = shortfall(grid[j + 1]!);
    rise = Math.max(rise, h1);
    if (h1 > h0 && h1 >= h2)
      rise = Math.max(rise, shortfall(vertex(grid[j - 1]!, h0, grid[j]!, h1, grid[j + 1]!, h2)));
    h0 = h1;
    h1 = h2;
  }
  rise = Math.max(rise, h1, shortfall(grid[0]!)) / scale.w0;
  x[0]! += rise;
  let extra = 1e-4;
  while (!butterflyFree(x, scale) && extra < 1e6) {
    x[0]! += extra;
    rise += extra;
    extra *= 2;
  }
  work.x = x;
  if (rise > 0.02)
    work.note ??=
      'quotes lie below the earlier expiry: the smile was raised until no calendar arbitrage is left';
}

// Abscissa of the parabola through three points.
function vertex(x0: number, y0: number, x1: number, y1: number, x2: number, y2: number): number {
  const a = (x1 - x0) * (y1 - y2);
  const b = (x1 - x2) * (y1 - y0);
  const top = x1 - ((x1 - x0) * a - (x1 - x2) * b) / (2 * (a - b));
  return a === b || !Number.isFinite(top) ? x1 : Math.min(Math.max(top, x0), x2);
}
