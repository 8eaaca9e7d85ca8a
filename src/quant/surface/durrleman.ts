import type { VarianceJet } from '../smile.ts';

const INV_SQRT_2PI = 0.3989422804014327;

/**
 * Durrleman's function g at log-strike k, dimensionless: a slice is free of butterfly arbitrage iff g ≥ 0 everywhere
 * and d₁ → −∞ as k → ∞. Gatheral and Jacquier (2012), eq. (2.1).
 */
export function durrlemanG(k: number, jet: VarianceJet): number {
  const { w, dw, d2w } = jet;
  const tangent = 1 - (k * dw) / (2 * w);
  return tangent * tangent - (dw * dw * (1 / w + 0.25)) / 4 + d2w / 2;
}

/**
 * Risk-neutral density of ln(S_T/F) at k, per unit of log-strike: g(k)·n(d₂)/√w.
 * Negative where the slice admits butterfly arbitrage. Gatheral and Jacquier (2012), section 2.2.
 */
export function logReturnDensity(k: number, jet: VarianceJet): number {
  const root = Math.sqrt(jet.w);
  const d2 = -k / root - root / 2;
  return (durrlemanG(k, jet) * INV_SQRT_2PI * Math.exp((-d2 * d2) / 2)) / root;
}
