import type { Smile } from '../smile.ts';

/** Level, slope and curvature of vol along a smile at one log-strike. Vols are decimals. */
export interface SmileShape {
  readonly vol: number;
  /** dσ/dk, vol per unit of log-strike; negative means lower strikes dearer. */
  readonly slope: number;
  /** d²σ/dk². */
  readonly curvature: number;
  /** dσ/dx, vol per at-the-money standard deviation, x = k / √w(0). */
  readonly standardisedSlope: number;
  /** d²σ/dx². */
  readonly standardisedCurvature: number;
  /** √T·dσ/dk: comparable between expiries, since the at-the-money slope of many models falls with √T. */
  readonly rootTimeSlope: number;
}

/**
 * Shape of a smile at k = ln(K/F) (0: at the forward): σ = √(w/T), σ' = w'/(2√(wT)), σ'' = (w'' − w'²/(2w)) / (2√(wT)).
 * Standardised by the vol at the forward.
 */
export function smileShape(smile: Smile, k = 0): SmileShape {
  const { w, dw, d2w } = smile.jet(k);
  const { years } = smile;
  const halfOverRoot = 0.5 / Math.sqrt(w * years);
  const slope = dw * halfOverRoot;
  const curvature = (d2w - (0.5 * dw * dw) / w) * halfOverRoot;
  const atm = smile.totalVariance(0);
  return {
    vol: Math.sqrt(w / years),
    slope,
    curvature,
    standardisedSlope: slope * Math.sqrt(atm),
    standardisedCurvature: curvature * atm,
    rootTimeSlope: slope * Math.sqrt(years),
  };
}
