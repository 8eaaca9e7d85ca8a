/** A difference of vols at one expiry, in vol points: a risk reversal (call minus put) or a butterfly. */
export interface RiskReversalPoint {
  readonly expiryId: string;
  /** `31 JUL`. */
  readonly label: string;
  readonly days: number;
  /** From `expiryColour`. */
  readonly colour: string;
  readonly value: number | null;
  /** What the bid-ask spread leaves open; null when one side is missing. */
  readonly interval: readonly [lo: number, hi: number] | null;
  /** Why there is no value, in words; null when there is one. */
  readonly absence: string | null;
  /** Whether its smile is among those drawn; the others step back. */
  readonly chosen: boolean;
}

/** The same at a constant maturity between listed expiries; never without a value. */
export interface RiskReversalTenor {
  /** Told apart from every expiry's id. */
  readonly tenorId: string;
  /** `30D constant`. */
  readonly label: string;
  readonly days: number;
  readonly value: number;
  readonly interval: readonly [lo: number, hi: number] | null;
}

/** What the picture's difference is called. */
export interface DifferenceWords {
  /** `25Δ call − put`. */
  readonly label: string;
  /** `call minus put`. */
  readonly spoken: string;
  /** What a number below zero means, and one above: `puts dearer`. */
  readonly below: string;
  readonly above: string;
}

export interface RiskReversalModel {
  readonly words: DifferenceWords;
  /** Ascending in days. */
  readonly points: readonly RiskReversalPoint[];
  /** Ascending in days; empty where constant maturities are not drawn. */
  readonly tenors: readonly RiskReversalTenor[];
  readonly decimals: number;
  /** Locked axis, as in replay; null lets the picture choose. Zero is always added. */
  readonly domain: readonly [number, number] | null;
  readonly emptyText: string;
}
