import type { CurveTargets } from '../surface/curve-targets.ts';
import { levenbergMarquardt } from '../surface/levenberg-marquardt.ts';
import { poolAdjacentViolators } from '../surface/pool-adjacent-violators.ts';
import { essviCalendarMargin } from './essvi-calendar.ts';
import { type EssviPrior, essviProblem } from './essvi-problem.ts';
import { type EssviSlice, essviButterflyFree } from './essvi-slice.ts';

// Typical wings of a liquid smile in scaled units, held loosely: three quotes then still give a smile.
const LOOSE: EssviPrior = {
  centre: Float64Array.of(0, Math.log(0.3), Math.log(0.3)),
  inv: Float64Array.of(0.01, 0.5, 0.5),
};
/** How far ln(wing slope/√w0) may wander between neighbouring expiries: at once, and per square root of ln T. */
const WANDER_AT_ONCE = 0.05;
const WANDER = 0.25;
const SWEEPS = 2;

interface Estimate {
  readonly x: Float64Array;
  /** Information on each coordinate from the expiry's own quotes. */
  readonly information: Float64Array;
}

/**
 * Global eSSVI surface: one slice an expiry, in order of expiry, free of butterflies and of calendar arbitrage for all
 * log-strikes. Wing slopes relative to √w0 follow a random walk in ln T, so that a thin expiry borrows its wings from
 * its neighbours; then θ, p₊ and p₋ are made monotone by weighted pooling and the closed-form calendar condition is met.
 * `starts` holds earlier slices to start from, null where there is none.
 */
export function fitBackbone(
  targets: readonly CurveTargets[],
  starts: readonly (EssviSlice | null)[],
): readonly EssviSlice[] {
  const estimates = targets.map((target, i) => {
    const start = starts[i] ?? null;
    return estimate(target, LOOSE, start === null ? LOOSE.centre : coordinates(start, target));
  });
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let step = 0; step < targets.length; step++) {
      const i = sweep % 2 === 0 ? step : targets.length - 1 - step;
      if (targets.length > 1)
        estimates[i] = estimate(targets[i]!, neighbourPrior(targets, estimates, i), estimates[i]!.x);
    }
  }
  return enforceOrder(pooled(targets, estimates));
}

function estimate(targets: CurveTargets, prior: EssviPrior, start: Float64Array): Estimate {
  const { x } = levenbergMarquardt(essviProblem(targets, prior), start, 20);
  const gradient = new Float64Array(3);
  const matrix = new Float64Array(9);
  essviProblem(targets, prior).normalEquations(x, gradient, matrix);
  const information = Float64Array.from([0, 1, 2], (j) =>
    Math.max(1e-6, matrix[4 * j]! - prior.inv[j]! ** 2),
  );
  return { x, information };
}

function coordinates(slice: EssviSlice, targets: CurveTargets): Float64Array {
  const { w0, rootW0 } = targets.observations.scale;
  return Float64Array.of(
    Math.log(slice.theta / w0),
    Math.log(slice.slopeLeft / rootW0),
    Math.log(slice.slopeRight / rootW0),
  );
}

function neighbourPrior(
  targets: readonly CurveTargets[],
  estimates: readonly Estimate[],
  i: number,
): EssviPrior {
  const centre = Float64Array.from(LOOSE.centre);
  const precision = Float64Array.from(LOOSE.inv, (inv) => (inv * inv) / 16);
  centre.forEach((value, j) => (centre[j] = value * precision[j]!));
  const years = targets[i]!.observations.scale.years;
  for (const n of [i - 1, i + 1]) {
    const neighbour = estimates[n];
    if (neighbour === undefined) continue;
    const distance = Math.abs(Math.log(targets[n]!.observations.scale.years / years));
    const wander = WANDER_AT_ONCE ** 2 + WANDER ** 2 * distance;
    for (let j = 1; j < 3; j++) {
      const weight = 1 / (wander + 1 / neighbour.information[j]!);
      precision[j]! += weight;
      centre[j]! += weight * neighbour.x[j]!;
    }
  }
  centre.forEach((value, j) => (centre[j] = value / precision[j]!));
  return { centre, inv: precision.map(Math.sqrt) };
}

// The nearest monotone θ, p₋ and p₊, weighted by what each expiry's quotes know about them.
function pooled(targets: readonly CurveTargets[], estimates: readonly Estimate[]): readonly EssviSlice[] {
  const column = (j: number, unit: (t: CurveTargets) => number): Float64Array =>
    poolAdjacentViolators(
      Float64Array.from(targets, (target, i) => estimates[i]!.x[j]! + Math.log(unit(target))),
      Float64Array.from(estimates, (e) => e.information[j]!),
    );
  const theta = column(0, (target) => target.observations.scale.w0);
  const left = column(1, (target) => target.observations.scale.rootW0);
  const right = column(2, (target) => target.observations.scale.rootW0);
  return targets.map((_, i) => ({
    theta: Math.exp(theta[i]!),
    slopeLeft: Math.min(1.9, Math.exp(left[i]!)),
    slopeRight: Math.min(1.9, Math.exp(right[i]!)),
  }));
}

// In order of expiry: wings no steeper than butterflies allow but never below the expiry before, then θ as high as needed.
function enforceOrder(slices: readonly EssviSlice[]): readonly EssviSlice[] {
  const out: EssviSlice[] = [];
  let before: EssviSlice = { theta: 0, slopeLeft: 0, slopeRight: 0 };
  for (const slice of slices) {
    const floor = before;
    const wanted = {
      theta: Math.max(slice.theta, floor.theta),
      slopeLeft: Math.max(slice.slopeLeft, floor.slopeLeft),
      slopeRight: Math.max(slice.slopeRight, floor.slopeRight),
    };
    const toFloor = (share: number): EssviSlice => ({
      theta: wanted.theta,
      slopeLeft: Math.max(wanted.slopeLeft * share, floor.slopeLeft, 1e-9),
      slopeRight: Math.max(wanted.slopeRight * share, floor.slopeRight, 1e-9),
    });
    const share = largestShare((s) => essviButterflyFree(toFloor(s)));
    const flat = toFloor(share);
    const raised = (factor: number): EssviSlice => ({ ...flat, theta: flat.theta * factor });
    const fits = (s: EssviSlice): boolean =>
      essviButterflyFree(s) && (floor.theta === 0 || essviCalendarMargin(floor, s) >= 0);
    before = raised(leastFactor((factor) => fits(raised(factor))));
    out.push(before);
  }
  return out;
}

// Largest share in [0, 1] that passes, to 1e-4; 0 when none does.
function largestShare(passes: (share: number) => boolean): number {
  if (passes(1)) return 1;
  let keep = 0;
  for (let step = 0.5; step > 1e-4; step /= 2) if (passes(keep + step)) keep += step;
  return keep;
}

// Least factor ≥ 1 that passes, to 1e-5 relative; a large factor always does.
function leastFactor(passes: (factor: number) => boolean): number {
  if (passes(1)) return 1;
  let high = 1.001;
  while (!passes(high) && high < 1e6) high = 1 + (high - 1) * 2;
  let low = 1;
  while (high - low > 1e-5 * low) {
    const middle = (low + high) / 2;
    if (passes(middle)) high = middle;
    else low = middle;
  }
  return high;
}
