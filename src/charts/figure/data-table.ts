/** A picture's numbers as a table: what `Show data` opens and what CSV carries. */
export interface DataTable {
  readonly columns: readonly DataColumn[];
  readonly rows: readonly DataRow[];
}

export interface DataColumn {
  readonly id: string;
  /** With its unit: `bid, vol points`. */
  readonly label: string;
  /** How many decimals the screen shows; null marks a column of words. Files carry full precision. */
  readonly decimals: number | null;
}

export interface DataRow {
  readonly id: string;
  /** One per column, missing is null. */
  readonly cells: readonly (string | number | null)[];
}
