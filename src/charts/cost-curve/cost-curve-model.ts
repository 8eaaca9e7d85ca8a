/** A further figure of every point, for the readout and the table. */
export interface CostColumn {
  readonly id: string;
  /** With its unit. */
  readonly label: string;
  readonly decimals: number;
}

/** What one expiry, or one size, costs all in; in the model's unit. */
export interface CostPoint {
  readonly id: string;
  readonly label: string;
  /** Days, or units held; > 0. */
  readonly x: number;
  readonly colour: string;
  /** Null where it cannot be had. */
  readonly cost: number | null;
  /** What of the cost is spread, slippage and fees; null where there is no cost. */
  readonly execution: number | null;
  /** Why there is no cost, or what the cost is without, in words; null when there is nothing to say. */
  readonly note: string | null;
  /** One for each of the model's columns. */
  readonly figures: readonly (number | null)[];
  readonly chosen: boolean;
}

export interface CostCurveModel {
  readonly axis: 'days' | 'size';
  /** In words, for the table: `days`, `BTC held`. */
  readonly axisName: string;
  /** Ascending in x. */
  readonly points: readonly CostPoint[];
  readonly columns: readonly CostColumn[];
  /** Texts beside points, by their ids. */
  readonly marks: readonly { readonly id: string; readonly text: string }[];
  /** From where on nothing can be had, with its words; null where no such place is known. */
  readonly limit: { readonly x: number; readonly text: string } | null;
  /** `USD a day`. */
  readonly unit: string;
  readonly decimals: number;
  readonly emptyText: string;
}
