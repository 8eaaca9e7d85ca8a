/** One listed expiry; vols in vol points. */
export interface TermPoint {
  readonly expiryId: string;
  /** `31 JUL`. */
  readonly label: string;
  readonly days: number;
  /** From `expiryColour`. */
  readonly colour: string;
  readonly atm: number | null;
  /** What the bid-ask spread leaves open; null when one side is missing. */
  readonly atmInterval: readonly [lo: number, hi: number] | null;
  readonly putVol: number | null;
  readonly callVol: number | null;
  /** Why there is no at-the-money vol, in words; null when there is one. */
  readonly absence: string | null;
  /** Whether its smile is among those drawn; the others step back. */
  readonly chosen: boolean;
}

/** A constant maturity interpolated between listed expiries. */
export interface TermTenor {
  readonly days: number;
  /** `30D`. */
  readonly label: string;
  readonly atm: number | null;
}

export interface TermModel {
  /** `at the forward`, `delta-neutral straddle`. */
  readonly atmLabel: string;
  /** `25Δ`. */
  readonly deltaLabel: string;
  /** Ascending in days. */
  readonly points: readonly TermPoint[];
  readonly tenors: readonly TermTenor[];
  readonly decimals: number;
  /** Locked axis, as in replay; null lets the picture choose. */
  readonly domain: readonly [number, number] | null;
  readonly emptyText: string;
}
