/** What a venue charges for one option trade and for delivery; rates are fractions (0.0003 = 0.03 %). */
export interface FeeSchedule {
  /** Fraction of the underlying's value charged to the side that rests. */
  readonly maker: number;
  /** Fraction of the underlying's value charged to the side that takes. */
  readonly taker: number;
  /** The fee never exceeds this fraction of the premium; null when there is no cap. */
  readonly premiumCap: number | null;
  /** Fraction of the underlying's value charged at delivery, or null when unknown. */
  readonly delivery: number | null;
}
