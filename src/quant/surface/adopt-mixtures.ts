import { rampAt, rampedSmile, type WingRamp } from '../mixture/wing-ramp.ts';
import type { Smile } from '../smile.ts';
import { durrlemanG } from './durrleman.ts';
import { type CalendarCurve, clearance, curveOfSvi, LEFT, RIGHT } from './calendar-curve.ts';
import type { MixtureFit } from './fit-mixture-slice.ts';
import { sviBox } from '../svi/svi-problem.ts';
import { sviVols } from './fit-svi-slice.ts';
import { clear, lift, liftNeeded } from './lift-slice.ts';
import { TWO_SIDED } from './observations.ts';
import type { SliceWork } from './slice-work.ts';

/** A mixture may be raised by this share of its own variance to clear the earlier expiry, the next SVI slice by as much. */
const SMALL_RISE = 0.01;
/** How gently a ramp bends, in deviations: the sharpest that brings no butterfly. */
const RAMP_WIDTHS = [0.3, 1, 3];
/** Where a ramp may start, as shares of the way from the last quote to the crossing. */
const STARTS = [0.9, 0.7, 0.5, 0.3, 0.1, 0];

/** A mixture slice as it stands in the surface. */
export interface AdoptedMixture {
  readonly fit: MixtureFit;
  readonly curve: CalendarCurve;
  readonly minG: number;
}

/** Least g asked of a ramped mixture on the grid, so that none is negative between its points. */
const LEAST_G_RAMPED = 0.002;

/**
 * Puts mixtures in the place of raw SVI where they are clearly better and the surface stays free of calendar arbitrage:
 * above the expiry before (wings bent up if that one's go on rising) and below the expiry after.
 * `works` in order of expiry, settled among themselves, with the candidate of each; SVI slices after a mixture may be lifted a little.
 */
export function adoptMixtures(
  works: readonly SliceWork[],
  fits: readonly (MixtureFit | null)[],
  grid: Float64Array,
): readonly (AdoptedMixture | null)[] {
  const adopted: (AdoptedMixture | null)[] = works.map(() => null);
  if (fits.every((fit) => fit === null)) return adopted;
  const fine = refined(grid);
  const curves: CalendarCurve[] = [];
  const withdrawn = new Set<number>();
  const settled: Settled = new WeakMap();
  let i = 0;
  while (i < works.length) {
    const work = works[i]!;
    const before = curves[i - 1] ?? null;
    const candidate = withdrawn.has(i) ? null : (fits[i] ?? null);
    const mixture = candidate === null ? null : stand(candidate, work, before, fine);
    if (mixture !== null && leavesRoom(mixture.curve, works[i + 1], fits[i + 1] ?? null, grid, settled)) {
      adopted[i] = mixture;
      curves[i] = mixture.curve;
      i++;
      continue;
    }
    // The mixture before counted on one here: without it, it would push this slice off its quotes.
    if (adopted[i - 1] && before !== null && !makesRoom(settledAbove(grid, before, work, settled), work)) {
      adopted[i - 1] = null;
      withdrawn.add(i - 1);
      i--;
      continue;
    }
    work.refusedMixture = (fits[i] ?? null) !== null;
    if (before !== null) take(work, settledAbove(grid, before, work, settled));
    curves[i] = curveOfSvi(work);
    i++;
  }
  return adopted;
}

// Three points for one: ramps start between the coarse ones.
function refined(grid: Float64Array): Float64Array {
  const fine = new Float64Array(3 * grid.length - 2);
  for (let i = 0; i < fine.length; i++) {
    const j = Math.floor(i / 3);
    fine[i] = grid[j]! + ((i % 3) / 3) * ((grid[j + 1] ?? grid[j]!) - grid[j]!);
  }
  return fine;
}

// The mixture made to dominate the curve before it, or null when that would show between its quotes.
function stand(
  fit: MixtureFit,
  work: SliceWork,
  before: CalendarCurve | null,
  fine: Float64Array,
): AdoptedMixture | null {
  if (before === null) return judged(fit, fit.smile, [], fine);
  const { observations: o } = work.targets;
  const { w0, rootW0 } = o.scale;
  const endLeft = wingStart(-o.z[0]!) * rootW0;
  const endRight = wingStart(o.z[o.count - 1]!) * rootW0;
  const room = clearance(work);
  const short = fine.map((k) => before.totalVariance(k) + room - fit.smile.totalVariance(k));
  let rise = 0;
  fine.forEach((k, j) => {
    if (k >= -endLeft && k <= endRight) rise = Math.max(rise, short[j]!);
  });
  if (rise > SMALL_RISE * w0) return null;
  for (const width of RAMP_WIDTHS) {
    const ramps: WingRamp[] = [];
    for (const side of [-1, 1] as const) {
      const end = side === 1 ? endRight : endLeft;
      const ramp = clearingRamp(fine, short, rise, { side, end, width: width * rootW0, before });
      if (ramp === 'impossible') return null;
      if (ramp !== null) ramps.push(ramp);
    }
    const smile = rise === 0 && ramps.length === 0 ? fit.smile : rampedSmile(fit.smile, rise, ramps);
    const stands = judged(fit, smile, ramps, fine);
    if (stands !== null || ramps.length === 0) return stands;
  }
  return null;
}

