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
  const { count, kind, z, y, inv } = targets.observations;
  const { active } = targets;
  return {
    size: 3,
    lower,
    upper,
    normalEquations(x, gradient, matrix) {
      const theta = Math.exp(x[0]!);
      const left = Math.exp(x[1]!);
      const right = Math.exp(x[2]!);
      const tilt = right - left;
      const sum = right + left;
      let cost = 0;
      let g0 = 0;
      let g1 = 0;
      let g2 = 0;
      let h00 = 0;
      let h01 = 0;
      let h02 = 0;
      let h11 = 0;
      let h12 = 0;
      let h22 = 0;
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
        const j0 = d * theta * (1 + (linear - 0) / root);
        const j1 = d * left * (-zi + (-linear * zi + 2 * right * zi * zi) / root);
        const j2 = d * right * (zi + (linear * zi + 2 * left * zi * zi) / root);
        const wr = weight * r;
        g0 += wr * j0;
        g1 += wr * j1;
        g2 += wr * j2;
        h00 += weight * j0 * j0;
        h01 += weight * j0 * j1;
        h02 += weight * j0 * j2;
        h11 += weight * j1 * j1;
        h12 += weight * j1 * j2;
        h22 += weight * j2 * j2;
      }
      gradient[0] = g0;
      gradient[1] = g1;
      gradient[2] = g2;
      matrix.set([h00, h01, h02, h01, h11, h12, h02, h12, h22]);
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
