/** One way of protecting the same holding. */
export interface StructureRow {
  readonly id: string;
  readonly label: string;
  readonly chosen: boolean;
  /** In the model's unit; negative is received; null where it cannot be had. */
  readonly cost: number | null;
  /** What of the cost is spread, slippage and fees. */
  readonly execution: number | null;
  /** Break-even and the most that can be lost, or why it cannot be had, in words. */
  readonly words: string;
  /** One for each of the model's columns. */
  readonly figures: readonly (number | string | null)[];
}

export interface StructureBarsModel {
  readonly rows: readonly StructureRow[];
  /** For the table; `decimals` is null for words. */
  readonly columns: readonly {
    readonly id: string;
    readonly label: string;
    readonly decimals: number | null;
  }[];
  /** `% of holding`. */
  readonly unit: string;
  readonly decimals: number;
}
