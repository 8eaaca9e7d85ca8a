import { sviTotalVarianceUnchecked } from '../svi/raw-svi.ts';
import { sviFromCoordinates, sviProblem } from '../svi/svi-problem.ts';
import { boundAt, type CalendarCurve, clearance, curveOn, LEFT, RIGHT } from './calendar-curve.ts';
import { butterflyFree, refitSvi, repairButterflies } from './fit-svi-slice.ts';
import type { Observations } from './observations.ts';
import type { SliceWork } from './slice-work.ts';

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
      boundAt(work, grid[j]!, before.totalVariance(grid[j]!), 1);
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
