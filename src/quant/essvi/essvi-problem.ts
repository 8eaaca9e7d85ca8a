import { type CurveTargets, HUBER, quoteResidual } from '../surface/curve-targets.ts';
import type { LeastSquares } from '../surface/levenberg-marquardt.ts';

/** A pull of (ln θ̃, ln p̃₋, ln p̃₊) to `centre`, each with its own reciprocal tolerance. */
export interface EssviPrior {
  readonly centre: Float64Array;
  readonly inv: Float64Array;
}

const WIDE_LOWER = Float64Array.of(Math.log(0.02), Math.log(1e-4), Math.log(1e-4));
const WIDE_UPPER = Float64Array.of(Math.log(50), Math.log(20), Math.log(20));

/**
 * Least squares of one eSSVI slice in x = (ln θ̃, ln p̃₋, ln p̃₊), scaled units (θ̃ = θ/w0, p̃ = p/√w0), with Huber loss on
 * quotes. The box is narrowed by `lower` and `upper` where neighbours or Lee's bound ask for it.
 */
export function essviProblem(
  targets: CurveTargets,
  prior: EssviPrior,
  lower: Float64Array = WIDE_LOWER,
  upper: Float64Array = WIDE_UPPER,
): LeastSquares {
  return {
    size: 3,
    lower,
    upper,
    normalEquations(x, gradient, matrix) {
      gradient.fill(0);
      matrix.fill(0);
      let cost = quoteCost(targets, x, gradient, matrix);
      for (let j = 0; j < 3; j++) {
        const r = (x[j]! - prior.centre[j]!) * prior.inv[j]!;
        cost += (r * r) / 2;
        gradient[j]! += r * prior.inv[j]!;
        matrix[4 * j]! += prior.inv[j]! * prior.inv[j]!;
      }
      return cost;
    },
  };
}

function quoteCost(
  targets: CurveTargets,
  x: Float64Array,
  gradient: Float64Array,
  matrix: Float64Array,
): number {
  const { count, kind, z, y, inv } = targets.observations;
  const { active } = targets;
  const theta = Math.exp(x[0]!);
  const left = Math.exp(x[1]!);
  const right = Math.exp(x[2]!);
  const tilt = right - left;
  let cost = 0;
  for (let i = 0; i < count; i++) {
    if (active[i] === 0) continue;
    const zi = z[i]!;
    const linear = theta + tilt * zi;
    const root = Math.sqrt(linear * linear + 4 * left * right * zi * zi);
    const w = (linear + root) / 2;
    if (!(w > 0)) return Infinity;
    const vol = Math.sqrt(w);
    const r = quoteResidual(kind[i]!, vol, y[i]!, inv[i]!);
    if (r === 0) continue;
    const size = Math.abs(r);
    const weight = size > HUBER ? HUBER / size : 1;
    cost += size > HUBER ? HUBER * (size - HUBER / 2) : (r * r) / 2;
    // d(vol)/dw times the reciprocal tolerance; the half belongs to w.
    const d = inv[i]! / (4 * vol);
    const j0 = d * theta * (1 + linear / root);
    const j1 = d * left * (-zi + (-linear * zi + 2 * right * zi * zi) / root);
    const j2 = d * right * (zi + (linear * zi + 2 * left * zi * zi) / root);
    const w0 = weight * j0;
    const w1 = weight * j1;
    const w2 = weight * j2;
    gradient[0]! += w0 * r;
    gradient[1]! += w1 * r;
    gradient[2]! += w2 * r;
    matrix[0]! += w0 * j0;
    matrix[3]! += w1 * j0;
    matrix[4]! += w1 * j1;
    matrix[6]! += w2 * j0;
    matrix[7]! += w2 * j1;
    matrix[8]! += w2 * j2;
  }
  matrix[1] = matrix[3]!;
  matrix[2] = matrix[6]!;
  matrix[5] = matrix[7]!;
  return cost;
}
