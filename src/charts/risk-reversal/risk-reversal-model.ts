/** One expiry's risk reversal, call minus put in vol points. */
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

export interface RiskReversalModel {
  /** `25Δ`. */
  readonly deltaLabel: string;
  /** Ascending in days. */
  readonly points: readonly RiskReversalPoint[];
  readonly decimals: number;
  /** Locked axis, as in replay; null lets the picture choose. Zero is always added. */
  readonly domain: readonly [number, number] | null;
  readonly emptyText: string;
}
