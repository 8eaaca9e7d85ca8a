import { assert } from '#base/assert.ts';
import type { Smile, VarianceJet } from '../smile.ts';

/**
 * Raw SVI parameters of one slice: w(k) = a + b(ρ(k − m) + √((k − m)² + σ²)), k = ln(K/F), w = total variance.
 * `a` may be negative; w > 0 needs a + bσ√(1 − ρ²) > 0. Gatheral and Jacquier, "Arbitrage-free SVI volatility
 * surfaces" (2012), eq. (3.1).
 */
export interface RawSvi {
  /** Level of total variance, dimensionless, any sign. */
  readonly a: number;
  /** Half the sum of the two wing slopes, ≥ 0. */
  readonly b: number;
  /** Tilt of the wings, in (−1, 1); negative means the put wing is the steeper one. */
  readonly rho: number;
  /** Log-strike of the bend. */
  readonly m: number;
  /** Width of the bend in log-strike, > 0. */
  readonly sigma: number;
}

/** Why five numbers are not a raw SVI slice of positive total variance. */
export type RawSviDefect =
  | 'not finite'
  | 'b negative'
  | 'rho outside (-1, 1)'
  | 'sigma not positive'
  | 'variance not positive';

/** The first condition that `p` breaks, or null for a slice with positive total variance everywhere. */
export function rawSviDefect(p: RawSvi): RawSviDefect | null {
  if (![p.a, p.b, p.rho, p.m, p.sigma].every(Number.isFinite)) return 'not finite';
  if (p.b < 0) return 'b negative';
  if (Math.abs(p.rho) >= 1) return 'rho outside (-1, 1)';
  if (p.sigma <= 0) return 'sigma not positive';
  return sviMinVariance(p) > 0 ? null : 'variance not positive';
}

/** Lowest total variance of the slice over all log-strikes: a + bσ√(1 − ρ²). */
export function sviMinVariance(p: RawSvi): number {
  return p.a + p.b * p.sigma * Math.sqrt((1 - p.rho) * (1 + p.rho));
}

/** Total variance at log-strike k; throws on parameters that are no slice (see `rawSviDefect`) and on a non-finite k. */
export function sviTotalVariance(p: RawSvi, k: number): number {
  const defect = rawSviDefect(p);
  assert(defect === null, `raw SVI ${defect ?? ''}: ${JSON.stringify(p)}`);
  assert(Number.isFinite(k), `log-strike was ${k}`);
  return sviTotalVarianceUnchecked(p, k);
}

/** Total variance at log-strike k for inner loops: nothing is validated. */
export function sviTotalVarianceUnchecked(p: RawSvi, k: number): number {
  const x = k - p.m;
  const tilt = p.rho * x;
  const s2 = p.sigma * p.sigma;
  const root = Math.sqrt(x * x + s2);
  // On the flatter wing ρx and the root cancel; their product form does not.
  const bend = tilt >= 0 ? tilt + root : ((1 - p.rho) * (1 + p.rho) * x * x + s2) / (root - tilt);
  return p.a + p.b * bend;
}

/** Total variance with first and second derivative in k; nothing is validated. */
export function sviJet(p: RawSvi, k: number): VarianceJet {
  const x = k - p.m;
  const s2 = p.sigma * p.sigma;
  const r2 = x * x + s2;
  const root = Math.sqrt(r2);
  return {
    w: sviTotalVarianceUnchecked(p, k),
    dw: p.b * (p.rho + x / root),
    d2w: (p.b * s2) / (r2 * root),
  };
}

/** The slice as a smile of the given time to expiry (ACT/365F years, > 0); throws on parameters that are no slice. */
export function rawSviSmile(params: RawSvi, years: number): Smile {
  const defect = rawSviDefect(params);
  assert(defect === null, `raw SVI ${defect ?? ''}: ${JSON.stringify(params)}`);
  assert(years > 0 && Number.isFinite(years), `years was ${years}`);
  const p = { ...params };
  return { years, totalVariance: (k) => sviTotalVarianceUnchecked(p, k), jet: (k) => sviJet(p, k) };
}
