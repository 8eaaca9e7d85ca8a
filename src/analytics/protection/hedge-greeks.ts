/** Sensitivities of the whole hedge, without what is held; quote currency for the whole holding. */
export interface HedgeGreeks {
  /** Units of the underlying, each strike keeping its vol (sticky strike). */
  readonly delta: number;
  /** Units of the underlying, each delta keeping its vol (sticky delta). */
  readonly deltaStickyDelta: number;
  /** Change of `delta` per 1 % of the forward. */
  readonly gammaPerPercent: number;
  /** Per vol point. */
  readonly vegaPerPoint: number;
  /** Per day, at fixed forward and vol; mostly negative. */
  readonly thetaPerDay: number;
}
