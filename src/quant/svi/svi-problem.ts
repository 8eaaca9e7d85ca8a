import { type CurveTargets, HUBER, quoteResidual } from '../surface/curve-targets.ts';
import type { LeastSquares } from '../surface/levenberg-marquardt.ts';
import type { Observations, SliceScale } from '../surface/observations.ts';
import { LEE_SLOPE } from './svi-butterfly.ts';
import type { RawSvi } from './raw-svi.ts';

/**
 * Fitting coordinates of raw SVI, in scaled units: x = (ℓ, ln p, ln c, m, ln σ) with ℓ = a + bσ the height above the
 * bend, p = b(1 − ρ) and c = b(1 + ρ) the wing slopes. At the bend only ℓ acts, so the normal matrix stays regular.
 */
export function sviFromCoordinates(x: Float64Array, scale: SliceScale): RawSvi {
  const left = Math.exp(x[1]!);
  const right = Math.exp(x[2]!);
  const sigma = Math.exp(x[4]!);
  const b = (left + right) / 2;
  return {
    a: (x[0]! - b * sigma) * scale.w0,
    b: b * scale.rootW0,
    rho: (right - left) / (right + left),
    m: x[3]! * scale.rootW0,
    sigma: sigma * scale.rootW0,
  };
}

/** Inverse of `sviFromCoordinates`. */
export function sviCoordinates(p: RawSvi, scale: SliceScale): Float64Array {
  const { w0, rootW0 } = scale;
  return Float64Array.of(
    (p.a + p.b * p.sigma) / w0,
    Math.log(Math.max(1e-12, (p.b * (1 - p.rho)) / rootW0)),
    Math.log(Math.max(1e-12, (p.b * (1 + p.rho)) / rootW0)),
    p.m / rootW0,
    Math.log(p.sigma / rootW0),
  );
}

/** Least g the fit aims at where a butterfly was found, and how hard; calendar bounds likewise, in scaled variance. */
const G_AIM = 0.004;
const G_INV = 400;
const CALENDAR_AIM = 2e-4;
const CALENDAR_INV = 2000;
const SLOPE_LIMIT = 0.99 * LEE_SLOPE;

const jac = new Float64Array(5);

// Adds the residual whose row is in `jac`; only the lower half of the matrix is kept up. Unrolled: this is the hot spot.
function addResidual(r: number, weight: number, gradient: Float64Array, matrix: Float64Array): void {
  const j0 = jac[0]!;
  const j1 = jac[1]!;
  const j2 = jac[2]!;
  const j3 = jac[3]!;
  const j4 = jac[4]!;
  const w0 = weight * j0;
  const w1 = weight * j1;
  const w2 = weight * j2;
  const w3 = weight * j3;
  const w4 = weight * j4;
  gradient[0]! += w0 * r;
  gradient[1]! += w1 * r;
  gradient[2]! += w2 * r;
  gradient[3]! += w3 * r;
  gradient[4]! += w4 * r;
  matrix[0]! += w0 * j0;
  matrix[5]! += w1 * j0;
  matrix[6]! += w1 * j1;
  matrix[10]! += w2 * j0;
  matrix[11]! += w2 * j1;
  matrix[12]! += w2 * j2;
  matrix[15]! += w3 * j0;
  matrix[16]! += w3 * j1;
  matrix[17]! += w3 * j2;
  matrix[18]! += w3 * j3;
  matrix[20]! += w4 * j0;
  matrix[21]! += w4 * j1;
  matrix[22]! += w4 * j2;
  matrix[23]! += w4 * j3;
  matrix[24]! += w4 * j4;
}

/** Robust least squares of one raw SVI slice with its butterfly and calendar hinges, analytic derivatives throughout. */
export function sviProblem(targets: CurveTargets, lower: Float64Array, upper: Float64Array): LeastSquares {
  const { scale } = targets.observations;
  return {
    size: 5,
    lower,
    upper,
    normalEquations(x, gradient, matrix) {
      gradient.fill(0);
      matrix.fill(0);
      let cost = quoteCost(targets, x, gradient, matrix);
      if (targets.anchors.z.length > 0) cost += anchorCost(targets, x, gradient, matrix);
      if (targets.butterflyAt.length > 0)
        cost += butterflyCost(targets.butterflyAt, scale.w0, x, gradient, matrix);
      if (targets.calendar.z.length > 0) cost += calendarCost(targets, x, gradient, matrix);
      for (let i = 0; i < 5; i++) for (let j = i + 1; j < 5; j++) matrix[5 * i + j] = matrix[5 * j + i]!;
      return cost;
    },
  };
}

/** The box of the fitting coordinates: wings within Lee's bound, the bend among the quotes and wider than half a strike spacing. */
export function sviBox(o: Observations): [Float64Array, Float64Array] {
  const steepest = Math.log(SLOPE_LIMIT / o.scale.rootW0);
  const flattest = Math.min(steepest - 1, Math.log(1e-4));
  const minSigma = Math.max(0.02, o.spacing / 2);
  return [
    Float64Array.of(1e-4, flattest, flattest, o.z[0]! - 0.5, Math.log(minSigma)),
    Float64Array.of(1e4, steepest, steepest, o.z[o.count - 1]! + 0.5, Math.log(Math.max(4, 2 * minSigma))),
  ];
}

