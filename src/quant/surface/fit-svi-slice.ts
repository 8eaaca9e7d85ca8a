import type { RawSvi } from '../svi/raw-svi.ts';
import { sviButterfly } from '../svi/svi-butterfly.ts';
import { sviBox, sviFromCoordinates, sviProblem } from '../svi/svi-problem.ts';
import type { CurveTargets } from './curve-targets.ts';
import { levenbergMarquardt } from './levenberg-marquardt.ts';
import type { Observations } from './observations.ts';
import { flagOutliers } from './outliers.ts';

/** A raw SVI slice in fitting coordinates and how the search for it ended. */
export interface SviSliceFit {
  readonly x: Float64Array;
  readonly converged: boolean;
}

const MAX_ITERATIONS = 40;
const BUTTERFLY_ROUNDS = 6;

/** The box of one slice's coordinates: the bend stays among the quotes and wider than half a strike spacing. */
export function sviSliceBox(o: Observations): [Float64Array, Float64Array] {
  return sviBox(o.scale, o.z[0]!, o.z[o.count - 1]!, Math.max(0.02, o.spacing / 2));
}

/** Scaled vols of raw SVI coordinates at every observation. */
export function sviVols(o: Observations, x: Float64Array): Float64Array {
  const left = Math.exp(x[1]!);
  const right = Math.exp(x[2]!);
  const sigma = Math.exp(x[4]!);
  return o.z.subarray(0, o.count).map((z) => {
    const dx = z - x[3]!;
    const rise = Math.sqrt(dx * dx + sigma * sigma) - sigma;
    return Math.sqrt(Math.max(1e-12, x[0]! + ((right - left) / 2) * dx + ((left + right) / 2) * rise));
  });
}

/**
 * Fits raw SVI from `start`, sets outliers aside (in `targets.active`), and refits without them until the set settles.
 */
export function fitSviSlice(targets: CurveTargets, start: Float64Array): SviSliceFit {
  const [lower, upper] = sviSliceBox(targets.observations);
  const problem = sviProblem(targets, lower, upper);
  let minimum = levenbergMarquardt(problem, start, MAX_ITERATIONS);
  for (let round = 0; round < 3; round++) {
    if (!flagOutliers(targets.observations, sviVols(targets.observations, minimum.x), targets.active)) break;
    minimum = levenbergMarquardt(problem, minimum.x, MAX_ITERATIONS);
  }
  return { x: minimum.x, converged: minimum.converged };
}

/**
 * Refits with a hinge on Durrleman's g wherever the exact scan finds it negative, until the scan finds nothing; what
 * is left after a few rounds is blended towards `haven`, coordinates of a slice that is free of butterflies.
 */
export function repairButterflies(targets: CurveTargets, fit: SviSliceFit, haven: Float64Array): SviSliceFit {
  const { observations, butterflyAt } = targets;
  const { scale } = observations;
  let current = fit;
  for (let round = 0; round < BUTTERFLY_ROUNDS; round++) {
    const test = sviButterfly(sviFromCoordinates(current.x, scale));
    if (test.free) return current;
    if (!Number.isFinite(test.kMinG)) break;
    butterflyAt.push(test.kMinG / scale.rootW0);
    const [lower, upper] = sviSliceBox(observations);
    const minimum = levenbergMarquardt(sviProblem(targets, lower, upper), current.x, MAX_ITERATIONS);
    current = { x: minimum.x, converged: minimum.converged };
  }
  const free = (raw: RawSvi): boolean => sviButterfly(raw).free;
  if (free(sviFromCoordinates(current.x, scale))) return current;
  let keep = 0;
  for (let step = 0.5; step > 1e-4; step /= 2) {
    if (free(sviFromCoordinates(blend(haven, current.x, keep + step), scale))) keep += step;
  }
  return { x: blend(haven, current.x, keep), converged: current.converged };
}

function blend(from: Float64Array, to: Float64Array, share: number): Float64Array {
  return from.map((value, i) => value + share * (to[i]! - value));
}
