/** One column: the put or the call of a delta, or the forward between them. */
export interface DeltaGridColumn {
  /** `P25`, `ATM`, `C10`. */
  readonly id: string;
  /** Over the column: `25Δ`, `ATM`. */
  readonly label: string;
  /** In a sentence: `25Δ put`. */
  readonly name: string;
  readonly side: 'put' | 'atm' | 'call';
  /** Where room is short, columns of a higher rank go first; 0 stays always. */
  readonly rank: number;
}

/** The smile of one expiry at one delta. */
export interface DeltaGridCell {
  /** What the cell shows, in the model's unit. */
  readonly value: number;
  /** The vol itself, %. */
  readonly vol: number;
  /** As traders write it. */
  readonly strike: string;
  /** False beyond the outermost quotes, where the smile is extrapolated; such a number stands in brackets. */
  readonly quoted: boolean;
}

/** One expiry. */
export interface DeltaGridRow {
  readonly expiryId: string;
  readonly label: string;
  readonly days: number;
  /** From `expiryColour`. */
  readonly colour: string;
  /** One for each column; null where the smile has no such delta. */
  readonly cells: readonly (DeltaGridCell | null)[];
  /** Why there is none at all, in words; null when there is a smile. */
  readonly absence: string | null;
  readonly chosen: boolean;
}

export interface DeltaGridModel {
  readonly columns: readonly DeltaGridColumn[];
  /** Near to far. */
  readonly rows: readonly DeltaGridRow[];
  /** `diverging` is centred on zero and shows signs. */
  readonly scale: 'sequential' | 'diverging';
  /** `vol, %`. */
  readonly unit: string;
  readonly decimals: number;
  readonly emptyText: string;
}