// Where a wing may be bent: at the last quote, but neither nearer than 1.5 nor farther than 2.5 deviations.
function wingStart(lastQuote: number): number {
  return Math.min(2.5, Math.max(1.5, lastQuote));
}

interface WingToClear {
  readonly side: 1 | -1;
  /** Nearest start of a ramp, as a positive log-strike. */
  readonly end: number;
  readonly width: number;
  readonly before: CalendarCurve;
}

// The ramp that lifts one wing over the curve before; null when it clears that already. `short` is what each point lacks.
function clearingRamp(
  fine: Float64Array,
  short: Float64Array,
  rise: number,
  { side, end, width, before }: WingToClear,
): WingRamp | null | 'impossible' {
  let crossing = Infinity;
  fine.forEach((k, j) => {
    if (side * k > end && short[j]! > rise) crossing = Math.min(crossing, side * k);
  });
  if (crossing === Infinity) return null;
  const slope = Math.max(side === 1 ? before.slopeRight : before.slopeLeft, 0.1 * width) * (1 + 1e-9);
  for (const share of STARTS) {
    const ramp: WingRamp = { side, from: end + share * (crossing - end), slope, width };
    const clears = fine.every((k, j) => side * k <= end || rise + rampAt(ramp, k) >= short[j]!);
    if (clears) return ramp;
  }
  return 'impossible';
}

// A mixture alone has no butterfly; what was added to it must show that it brought none.
function judged(
  fit: MixtureFit,
  smile: Smile,
  ramps: readonly WingRamp[],
  fine: Float64Array,
): AdoptedMixture | null {
  let minG = Infinity;
  fine.forEach((k, j) => {
    const ramped = ramps.some((ramp) => ramp.side * k > ramp.from);
    if (ramped || j % 3 === 0) minG = Math.min(minG, durrlemanG(k, smile.jet(k)));
  });
  if (!(minG >= (ramps.length === 0 ? 0 : LEAST_G_RAMPED))) return null;
  const slopeOf = (side: 1 | -1): number => ramps.find((ramp) => ramp.side === side)?.slope ?? 0;
  const totalVariance = (k: number): number => smile.totalVariance(k);
  const curve = { totalVariance, slopeLeft: slopeOf(-1), slopeRight: slopeOf(1) };
  return { fit: { ...fit, smile }, curve, minG };
}

function leavesRoom(
  curve: CalendarCurve,
  next: SliceWork | undefined,
  nextFit: MixtureFit | null,
  grid: Float64Array,
  settled: Settled,
): boolean {
  if (next === undefined || makesRoom(settledAbove(grid, curve, next, settled), next)) return true;
  return nextFit !== null && stand(nextFit, next, curve, grid) !== null;
}

/** A slice as it would lie above the curve before it. */
interface Above {
  readonly work: SliceWork;
  /** It was lifted a little, and nothing else. */
  readonly small: boolean;
}

/** What has been settled above a curve: the same question comes up to three times. */
type Settled = WeakMap<CalendarCurve, Above>;

// Whether raw SVI can lie above the curve before with as many of its quotes inside their spreads: what it gives way in
// is then a wing that nobody quotes.
function makesRoom({ work: above, small }: Above, work: SliceWork): boolean {
  return small || (above.note === work.note && quotesInside(above) >= quotesInside(work));
}

// A copy of the slice above the curve before it; `before` is followed by this one slice alone.
function settledAbove(grid: Float64Array, before: CalendarCurve, work: SliceWork, settled: Settled): Above {
  const known = settled.get(before);
  if (known !== undefined) return known;
  const { targets } = work;
  const trial: SliceWork = {
    ...work,
    targets: {
      ...targets,
      butterflyAt: [...targets.butterflyAt],
      calendar: { z: [], w: [], sign: [] },
    },
    lower: work.lower.slice(),
    upper: work.upper.slice(),
  };
  const above = { work: trial, small: settleAbove(grid, before, trial) };
  settled.set(before, above);
  return above;
}

function take(work: SliceWork, { work: above }: Above): void {
  work.x = above.x;
  work.converged = above.converged;
  work.note = above.note;
}

// The slopes' places between the neighbours were given out before this neighbour changed. Whether a small lift did it.
function settleAbove(grid: Float64Array, before: CalendarCurve, work: SliceWork): boolean {
  if (liftNeeded(grid, before, work) <= SMALL_RISE) {
    lift(grid, before, work);
    return true;
  }
  const [, widest] = sviBox(work.targets.observations);
  for (const side of [LEFT, RIGHT]) work.upper[side] = Math.max(work.upper[side]!, widest[side]!);
  clear(grid, before, work);
  return false;
}

function quotesInside({ x, targets: { observations: o, active } }: SliceWork): number {
  return sviVols(o, x).filter(
    (vol, i) => active[i] === 1 && o.kind[i] === TWO_SIDED && vol >= o.bid[i]! && vol <= o.ask[i]!,
  ).length;
}
