import { type CurveTargets, plainTargets } from '../surface/curve-targets.ts';
import { levenbergMarquardt } from '../surface/levenberg-marquardt.ts';
import type { Observations } from '../surface/observations.ts';
import { sviButterfly } from '../svi/svi-butterfly.ts';
import { type EssviPrior, essviProblem } from './essvi-problem.ts';
import { type EssviSlice, essviToRawSvi } from './essvi-slice.ts';

// Typical wings of a liquid smile in scaled units, held loosely: three quotes then still give a smile.
const PRIOR: EssviPrior = {
  centre: Float64Array.of(0, Math.log(0.3), Math.log(0.3)),
  inv: Float64Array.of(0.01, 0.5, 0.5),
};

/** The eSSVI slice nearest to one expiry's quotes, free of butterflies; neighbours are not looked at. */
export function fitEssviSlice(
  observations: Observations,
  targets: CurveTargets = plainTargets(observations),
): EssviSlice {
  const { w0, rootW0 } = observations.scale;
  const start = PRIOR.centre;
  const { x } = levenbergMarquardt(essviProblem(targets, PRIOR), start, 30);
  const slice = {
    theta: w0 * Math.exp(x[0]!),
    slopeLeft: rootW0 * Math.exp(x[1]!),
    slopeRight: rootW0 * Math.exp(x[2]!),
  };
  return flattenToButterflyFree(slice);
}

/** Flattens both wings by one factor, as little as needed, until the slice is free of butterflies. */
export function flattenToButterflyFree(slice: EssviSlice): EssviSlice {
  const at = (factor: number): EssviSlice => ({
    theta: slice.theta,
    slopeLeft: slice.slopeLeft * factor,
    slopeRight: slice.slopeRight * factor,
  });
  const free = (factor: number): boolean => sviButterfly(essviToRawSvi(at(factor))).free;
  if (free(1)) return slice;
  let keep = 0;
  for (let step = 0.5; step > 1e-5; step /= 2) if (free(keep + step)) keep += step;
  return at(keep);
}
