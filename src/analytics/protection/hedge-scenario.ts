/** A sudden move. Vols are decimals. */
export interface Shock {
  /** Move of spot and forward, decimal: −0.2 is a fall by a fifth. */
  readonly gap: number;
  /** Added to every vol. */
  readonly level: number;
  /**
   * Skew steepening: vol added for each at-the-money standard deviation that a strike lies below the new forward, and
   * taken off for each above it; no further than three of them.
   */
  readonly steepening: number;
  /** Spreads are this many times as wide as today; 1 leaves them. */
  readonly spreads: number;
}

/** How the smile follows the price: each strike keeps its vol, or each delta (log-strike) does. */
export type SmileDynamics = 'sticky-strike' | 'sticky-delta';

/** The hedge right after a shock; quote currency for the whole holding. */
export interface ShockOutcome {
  readonly shock: Shock;
  readonly dynamics: SmileDynamics;
  readonly spot: number;
  /** Mid value of the hedge before and after. */
  readonly valueBefore: number;
  readonly valueAfter: number;
  /** What selling out costs then: half-spreads as wide as the shock makes them, and fees; null when fees are not known. */
  readonly halfSpread: number;
  readonly fees: number | null;
  /** valueAfter less halfSpread and known fees. */
  readonly exitValue: number;
  /** Change of what is held, and of it with the hedge sold out, bill included. */
  readonly unhedgedChange: number;
  readonly hedgedChange: number;
}
