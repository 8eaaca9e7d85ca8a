/** A further figure of every cell. */
export interface CostMapColumn {
  readonly id: string;
  /** With its unit. */
  readonly label: string;
  readonly decimals: number;
}

/** One listed strike of one expiry. */
export interface CostMapCell {
  readonly strike: number;
  /** As traders write it. */
  readonly strikeText: string;
  /** Strike in % of the expiry's forward. */
  readonly percent: number;
  /** In the model's unit; null where it cannot be had. */
  readonly cost: number | null;
  /** Why there is no cost, in words. */
  readonly reason: string | null;
  /** Something is on offer, but not the whole size. */
  readonly partly: boolean;
  readonly figures: readonly (number | null)[];
}

export interface CostMapRow {
  readonly expiryId: string;
  readonly label: string;
  readonly days: number;
  readonly colour: string;
  /** Strikes rising. */
  readonly cells: readonly CostMapCell[];
  /** Why the expiry has none, in words; null when it has. */
  readonly absence: string | null;
  readonly chosen: boolean;
}

export interface CostMapModel {
  /** Near to far. */
  readonly rows: readonly CostMapRow[];
  readonly columns: readonly CostMapColumn[];
  /** Of the plan on screen. */
  readonly chosenStrike: number | null;
  /** `% of holding`. */
  readonly unit: string;
  readonly decimals: number;
  readonly emptyText: string;
}
