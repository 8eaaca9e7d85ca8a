import { moneyness } from '../skew/moneyness.ts';
import type { Smile } from '../smile.ts';
import { normalCdf, normalPdf } from '../special/normal.ts';
import { durrlemanG } from '../surface/durrleman.ts';

/** The risk-neutral law of ln(S_T/F) that a smile implies, at one log-strike. */
export interface DensityPoint {
  /** Density per unit of k = ln(S_T/F); divide by K for a density in price. Negative where the smile allows butterfly arbitrage. */
  readonly pdf: number;
  /** P(S_T < K). */
  readonly below: number;
  /** P(S_T > K), computed apart from `below` so that the upper tail keeps its digits. */
  readonly above: number;
  /** Durrleman's g, whose sign the density has. */
  readonly g: number;
}

/**
 * Risk-neutral density and distribution at k = ln(K/F), straight from the smile and its two derivatives at that strike; quotes are
 * never differenced. Both depend on the smile near k alone, so that inside the quoted strikes nothing is extrapolated.
 * Ref: Gatheral and Jacquier (2012), §2.2: p = g·φ(d2)/√w; its integral is P(S_T < K) = Φ(−d2) + φ(d2)·w'/(2√w).
 */
export function densityAt(smile: Smile, k: number): DensityPoint {
  const jet = smile.jet(k);
  const sd = Math.sqrt(jet.w);
  const d2 = -k / sd - 0.5 * sd;
  const normal = normalPdf(d2);
  const tilt = (0.5 * normal * jet.dw) / sd;
  const g = durrlemanG(k, jet);
  return { pdf: (g * normal) / sd, below: normalCdf(-d2) + tilt, above: normalCdf(d2) - tilt, g };
}

/** The density alone, for inner loops: g and g·φ(d2)/√w, as in `densityAt`. */
export function densityOf(smile: Smile, k: number): { readonly pdf: number; readonly g: number } {
  const jet = smile.jet(k);
  const sd = Math.sqrt(jet.w);
  const g = durrlemanG(k, jet);
  return { pdf: (g * normalPdf(-k / sd - 0.5 * sd)) / sd, g };
}

/** g this little below zero is rounding. */
const ROUNDING = -1e-9;

/** Whether a value of g belongs to a density: not negative beyond rounding, and a number. */
export function isDensity(g: number): boolean {
  return g > ROUNDING;
}

/** How far out a smile's density must be followed until nothing is left of it, as log-strikes lo < 0 < hi. */
export interface DensityReach {
  readonly lo: number;
  readonly hi: number;
}

/** −d²/2 + 4·ln(|k|/sd) below this is nothing beside one. */
const NOTHING = -55;
const FARTHEST = 1e8;

/**
 * Log-strikes beyond which the density, its fourth moment and its forward have no mass left in double precision; null when a wing's
 * slope is so near Lee's bound 2 that there is no such place, or the smile has no positive variance.
 */
export function densityReach(smile: Smile): DensityReach | null {
  const sd = Math.sqrt(smile.totalVariance(0));
  const lo = reachOf(smile, -sd, sd);
  const hi = reachOf(smile, sd, sd);
  return lo === null || hi === null ? null : { lo, hi };
}

function reachOf(smile: Smile, step: number, sd: number): number | null {
  for (let k = step; Math.abs(k) < FARTHEST; k *= 1.25) {
    const { d1, d2 } = moneyness(smile, k);
    const d = k < 0 ? d2 : -d1;
    if (d > 0 && -0.5 * d * d + 4 * Math.log(Math.abs(k) / sd) < NOTHING) return k;
  }
  return null;
}
