import type { RawSvi } from '../svi/raw-svi.ts';
import { LEE_SLOPE, sviButterfly } from '../svi/svi-butterfly.ts';

/**
 * One slice of extended SSVI in wing-slope coordinates: w(k) = (θ + (p₊ − p₋)k + √((p₊ + p₋)²k² + 2θ(p₊ − p₋)k + θ²))/2.
 * The usual ψ = p₊ + p₋ and ρ = (p₊ − p₋)/ψ. Hendriks and Martini, "The extended SSVI volatility surface" (2019).
 */
export interface EssviSlice {
  /** At-the-money-forward total variance, > 0. */
  readonly theta: number;
  /** Slope of total variance in the call wing, in [0, 2]. */
  readonly slopeRight: number;
  /** Slope of total variance in the put wing (as a positive number), in [0, 2]. */
  readonly slopeLeft: number;
}

/** From the literature's (θ, ρ, ψ) with ψ = θφ(θ). */
export function essviFromRhoPsi(theta: number, rho: number, psi: number): EssviSlice {
  return { theta, slopeRight: (psi * (1 + rho)) / 2, slopeLeft: (psi * (1 - rho)) / 2 };
}

/** Total variance of the slice at log-strike k. */
export function essviTotalVariance(slice: EssviSlice, k: number): number {
  const { theta, slopeRight, slopeLeft } = slice;
  const tilt = slopeRight - slopeLeft;
  const sum = slopeRight + slopeLeft;
  const linear = theta + tilt * k;
  // (ψk)² + 2θρψk + θ² = (θ + ρψk)² + (1 − ρ²)(ψk)²: no cancellation in the first form of either sign.
  const root = Math.sqrt(linear * linear + 4 * slopeRight * slopeLeft * k * k);
  if (linear >= 0) return (linear + root) / 2;
  return (2 * slopeRight * slopeLeft * k * k) / (root - linear) + (sum === 0 ? theta : 0);
}

/** The same curve as raw SVI; both wing slopes must be positive. */
export function essviToRawSvi(slice: EssviSlice): RawSvi {
  const { theta, slopeRight, slopeLeft } = slice;
  const psi = slopeRight + slopeLeft;
  const rho = (slopeRight - slopeLeft) / psi;
  const oneMinusRho2 = (4 * slopeRight * slopeLeft) / (psi * psi);
  return {
    a: (theta * oneMinusRho2) / 2,
    b: psi / 2,
    rho,
    m: (-theta * rho) / psi,
    sigma: (theta * Math.sqrt(oneMinusRho2)) / psi,
  };
}

/** Whether the slice is free of butterfly arbitrage by the exact scan, not by a sufficient bound on ψ. */
export function essviButterflyFree(slice: EssviSlice): boolean {
  const { theta, slopeRight, slopeLeft } = slice;
  const psi = slopeRight + slopeLeft;
  const steepest = Math.max(slopeRight, slopeLeft);
  if (steepest > LEE_SLOPE) return false;
  // Gatheral and Jacquier (2012), theorem 4.2: sufficient, and it spares most slices the scan.
  if (2 * steepest < 4 && 2 * psi * steepest <= 4 * theta) return true;
  return sviButterfly(essviToRawSvi(slice)).free;
}
