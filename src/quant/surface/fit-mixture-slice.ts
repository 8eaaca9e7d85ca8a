import { mixtureCoordinates, mixtureFromCoordinates, mixtureProblem } from '../mixture/mixture-problem.ts';
import { type MixtureComponent, mixtureSmile } from '../mixture/mixture-smile.ts';
import type { Smile } from '../smile.ts';
import { quoteResidual } from './curve-targets.ts';
import { sviVols } from './fit-svi-slice.ts';
import { levenbergMarquardt } from './levenberg-marquardt.ts';
import { type Observations, TWO_SIDED } from './observations.ts';
import { flagOutliers } from './outliers.ts';
import { quoteNoise } from './quote-noise.ts';
import type { SliceWork } from './slice-work.ts';

/** A mixture that describes a slice clearly better than raw SVI. */
export interface MixtureFit {
  readonly components: readonly MixtureComponent[];
  readonly smile: Smile;
  readonly converged: boolean;
  /** The outlier set that goes with it, one entry an observation as in `CurveTargets.active`. */
  readonly active: Uint8Array;
}

/** Where coordinates drift that the quotes cannot see; one for all starts, so that a start leaves no trace. */
const CENTRE = Float64Array.of(0, 0, -0.8, -0.8, 0.7, 0.5, -0.5);

/** Fewest two-sided quotes that can carry three states. */
const LEAST_QUOTES_MIXTURE = 12;
/** Misfit over scatter (mean squares) that makes a mixture worth trying; lower for a slice that was one before. */
const TRY_RATIO = 1.5;
const KEEP_RATIO = 1.2;
/** Smooth misfit below this share of the tolerances stays within the spreads: SVI then says all that the quotes do. */
const LEAST_MISFIT = 0.5;
/** Share of SVI's misfit that the mixture must get below; laxer for a slice that was one before. */
const WIN = 0.5;
const HOLD = 0.8;
const PROBE_ITERATIONS = 6;
const MAX_ITERATIONS = 50;

// Two states of an event with a calm and a wild rest; and a calm and a wild state without an event.
const STARTS = [
  Float64Array.of(0.7, 0.7, -1, -1, 0.7, 0.7, -0.7),
  Float64Array.of(0, -1.5, -0.5, -1, 0.8, 0.1, -0.4),
];

/**
 * Tries a three-state mixture on a slice whose raw SVI misses runs of neighbouring strikes the same way, further than
 * their own scatter. Null where SVI is good enough or the mixture no clear gain.
 */
export function fitMixtureSlice(work: SliceWork): MixtureFit | null {
  const o = work.targets.observations;
  if (!work.ownCurve || o.twoSided < LEAST_QUOTES_MIXTURE) return null;
  const before = work.previous?.model === 'mixture' ? previousCoordinates(work) : null;
  const sviMisfit = misfit(o, sviVols(o, work.x), work.targets.active);
  const ratio = before === null ? TRY_RATIO : KEEP_RATIO;
  if (sviMisfit.smooth < LEAST_MISFIT ** 2 || sviMisfit.total < ratio * sviMisfit.scatter) return null;
  const active = work.targets.active.slice();
  let best = bestOf(o, active, before === null ? STARTS : [before]);
  const vols = mixtureVols(o, best.x);
  if (flagOutliers(o, vols, active)) best = bestOf(o, active, [best.x]);
  const own = misfit(o, mixtureVols(o, best.x), active);
  if (own.total - sviMisfit.scatter > (before === null ? WIN : HOLD) * (sviMisfit.total - sviMisfit.scatter))
    return null;
  const components = mixtureFromCoordinates(best.x, o.scale.w0);
  return { components, smile: mixtureSmile(components, o.scale.years), converged: best.converged, active };
}

function bestOf(
  o: Observations,
  active: Uint8Array,
  starts: readonly Float64Array[],
): { readonly x: Float64Array; readonly converged: boolean } {
  const probes = starts.map((start) => {
    const problem = mixtureProblem(o, active, CENTRE);
    return {
      problem,
      minimum: levenbergMarquardt(problem, start, starts.length > 1 ? PROBE_ITERATIONS : MAX_ITERATIONS),
    };
  });
  const best = probes.reduce((lead, next) => (next.minimum.cost < lead.minimum.cost ? next : lead));
  return starts.length > 1 ? levenbergMarquardt(best.problem, best.minimum.x, MAX_ITERATIONS) : best.minimum;
}

function previousCoordinates(work: SliceWork): Float64Array | null {
  const parameters = work.previous?.parameters ?? {};
  const components = [1, 2, 3].map((j) => ({
    weight: parameters[`weight${j}`] ?? NaN,
    forward: parameters[`forward${j}`] ?? NaN,
    variance: parameters[`variance${j}`] ?? NaN,
  }));
  return mixtureCoordinates(components, work.targets.observations.scale.w0);
}

function mixtureVols(o: Observations, x: Float64Array): Float64Array {
  const smile = mixtureSmile(mixtureFromCoordinates(x, o.scale.w0), o.scale.years);
  return o.z.subarray(0, o.count).map((z) => Math.sqrt(smile.totalVariance(z * o.scale.rootW0) / o.scale.w0));
}

// Mean square of the residuals (its robust half), what of it is scatter between neighbours, and what is a smooth miss.
function misfit(
  o: Observations,
  fitted: Float64Array,
  active: Uint8Array,
): { readonly total: number; readonly scatter: number; readonly smooth: number } {
  const squares: number[] = [];
  for (let i = 0; i < o.count; i++) {
    if (active[i] === 0 || o.kind[i] !== TWO_SIDED) continue;
    squares.push(quoteResidual(TWO_SIDED, fitted[i]!, o.y[i]!, o.inv[i]!) ** 2);
  }
  squares.sort((p, q) => p - q);
  const kept = squares.slice(0, Math.ceil(0.9 * squares.length));
  // Nine tenths of the squares of a normal scatter hold 0.56 of its variance.
  const total = kept.reduce((sum, value) => sum + value, 0) / Math.max(1, 0.56 * squares.length);
  const scatter = quoteNoise(o, fitted) ** 2;
  return { total, scatter, smooth: total - scatter };
}
