import { sviButterfly } from '../svi/svi-butterfly.ts';
import type { RawSvi } from '../svi/raw-svi.ts';
import { sviCoordinates, sviFromCoordinates, sviProblem } from '../svi/svi-problem.ts';
import { NO_ANCHORS } from './curve-targets.ts';
import { levenbergMarquardt } from './levenberg-marquardt.ts';
import type { Observations, SliceScale } from './observations.ts';
import { flagOutliers } from './outliers.ts';
import { quoteNoise } from './quote-noise.ts';
import type { SliceWork } from './slice-work.ts';

const MAX_ITERATIONS = 300;
const BUTTERFLY_ROUNDS = 6;
const OUTLIER_ROUNDS = 3;

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

/** Starts from an earlier snapshot's curve where that meets the targets better than the backbone does. */
export function startFrom(work: SliceWork, earlier: RawSvi | null): void {
  if (earlier === null) return;
  const problem = sviProblem(work.targets, work.lower, work.upper);
  const gradient = new Float64Array(5);
  const matrix = new Float64Array(25);
  const x = sviCoordinates(earlier, work.targets.observations.scale).map((value, i) =>
    Math.min(Math.max(value, work.lower[i]!), work.upper[i]!),
  );
  if (problem.normalEquations(x, gradient, matrix) < problem.normalEquations(work.haven, gradient, matrix))
    work.x = x;
}

/** Fits raw SVI from where the work stands to all its present targets. */
export function refitSvi(work: SliceWork): void {
  const minimum = levenbergMarquardt(
    sviProblem(work.targets, work.lower, work.upper),
    work.x,
    MAX_ITERATIONS,
  );
  work.x = minimum.x;
  work.converged = minimum.converged;
}

/**
 * Fits raw SVI, sets outliers aside (in `targets.active`), refits without them until the set settles, and repairs
 * butterflies.
 */
export function fitSviSlice(work: SliceWork): void {
  const { observations, active } = work.targets;
  refitSvi(work);
  for (let round = 0; round < OUTLIER_ROUNDS; round++) {
    if (!flagOutliers(observations, sviVols(observations, work.x), active)) break;
    refitSvi(work);
  }
  repairButterflies(work);
  leanOnBackbone(work);
}

/** Evidence (in units of −2·log-likelihood) at which a slice keeps half of its difference from the backbone. */
const HALF_WAY = 2;

// Two parameters more than the backbone's are worth their noise only when the quotes ask for them: the difference is
// shrunk in proportion to the evidence, as James and Stein would, smoothly so that no snapshot makes it jump.
function leanOnBackbone(work: SliceWork): void {
  const quotesOnly = { ...work.targets, anchors: NO_ANCHORS, butterflyAt: [] };
  const problem = sviProblem(quotesOnly, work.lower, work.upper);
  const gradient = new Float64Array(5);
  const matrix = new Float64Array(25);
  const cost = (x: Float64Array): number => problem.normalEquations(x, gradient, matrix);
  const simple = cost(work.haven);
  const { observations } = work.targets;
  const noise = quoteNoise(observations, sviVols(observations, work.x));
  const evidence = (2 * Math.max(0, simple - cost(work.x))) / (noise * noise);
  const between = blend(work.haven, work.x, evidence / (evidence + HALF_WAY));
  if (cost(between) <= simple && butterflyFree(between, observations.scale)) work.x = between;
}

/**
 * Refits with a hinge on Durrleman's g wherever the exact scan finds it negative, until the scan finds nothing; what
 * is left after a few rounds is blended towards the haven.
 */
export function repairButterflies(work: SliceWork): void {
  const { scale } = work.targets.observations;
  for (let round = 0; round < BUTTERFLY_ROUNDS; round++) {
    const test = sviButterfly(sviFromCoordinates(work.x, scale));
    if (test.free) return;
    if (!Number.isFinite(test.kMinG)) break;
    work.targets.butterflyAt.push(test.kMinG / scale.rootW0);
    refitSvi(work);
  }
  if (butterflyFree(work.x, scale)) return;
  let keep = 0;
  for (let step = 0.5; step > 1e-4; step /= 2)
    if (butterflyFree(blend(work.haven, work.x, keep + step), scale)) keep += step;
  work.x = blend(work.haven, work.x, keep);
}

/** The exact butterfly scan on fitting coordinates. */
export function butterflyFree(x: Float64Array, scale: SliceScale): boolean {
  return sviButterfly(sviFromCoordinates(x, scale)).free;
}

function blend(from: Float64Array, to: Float64Array, share: number): Float64Array {
  return from.map((value, i) => value + share * (to[i]! - value));
}
