/** Where the figures of a fee schedule come from. */
export interface FeeSource {
  /** The page or list, for people. */
  readonly name: string;
  /** The day for which the figures are known, `2025-09-18`, or the month where the day is not: `2025-09`. */
  readonly date: string;
  /** Whether the venue told the two rates with the contract itself; otherwise they are those of its base tier. */
  readonly perContract: boolean;
}

/** What a venue charges for one option trade and for delivery; rates are fractions (0.0003 = 0.03 %). */
export interface FeeSchedule {
  /** Fraction of the underlying's value charged to the side that rests. */
  readonly maker: number;
  /** Fraction of the underlying's value charged to the side that takes. */
  readonly taker: number;
  /** The fee never exceeds this fraction of the premium; null when there is no cap. */
  readonly premiumCap: number | null;
  /** Fraction of the underlying's value charged at delivery of an option that pays; 0 where exempt, null when unknown. */
  readonly delivery: number | null;
  /** The delivery fee never exceeds this fraction of what the option pays; absent or null when unknown. */
  readonly deliveryCap?: number | null;
  /** Charged besides on each taking trade whatever its size, in the quote currency; absent where there is no such part. */
  readonly perTrade?: number;
  /** Share of the fee of a package's cheaper direction that is waived, in [0, 1]; absent or null when unknown. */
  readonly comboDiscount?: number | null;
  /** Where the venue says that a package's cheaper direction is charged less, without saying by how much. */
  readonly comboReduced?: string;
  /** Absent for a schedule that a user or a test made up. */
  readonly source?: FeeSource;
}
