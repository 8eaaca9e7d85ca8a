import { ASK_ONLY, BID_ONLY, type Observations } from './observations.ts';

/** Points of another curve that gently hold a fit where quotes are thin, in scaled units. */
export interface Anchors {
  readonly z: readonly number[];
  readonly y: readonly number[];
  /** Reciprocal scaled tolerance of each. */
  readonly inv: readonly number[];
}

export const NO_ANCHORS: Anchors = { z: [], y: [], inv: [] };

/** Bounds w̃ ≥ w (sign +1) or w̃ ≤ w (sign −1) at single points, in scaled units: a neighbouring expiry's curve. */
export interface CalendarBounds {
  readonly z: number[];
  readonly w: number[];
  readonly sign: (1 | -1)[];
}

/** Everything a slice's curve is asked to do. The two constraint lists grow while a fit is repaired. */
export interface CurveTargets {
  readonly observations: Observations;
  /** 1 where the observation takes part, 0 where it was set aside. */
  readonly active: Uint8Array;
  readonly anchors: Anchors;
  /** Points where Durrleman's g must be positive. */
  readonly butterflyAt: number[];
  readonly calendar: CalendarBounds;
}

/** Huber's bend in units of an observation's tolerance. */
export const HUBER = 1.5;

/**
 * The signed part of (fitted − quoted vol)·inv that counts: one-sided quotes count only when violated.
 * All in scaled units.
 */
export function quoteResidual(kind: number, fitted: number, quoted: number, inv: number): number {
  const residual = (fitted - quoted) * inv;
  if (kind === ASK_ONLY) return Math.max(0, residual);
  if (kind === BID_ONLY) return Math.min(0, residual);
  return residual;
}

/** Nothing set aside, no anchors, no constraints. */
export function plainTargets(observations: Observations): CurveTargets {
  return {
    observations,
    active: new Uint8Array(observations.count).fill(1),
    anchors: NO_ANCHORS,
    butterflyAt: [],
    calendar: { z: [], w: [], sign: [] },
  };
}
