import { millsRatio } from '../black/mills-ratio.ts';
import { normalCdf, normalPdf } from '../special/normal.ts';
import { ASK_ONLY, BID_ONLY, type Observations } from '../surface/observations.ts';
import { HUBER } from '../surface/curve-targets.ts';
import type { LeastSquares } from '../surface/levenberg-marquardt.ts';
import type { MixtureComponent } from './mixture-smile.ts';

/** Components of a fitted mixture. */
export const COMPONENTS = 3;
/**
 * Fitting coordinates: two logits of weights (the last is 0), three ln(variance/w0), two log-forwards over √w0
 * relative to the last component's, all dimensionless.
 */
export const COORDINATES = 7;

/** The components behind fitting coordinates: weights sum to one and the weighted forwards too. */
export function mixtureFromCoordinates(x: Float64Array, w0: number): readonly MixtureComponent[] {
  const odds = [Math.exp(x[0]!), Math.exp(x[1]!), 1];
  const mass = odds[0]! + odds[1]! + 1;
  const rootW0 = Math.sqrt(w0);
  const raw = [Math.exp(x[5]! * rootW0), Math.exp(x[6]! * rootW0), 1];
  const mean = odds.reduce((sum, o, j) => sum + (o / mass) * raw[j]!, 0);
  return odds.map((o, j) => ({
    weight: o / mass,
    forward: raw[j]! / mean,
    variance: w0 * Math.exp(x[2 + j]!),
  }));
}

/** Inverse of `mixtureFromCoordinates` for three components. */
export function mixtureCoordinates(components: readonly MixtureComponent[], w0: number): Float64Array | null {
  const [a, b, c] = components;
  if (a === undefined || b === undefined || c === undefined || components.length !== COMPONENTS) return null;
  const rootW0 = Math.sqrt(w0);
  const x = Float64Array.of(
    Math.log(a.weight / c.weight),
    Math.log(b.weight / c.weight),
    Math.log(a.variance / w0),
    Math.log(b.variance / w0),
    Math.log(c.variance / w0),
    Math.log(a.forward / c.forward) / rootW0,
    Math.log(b.forward / c.forward) / rootW0,
  );
  return x.every(Number.isFinite) ? x : null;
}

const LOWER = Float64Array.of(-4, -4, -4, -4, -4, -3, -3);
const UPPER = Float64Array.of(4, 4, 2.5, 2.5, 2.5, 3, 3);
const PRIOR_INV = 0.15;

const INV_SQRT_2PI = 0.3989422804014327;
const jac = new Float64Array(COORDINATES);

interface State {
  readonly weight: number;
  readonly forward: number;
  readonly logForward: number;
  readonly s: number;
}

/** What the quotes say in premium: price at the quoted vol and vega there, both over the forward. */
interface PremiumQuotes {
  readonly k: Float64Array;
  readonly strike: Float64Array;
  readonly price: Float64Array;
  /** Reciprocal tolerance per unit of premium. */
  readonly inv: Float64Array;
}

function premiumQuotes(o: Observations): PremiumQuotes {
  const { w0, rootW0 } = o.scale;
  const k = o.z.subarray(0, o.count).map((z) => z * rootW0);
  const strike = k.map(Math.exp);
  const price = new Float64Array(o.count);
  const inv = new Float64Array(o.count);
  for (let i = 0; i < o.count; i++) {
    const s = o.y[i]! * Math.sqrt(w0);
    const d1 = -k[i]! / s + s / 2;
    const sign = k[i]! >= 0 ? 1 : -1;
    price[i] = sign * (normalCdf(sign * d1) - strike[i]! * normalCdf(sign * (d1 - s)));
    // d(premium)/d(scaled vol) = n(d₁)·√w0; a floor keeps hopelessly far strikes from counting infinitely.
    inv[i] = o.inv[i]! / (Math.max(1e-8, normalPdf(d1)) * rootW0);
  }
  return { k, strike, price, inv };
}

