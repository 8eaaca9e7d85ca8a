/** How a line is drawn: what is compared against, the main line, or one of the further ones. */
export type OutcomeTone = 'without' | 'main' | 'second' | 'third';

export interface OutcomeLine {
  readonly id: string;
  readonly name: string;
  readonly tone: OutcomeTone;
  /** One for each place on the axis. */
  readonly values: readonly number[];
}

/** Figures of every place that are not drawn. */
export interface OutcomeColumn {
  readonly id: string;
  /** With its unit. */
  readonly label: string;
  readonly decimals: number;
  readonly values: readonly (number | null)[];
}

/** What becomes of a holding at each price, or after each move. */
export interface OutcomeCurveModel {
  /** In words with the unit: `price of BTC at expiry, USD`. */
  readonly axisTitle: string;
  readonly axis: { readonly unit: string; readonly decimals: number; readonly signed: boolean };
  /** Rising. */
  readonly xs: readonly number[];
  readonly lines: readonly OutcomeLine[];
  readonly columns: readonly OutcomeColumn[];
  /** Places on the axis that are named. */
  readonly rules: readonly { readonly x: number; readonly text: string }[];
  /** A value that is named, such as the most that can be lost. */
  readonly level: { readonly y: number; readonly text: string } | null;
  /** `USD against today`. */
  readonly unit: string;
  readonly decimals: number;
  readonly emptyText: string;
}
