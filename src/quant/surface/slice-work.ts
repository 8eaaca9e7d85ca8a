import { type EssviSlice, essviToRawSvi, essviTotalVariance } from '../essvi/essvi-slice.ts';
import { sviBox, sviCoordinates } from '../svi/svi-problem.ts';
import type { Anchors, CurveTargets } from './curve-targets.ts';
import type { Observations } from './observations.ts';
import { quoteNoise } from './quote-noise.ts';
import type { SliceFit } from './slice-fit.ts';

/** One expiry on its way from quotes to a fit: the steps of `fitSurface` fill it in. */
export interface SliceWork {
  /** Position in the caller's list. */
  readonly index: number;
  readonly targets: CurveTargets;
  readonly previous: SliceFit | null;
  /** Enough quotes for a curve of its own; otherwise the backbone's slice stands. */
  readonly ownCurve: boolean;
  readonly backbone: EssviSlice;
  /** The backbone's slice in the coordinates of `x`: free of arbitrage, the place to fall back to. */
  readonly haven: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Raw SVI in fitting coordinates, see svi-problem.ts. */
  x: Float64Array;
  converged: boolean;
  /** How much the slice's curve counts where it disagrees with its neighbours, 1 unless it misses its own quotes. */
  voice: number;
  /** A mixture was clearly better but cannot stand between the neighbours without arbitrage. */
  refusedMixture: boolean;
  note: string | null;
}

/** Opens the work on one expiry at its backbone slice. */
export function openSliceWork(
  index: number,
  targets: CurveTargets,
  backbone: EssviSlice,
  ownCurve: boolean,
  previous: SliceFit | null,
): SliceWork {
  const { observations } = targets;
  const haven = sviCoordinates(essviToRawSvi(backbone), observations.scale);
  const [lower, upper] = sviBox(observations);
  const vols = observations.z
    .subarray(0, observations.count)
    .map((z) => scaledVol(backbone, z, observations));
  const noise = Math.max(LEAST_NOISE, quoteNoise(observations, vols));
  return {
    index,
    targets: {
      ...targets,
      anchors: ownCurve ? wingAnchors(observations, backbone, noise) : fullAnchors(observations, backbone),
    },
    previous,
    ownCurve,
    backbone,
    haven,
    lower: lower.map((value, i) => Math.min(value, haven[i]!)),
    upper: upper.map((value, i) => Math.max(value, haven[i]!)),
    x: haven,
    converged: true,
    voice: 1,
    refusedMixture: false,
    note: ownCurve
      ? null
      : 'too few quotes for a curve of its own: the smile takes its wings from the neighbouring expiries',
  };
}

/** Even perfect quotes say little about what lies beyond them. */
const LEAST_NOISE = 0.3;
const BEYOND = [0.75, 1.75, 3.5, 7];
const INSIDE = [-2, -1, 0, 1, 2];

// Beyond the last quotes the backbone holds the wings; between them it is felt only where quotes are very few. Its
// tolerance does not widen with the distance as that of quotes does: widened, it let far strikes tilt the smile, and six
// to eleven of a hundred SPX quotes within two deviations fell outside their spreads (2025-08-29 and 2026-08-05).
function wingAnchors(o: Observations, backbone: EssviSlice, noise: number): Anchors {
  const points: [number, number][] = INSIDE.map((z) => [z, 0.15]);
  for (const distance of BEYOND) {
    points.push([o.z[0]! - distance, 0.04 + 0.02 * distance]);
    points.push([o.z[o.count - 1]! + distance, 0.04 + 0.02 * distance]);
  }
  return anchorsAt(points, o, backbone, noise);
}

function fullAnchors(o: Observations, backbone: EssviSlice): Anchors {
  return anchorsAt(
    [-7, -4, -2.5, -1.5, -0.75, 0, 0.75, 1.5, 2.5, 4, 7].map((z) => [z, 0.02]),
    o,
    backbone,
    1,
  );
}

function anchorsAt(
  points: readonly (readonly [number, number])[],
  o: Observations,
  backbone: EssviSlice,
  noise: number,
): Anchors {
  const y = points.map(([z]) => scaledVol(backbone, z, o));
  return {
    z: points.map(([z]) => z),
    y,
    inv: points.map(([, tolerance], i) => noise / (tolerance * y[i]!)),
  };
}

function scaledVol(slice: EssviSlice, z: number, o: Observations): number {
  return Math.sqrt(essviTotalVariance(slice, z * o.scale.rootW0) / o.scale.w0);
}