/**
 * Robust least squares of a three-component mixture in premium space, each premium weighted by tolerance × vega, so that a
 * residual is one of vol to first order. A weak pull to `centre` keeps coordinates that the quotes cannot see.
 */
export function mixtureProblem(o: Observations, active: Uint8Array, centre: Float64Array): LeastSquares {
  const quotes = premiumQuotes(o);
  return {
    size: COORDINATES,
    lower: LOWER,
    upper: UPPER,
    normalEquations(x, gradient, matrix) {
      gradient.fill(0);
      matrix.fill(0);
      const states = mixtureFromCoordinates(x, o.scale.w0).map((c) => ({
        weight: c.weight,
        forward: c.forward,
        logForward: Math.log(c.forward),
        s: Math.sqrt(c.variance),
      }));
      let cost = 0;
      for (let i = 0; i < o.count; i++) {
        if (active[i] === 0) continue;
        const value = valueAndDerivatives(states, quotes.k[i]!, quotes.strike[i]!, o.scale.rootW0);
        const r = bounded(o.kind[i]!, (value - quotes.price[i]!) * quotes.inv[i]!);
        if (r === 0) continue;
        const size = Math.abs(r);
        const weight = size > HUBER ? HUBER / size : 1;
        cost += size > HUBER ? HUBER * (size - HUBER / 2) : (r * r) / 2;
        for (let a = 0; a < COORDINATES; a++) jac[a]! *= quotes.inv[i]!;
        for (let a = 0; a < COORDINATES; a++) {
          const wj = weight * jac[a]!;
          gradient[a]! += wj * r;
          for (let b = 0; b <= a; b++) matrix[a * COORDINATES + b]! += wj * jac[b]!;
        }
      }
      for (let a = 0; a < COORDINATES; a++) {
        const r = (x[a]! - centre[a]!) * PRIOR_INV;
        cost += (r * r) / 2;
        gradient[a]! += r * PRIOR_INV;
        matrix[a * (COORDINATES + 1)]! += PRIOR_INV * PRIOR_INV;
        for (let b = a + 1; b < COORDINATES; b++) matrix[a * COORDINATES + b] = matrix[b * COORDINATES + a]!;
      }
      return cost;
    },
  };
}

function bounded(kind: number, residual: number): number {
  if (kind === ASK_ONLY) return Math.max(0, residual);
  if (kind === BID_ONLY) return Math.min(0, residual);
  return residual;
}

const values = new Float64Array(COMPONENTS);
const deltas = new Float64Array(COMPONENTS);

// Φ(x) out of the density already at hand, by Mills' ratio.
function cdf(x: number, pdf: number): number {
  return x <= 0 ? pdf * millsRatio(-x) : 1 - pdf * millsRatio(x);
}

// The mixture's out-of-the-money premium at one strike; leaves its derivatives in the fitting coordinates in `jac`.
function valueAndDerivatives(c: readonly State[], k: number, strike: number, rootW0: number): number {
  const sign = k >= 0 ? 1 : -1;
  let total = 0;
  let spread = 0;
  for (let j = 0; j < COMPONENTS; j++) {
    const { weight, forward, logForward, s } = c[j]!;
    const d1 = (logForward - k) / s + s / 2;
    const pdf = INV_SQRT_2PI * Math.exp((-d1 * d1) / 2);
    const own = sign * forward * cdf(sign * d1, pdf);
    values[j] = own - sign * strike * cdf(sign * (d1 - s), (pdf * forward) / strike);
    deltas[j] = own;
    total += weight * values[j]!;
    spread += weight * own;
    jac[2 + j] = (weight * forward * pdf * s) / 2;
  }
  for (let l = 0; l < 2; l++) {
    const { weight, forward } = c[l]!;
    jac[l] = weight * (values[l]! - total - (forward - 1) * spread);
    jac[5 + l] = weight * rootW0 * (deltas[l]! - forward * spread);
  }
  return total;
}
