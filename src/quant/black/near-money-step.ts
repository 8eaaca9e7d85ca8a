import { millsSlope } from './mills-ratio.ts';
import { stdDevStep } from './std-dev-step.ts';

const INV_SQRT_2PI = 0.3989422804014327;

/**
 * The one step of the near-the-money scheme: a third-order Householder step on ln(s·φ(z)·(a(z) − t²κ)) − ln(scaled), in the
 * notation of short-dated.ts. From a start within 1e-5 it ends at the rounding of its residual.
 * @param m |ln(F/K)|
 * @param scaled as in `nearMoneyStart`
 * @param s the start
 * @param lift as in `nearMoneyStart`
 * @param correction κ(m²/4, s²/4)
 */
export function nearMoneyStep(
  m: number,
  scaled: number,
  s: number,
  lift: number,
  correction: number,
): number {
  const t2 = 0.25 * s * s;
  const z = m / s;
  const z2 = z * z;
  const factor = millsSlope(z) - t2 * correction;
  const residual = Math.log((INV_SQRT_2PI * s * factor) / scaled) + (lift - 0.5 * z2);
  // b/(s·b′) = (a − t²κ)·exp(t²/2)·sinh(y)/y
  const inverse = factor * expOf(0.5 * t2) * sinhOver(0.25 * m * m);
  return s + s * stdDevStep(residual, inverse, z2, t2);
}

/** exp(x) for 0 ≤ x ≤ ¼, to 1e-12. */
function expOf(x: number): number {
  const c = 1 / 120 + x * (1 / 720 + x * (1 / 5040 + x * (1 / 40320 + x * 2.8e-6)));
  return 1 + x * (1 + x * (1 / 2 + x * (1 / 6 + x * (1 / 24 + x * c))));
}

/** sinh(y)/y as a function of y² ≤ 1, to 1e-12. */
function sinhOver(y2: number): number {
  const c = 1 / 362880 + y2 * (1 / 39916800 + y2 * 1.65e-10);
  return 1 + y2 * (1 / 6 + y2 * (1 / 120 + y2 * (1 / 5040 + y2 * c)));
}
