import { sviTotalVarianceUnchecked } from '../svi/raw-svi.ts';
import { sviFromCoordinates, sviProblem } from '../svi/svi-problem.ts';
import { butterflyFree, refitSvi, repairButterflies } from './fit-svi-slice.ts';
import { solveCholesky } from './levenberg-marquardt.ts';
import type { Observations } from './observations.ts';
import { poolAdjacentViolators } from './pool-adjacent-violators.ts';
import type { SliceWork } from './slice-work.ts';

const ROUNDS = 4;
/** Room left above the slice before, as a share of the slice's own at-the-money variance. */
const CLEARANCE = 1e-6;
/** Least growth of ln(wing slope) from one expiry to the next: parallel wings would only ever part at infinity. */
const SLOPE_STEP = 0.03;
const LEFT = 1;
const RIGHT = 2;

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
  const room = clearance(work);
  return later.some((w, j) => w < earlier[j]! + room);
}

/** The room a slice keeps above the one before it, in total variance. */
export function clearance(work: SliceWork): number {
  return CLEARANCE * work.targets.observations.scale.w0;
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

/**
 * Brings a slice above the one before at the least cost to its quotes: lifted as it is, or fitted again under bounds where
 * it fell short, from where it stands or from the backbone, and lifted by what is then missing.
 */
export function clear(grid: Float64Array, before: CalendarCurve, work: SliceWork): void {
  const asItIs = lifted(grid, before, work.x, work);
  if (asItIs.rise <= NEGLIGIBLE_RISE) {
    adopt(before, work, asItIs);
    return;
  }
  const { lower, upper } = work;
  const { calendar } = work.targets;
  const fitted = { x: work.x, converged: work.converged };
  const judge = sviProblem(
    { ...work.targets, butterflyAt: [], calendar: { z: [], w: [], sign: [] } },
    lower,
    upper,
  );
  const cost = (x: Float64Array): number =>
    judge.normalEquations(x, new Float64Array(5), new Float64Array(25));
  let best = { ...asItIs, cost: cost(asItIs.x), converged: work.converged };
  for (const start of [fitted.x, work.haven]) {
    calendar.z.length = 0;
    calendar.w.length = 0;
    calendar.sign.length = 0;
    work.x = steepened(before, start, work);
    work.lower[LEFT] = Math.min(upper[LEFT]!, Math.max(lower[LEFT]!, leastSlope(before.slopeLeft, work)));
    work.lower[RIGHT] = Math.min(upper[RIGHT]!, Math.max(lower[RIGHT]!, leastSlope(before.slopeRight, work)));
    for (let round = 0; round < CLEAR_ROUNDS; round++) {
      if (hingeShortfalls(grid, before, work) === 0) break;
      refitSvi(work);
      repairButterflies(work);
    }
    const next = lifted(grid, before, work.x, work);
    const nextCost = cost(next.x);
    if (nextCost < best.cost) best = { ...next, cost: nextCost, converged: work.converged };
  }
  work.converged = best.converged;
  adopt(before, work, best);
}

const NEGLIGIBLE_RISE = 2e-4;
const CLEAR_ROUNDS = 6;

// Bounds from below at the worst point of every stretch where the slice falls short; how many there were.
function hingeShortfalls(grid: Float64Array, before: CalendarCurve, work: SliceWork): number {
  const own = curveOn(grid, work);
  const room = clearance(work);
  const gap = (j: number): number => own[j]! - before.totalVariance(grid[j]!) - room;
  let found = 0;
  let previous = Infinity;
  let here = gap(0);
  for (let j = 0; j < grid.length; j++) {
    const after = j + 1 < grid.length ? gap(j + 1) : Infinity;
    if (here < 0 && here <= previous && here < after) {
      bound(work, grid[j]!, before.totalVariance(grid[j]!), 1);
      found++;
    }
    previous = here;
    here = after;
  }
  return found;
}

interface Lifted {
  readonly x: Float64Array;
  readonly rise: number;
}

function adopt(before: CalendarCurve, work: SliceWork, found: Lifted): void {
  if (found.rise > 0 || found.x.some((value, i) => value !== work.x[i])) work.x = found.x;
  if (found.rise > NOTABLE_RISE) work.note ??= reasonOfRise(before, work.targets.observations);
}

const NOTABLE_RISE = 0.02;

// Whether the later quotes themselves lie below the earlier curve, and on which side, or only the curve drawn through them.
function reasonOfRise(before: CalendarCurve, o: Observations): string {
  let puts = 0;
  let calls = 0;
  for (let i = 0; i < o.count; i++) {
    if (!(o.ask[i]! ** 2 * o.scale.w0 < before.totalVariance(o.z[i]! * o.scale.rootW0))) continue;
    if (o.z[i]! < 0) puts++;
    else calls++;
  }
  if (puts + calls === 0)
    return 'between and beyond its quotes the curve ran below the earlier expiry: it was raised until no calendar arbitrage is left';
  const where =
    puts === 0 ? `${calls} calls` : calls === 0 ? `${puts} puts` : `${puts} puts and ${calls} calls`;
  return `asks of ${where} lie below the earlier expiry's curve: the smile was raised until no calendar arbitrage is left`;
}

/** Lifts a slice until it dominates the one before: slopes first, then the level; more if that is what g needs. */
export function lift(grid: Float64Array, before: CalendarCurve, work: SliceWork): void {
  adopt(before, work, lifted(grid, before, work.x, work));
}

function lifted(grid: Float64Array, before: CalendarCurve, from: Float64Array, work: SliceWork): Lifted {
  const { scale } = work.targets.observations;
  const x = steepened(before, from, work);
  let rise = shortfallOf(grid, before, x, work);
  const unchanged = rise === 0 && x.every((value, i) => value === from[i]);
  if (unchanged) return { x: from, rise };
  x[0]! += rise;
  let extra = 1e-4;
  while (!butterflyFree(x, scale) && extra < 1e6) {
    x[0]! += extra;
    rise += extra;
    extra *= 2;
  }
  return { x, rise };
}

/** By how much `lift` would raise the slice's level, as a share of its at-the-money variance. */
export function liftNeeded(grid: Float64Array, before: CalendarCurve, work: SliceWork): number {
  return shortfallOf(grid, before, steepened(before, work.x, work), work);
}

// Coordinates with wings at least as steep as the earlier slice's.
function steepened(before: CalendarCurve, from: Float64Array, work: SliceWork): Float64Array {
  const x = from.slice();
  x[LEFT] = Math.max(x[LEFT]!, leastSlope(before.slopeLeft, work));
  x[RIGHT] = Math.max(x[RIGHT]!, leastSlope(before.slopeRight, work));
  return x;
}

// The coordinate of a slope, an ulp up so that exp(log) cannot fall below where it came from.
function leastSlope(slope: number, work: SliceWork): number {
  return slope > 0 ? Math.log(slope / work.targets.observations.scale.rootW0) + 1e-15 : -Infinity;
}

// Largest shortfall below the earlier curve, in scaled variance, 0 when there is none.
function shortfallOf(grid: Float64Array, before: CalendarCurve, x: Float64Array, work: SliceWork): number {
  const { scale } = work.targets.observations;
  const own = sviFromCoordinates(x, scale);
  const room = clearance(work);
  const shortfall = (k: number): number => before.totalVariance(k) + room - sviTotalVarianceUnchecked(own, k);
  let h0 = shortfall(grid[0]!);
  let h1 = shortfall(grid[1]!);
  let worst = Math.max(0, h0, h1);
  for (let j = 1; j + 1 < grid.length; j++) {
    const h2 = shortfall(grid[j + 1]!);
    worst = Math.max(worst, h2);
    if (h1 > h0 && h1 >= h2)
      worst = Math.max(worst, shortfall(vertex(grid[j - 1]!, h0, grid[j]!, h1, grid[j + 1]!, h2)));
    h0 = h1;
    h1 = h2;
  }
  return worst / scale.w0;
}

// Abscissa of the parabola through three points.
function vertex(x0: number, y0: number, x1: number, y1: number, x2: number, y2: number): number {
  const a = (x1 - x0) * (y1 - y2);
  const b = (x1 - x2) * (y1 - y0);
  const top = x1 - ((x1 - x0) * a - (x1 - x2) * b) / (2 * (a - b));
  return a === b || !Number.isFinite(top) ? x1 : Math.min(Math.max(top, x0), x2);
}
