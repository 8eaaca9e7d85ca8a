import { type EssviSlice, essviToRawSvi, essviTotalVariance } from '../essvi/essvi-slice.ts';
import { sviBox, sviCoordinates } from '../svi/svi-problem.ts';
import type { Anchors, CurveTargets } from './curve-targets.ts';
import { type Observations, TWO_SIDED } from './observations.ts';
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
  /** Scatter of the mids about any smooth curve, in units of their own tolerances. */
  readonly noise: number;
  converged: boolean;
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
  const noise = quoteNoise(observations, backbone);
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
    noise,
    converged: true,
    note: ownCurve
      ? null
      : 'too few quotes for a curve of its own: the smile takes its wings from the neighbouring expiries',
  };
}

const BEYOND = [0.75, 1.75, 3.5, 7];
const INSIDE = [-2, -1, 0, 1, 2];

// Beyond the last quotes the backbone holds the wings; between them it is felt only where quotes are very few.
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
  const { w0, rootW0 } = o.scale;
  const y = points.map(([z]) => Math.sqrt(essviTotalVariance(backbone, z * rootW0) / w0));
  return {
    z: points.map(([z]) => z),
    y,
    inv: points.map(([, tolerance], i) => noise / (tolerance * y[i]!)),
  };
}

// Scatter of the mids in units of their own tolerances, from neighbouring differences: a curve that misses smoothly does
// not count. Quotes that are better than their spreads say need less of the backbone's help.
function quoteNoise(o: Observations, backbone: EssviSlice): number {
  const { w0, rootW0 } = o.scale;
  const jumps: number[] = [];
  let before = NaN;
  for (let i = 0; i < o.count; i++) {
    if (o.kind[i] !== TWO_SIDED) continue;
    const miss = (o.y[i]! - Math.sqrt(essviTotalVariance(backbone, o.z[i]! * rootW0) / w0)) * o.inv[i]!;
    if (!Number.isNaN(before)) jumps.push(Math.abs(miss - before));
    before = miss;
  }
  jumps.sort((p, q) => p - q);
  return Math.min(1, Math.max(0.02, 1.05 * (jumps[jumps.length >> 1] ?? 1)));
}
