import type { RawSvi } from './raw-svi.ts';

/** What the butterfly test of one raw SVI slice found. */
export interface SviButterfly {
  /** True when no butterfly spread of any strikes has a negative price. */
  readonly free: boolean;
  /** Least value of Durrleman's g over all log-strikes, its two limits at infinity included. */
  readonly minG: number;
  /** Log-strike of that least value; ±Infinity where it is a limit. */
  readonly kMinG: number;
  /** Both wing slopes at most 2, Lee's bound for finite forward and put moments. */
  readonly leeFree: boolean;
}

/** Lee's bound on the slope of total variance in log-strike. */
export const LEE_SLOPE = 2;

const STEPS = 240;
const REACH = 12;
const STEP = (2 * REACH) / STEPS;
/** A local minimum of the grid this far above the least so far cannot become the least by refinement. */
const REFINE_WITHIN = 0.2;

// The grid of the scan in bend widths: sinh of equal steps.
const NODES = Float64Array.from({ length: STEPS + 3 }, (_, i) => Math.sinh(-REACH + (i - 1) * STEP));

// g = G1 + G2/(2σ) in scaled log-strike l = k/σ with N(l) = w/σ: G1 and G2 do not depend on the width.
// `halfWidth` is 1/(2σ), `l` lies x bend widths from the bend.
function scaledG(alpha: number, b: number, rho: number, mu: number, halfWidth: number, x: number): number {
  const r2 = x * x + 1;
  const root = Math.sqrt(r2);
  const n = alpha + b * (rho * x + root);
  const dn = b * (rho + x / root);
  const tangent = 1 - ((mu + x) * dn) / (2 * n);
  return tangent * tangent - (dn * dn) / 16 + (b / (r2 * root) - (dn * dn) / (2 * n)) * halfWidth;
}

/**
 * Exact butterfly test of a raw SVI slice: Durrleman's g on a sinh-spaced grid from the bend far into both wings,
 * every local minimum refined, plus the limits (4 − slope²)/16 at infinity.
 */
export function sviButterfly(p: RawSvi): SviButterfly {
  const { b, rho, sigma } = p;
  const alpha = p.a / sigma;
  const mu = p.m / sigma;
  const halfWidth = 1 / (2 * sigma);
  const left = b * (1 - rho);
  const right = b * (1 + rho);
  let minG = (4 - left * left) / 16;
  let kMinG = -Infinity;
  if ((4 - right * right) / 16 < minG) {
    minG = (4 - right * right) / 16;
    kMinG = Infinity;
  }
  let before = Infinity;
  let here = scaledG(alpha, b, rho, mu, halfWidth, NODES[1]!);
  for (let i = 1; i <= STEPS + 1; i++) {
    const after = scaledG(alpha, b, rho, mu, halfWidth, NODES[i + 1]!);
    if (here <= before && here <= after && here < minG + REFINE_WITHIN) {
      const x = goldenMinimum(
        (at) => scaledG(alpha, b, rho, mu, halfWidth, at),
        NODES[i - 1]!,
        NODES[i + 1]!,
      );
      const value = scaledG(alpha, b, rho, mu, halfWidth, x);
      if (value < minG) {
        minG = value;
        kMinG = p.m + sigma * x;
      }
    }
    before = here;
    here = after;
  }
  const leeFree = left <= LEE_SLOPE && right <= LEE_SLOPE;
  return { free: leeFree && minG >= 0, minG, kMinG, leeFree };
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

function goldenMinimum(f: (t: number) => number, from: number, to: number): number {
  let lo = from;
  let hi = to;
  let x1 = hi - GOLDEN * (hi - lo);
  let x2 = lo + GOLDEN * (hi - lo);
  let f1 = f(x1);
  let f2 = f(x2);
  for (let i = 0; i < 40; i++) {
    if (f1 <= f2) {
      hi = x2;
      x2 = x1;
      f2 = f1;
      x1 = hi - GOLDEN * (hi - lo);
      f1 = f(x1);
    } else {
      lo = x1;
      x1 = x2;
      f1 = f2;
      x2 = lo + GOLDEN * (hi - lo);
      f2 = f(x2);
    }
  }
  return (lo + hi) / 2;
}

/**
 * The nearest slice of the same shape (a/σ, b, ρ, m/σ) that is free of butterflies: width, level and bend position
 * grow together. Returns `p` itself when it is free already, null when no width helps (wings too steep or d₁ not
 * monotone). Each round widens to −G₂/(2G₁) at the worst log-strike of the last, Martini and Mingone (2020).
 */
export function widenToButterflyFree(p: RawSvi): RawSvi | null {
  let wide = p;
  for (let round = 0; round < 40; round++) {
    const test = sviButterfly(wide);
    if (test.free) return wide;
    if (!test.leeFree || !Number.isFinite(test.kMinG)) return null;
    const needed = neededSigma(p, test.kMinG / wide.sigma);
    if (!Number.isFinite(needed)) return null;
    const scale = Math.max(needed, wide.sigma) / p.sigma + 1e-10;
    wide = { a: p.a * scale, b: p.b, rho: p.rho, m: p.m * scale, sigma: p.sigma * scale };
  }
  return null;
}

// −G₂/(2G₁) at scaled log-strike l: the width at which g vanishes there; Infinity where d₁ is not monotone.
function neededSigma(p: RawSvi, l: number): number {
  const g1 = scaledG(p.a / p.sigma, p.b, p.rho, p.m / p.sigma, 0, l - p.m / p.sigma);
  const g2 = scaledG(p.a / p.sigma, p.b, p.rho, p.m / p.sigma, 1, l - p.m / p.sigma) - g1;
  return g1 > 0 ? -g2 / (2 * g1) : Infinity;
}
