/** One listed expiry; vols in %. */
export interface StructurePoint {
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
  readonly swapVol: number | null;
  /** Why there is no at-the-money vol, in words; null when there is one. */
  readonly absence: string | null;
  /** Whether it is among the chosen expiries; the others step back. */
  readonly chosen: boolean;
}

/** Forward vol over the time between two neighbouring expiries, or from now to the first. */
export interface StructureStep {
  /** The expiry at its far end. */
  readonly expiryId: string;
  /** `9 JUL to 10 JUL`. */
  readonly label: string;
  /** Null stands for now. */
  readonly fromDays: number | null;
  readonly toDays: number;
  /** Null where total variance falls. */
  readonly vol: number | null;
  readonly interval: readonly [lo: number, hi: number] | null;
  /** What is wrong with total variance there, in words; null when nothing is. */
  readonly flag: string | null;
  /** Hours between two series of one date: told in the table, not drawn. */
  readonly withinDay: boolean;
  /** Whether it stands above or below its like by more than the spread; null when it does not. */
  readonly standing: 'high' | 'low' | null;
}

/** A constant maturity interpolated between listed expiries; never without a vol. */
export interface StructureTenor {
  /** Told apart from every expiry's id. */
  readonly tenorId: string;
  readonly label: string;
  readonly days: number;
  readonly atm: number;
}

/** Which of the lines are drawn. */
export interface StructureLines {
  readonly vols: boolean;
  readonly steps: boolean;
}

export interface TermStructureModel {
  /** `at the forward`, `delta-neutral straddle`. */
  readonly atmLabel: string;
  /** `25Δ`. */
  readonly deltaLabel: string;
  /** Ascending in days. */
  readonly points: readonly StructurePoint[];
  /** Ascending in days. */
  readonly steps: readonly StructureStep[];
  readonly tenors: readonly StructureTenor[];
  readonly lines: StructureLines;
  readonly decimals: number;
  /** Locked axis, as in replay; null lets the picture choose. */
  readonly domain: readonly [number, number] | null;
  readonly emptyText: string;
}