function quoteCost(
  targets: CurveTargets,
  x: Float64Array,
  gradient: Float64Array,
  matrix: Float64Array,
): number {
  const { count, kind, z, y, inv } = targets.observations;
  const { active } = targets;
  const level = x[0]!;
  const left = Math.exp(x[1]!);
  const right = Math.exp(x[2]!);
  const m = x[3]!;
  const sigma = Math.exp(x[4]!);
  const b = (left + right) / 2;
  const tilt = (right - left) / 2;
  let cost = 0;
  for (let i = 0; i < count; i++) {
    if (active[i] === 0) continue;
    const dx = z[i]! - m;
    const root = Math.sqrt(dx * dx + sigma * sigma);
    const rise = root - sigma;
    const w = level + tilt * dx + b * rise;
    if (!(w > 1e-6)) return Infinity;
    const vol = Math.sqrt(w);
    const r = quoteResidual(kind[i]!, vol, y[i]!, inv[i]!);
    if (r === 0) continue;
    const size = Math.abs(r);
    const weight = size > HUBER ? HUBER / size : 1;
    cost += size > HUBER ? HUBER * (size - HUBER / 2) : (r * r) / 2;
    const d = inv[i]! / (2 * vol);
    jac[0] = d;
    jac[1] = (d * left * (rise - dx)) / 2;
    jac[2] = (d * right * (rise + dx)) / 2;
    jac[3] = -d * (tilt + (b * dx) / root);
    jac[4] = (-d * b * sigma * rise) / root;
    addResidual(r, weight, gradient, matrix);
  }
  return cost;
}

// Value at z, with dw̃/dx left in `jac`.
function varianceAt(x: Float64Array, z: number): number {
  const left = Math.exp(x[1]!);
  const right = Math.exp(x[2]!);
  const sigma = Math.exp(x[4]!);
  const b = (left + right) / 2;
  const tilt = (right - left) / 2;
  const dx = z - x[3]!;
  const root = Math.sqrt(dx * dx + sigma * sigma);
  const rise = root - sigma;
  jac[0] = 1;
  jac[1] = (left * (rise - dx)) / 2;
  jac[2] = (right * (rise + dx)) / 2;
  jac[3] = -(tilt + (b * dx) / root);
  jac[4] = (-b * sigma * rise) / root;
  return x[0]! + tilt * dx + b * rise;
}

function anchorCost(
  targets: CurveTargets,
  x: Float64Array,
  gradient: Float64Array,
  matrix: Float64Array,
): number {
  const { z, y, inv } = targets.anchors;
  let cost = 0;
  for (let i = 0; i < z.length; i++) {
    const w = varianceAt(x, z[i]!);
    if (!(w > 1e-6)) return Infinity;
    const vol = Math.sqrt(w);
    const r = (vol - y[i]!) * inv[i]!;
    cost += (r * r) / 2;
    const d = inv[i]! / (2 * vol);
    for (let j = 0; j < 5; j++) jac[j]! *= d;
    addResidual(r, 1, gradient, matrix);
  }
  return cost;
}

function calendarCost(
  targets: CurveTargets,
  x: Float64Array,
  gradient: Float64Array,
  matrix: Float64Array,
): number {
  const { z, w: bound, sign } = targets.calendar;
  let cost = 0;
  for (let i = 0; i < z.length; i++) {
    const w = varianceAt(x, z[i]!);
    const r = CALENDAR_INV * (CALENDAR_AIM - sign[i]! * (w - bound[i]!));
    if (r <= 0) continue;
    cost += (r * r) / 2;
    const d = -CALENDAR_INV * sign[i]!;
    for (let j = 0; j < 5; j++) jac[j]! *= d;
    addResidual(r, 1, gradient, matrix);
  }
  return cost;
}

function butterflyCost(
  points: readonly number[],
  w0: number,
  x: Float64Array,
  gradient: Float64Array,
  matrix: Float64Array,
): number {
  const left = Math.exp(x[1]!);
  const right = Math.exp(x[2]!);
  const sigma = Math.exp(x[4]!);
  const b = (left + right) / 2;
  const s2 = sigma * sigma;
  let cost = 0;
  for (const z of points) {
    const w = varianceAt(x, z);
    if (!(w > 1e-6)) return Infinity;
    const dx = z - x[3]!;
    const r2 = dx * dx + s2;
    const root = Math.sqrt(r2);
    const bend = dx / root;
    const dw = (right - left) / 2 + b * bend;
    const curve = s2 / (r2 * root);
    const tangent = 1 - (z * dw) / (2 * w);
    const g = tangent * tangent - (dw * dw * (1 / w + w0 / 4)) / 4 + (b * curve) / 2;
    const r = G_INV * (G_AIM - g);
    if (r <= 0) continue;
    cost += (r * r) / 2;
    const byW = (tangent * z * dw) / (w * w) + (dw * dw) / (4 * w * w);
    const byDw = (-tangent * z) / w - (dw * (1 / w + w0 / 4)) / 2;
    jac[0] = byW * jac[0]!;
    jac[1] = byW * jac[1]! + (byDw * left * (bend - 1)) / 2 + (left * curve) / 4;
    jac[2] = byW * jac[2]! + (byDw * right * (bend + 1)) / 2 + (right * curve) / 4;
    jac[3] = byW * jac[3]! - byDw * b * curve + (b * curve * 3 * dx) / (2 * r2);
    jac[4] = byW * jac[4]! - (byDw * b * s2 * dx) / (r2 * root) + (b * curve * (2 - (3 * s2) / r2)) / 2;
    for (let j = 0; j < 5; j++) jac[j]! *= -G_INV;
    addResidual(r, 1, gradient, matrix);
  }
  return cost;
}
