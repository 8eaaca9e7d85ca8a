/** What a part of a cost is, which its colour and pattern tell. */
export type WaterfallTone = 'value' | 'skew' | 'execution' | 'fee' | 'carry';

/** One step: it begins where the one before it ended. */
export interface WaterfallStep {
  readonly id: string;
  readonly label: string;
  /** Null when it is not known; nothing is drawn then, and the text says so. */
  readonly value: number | null;
  /** The figure as it is read beside the bar. */
  readonly text: string;
  readonly tone: WaterfallTone;
}

/** A sum and the steps that make it, all in one unit; a cost axis starts at zero. */
export interface WaterfallModel {
  readonly steps: readonly WaterfallStep[];
  readonly total: { readonly label: string; readonly value: number; readonly text: string };
  /** `USD per BTC`. */
  readonly unit: string;
  readonly decimals: number;
}
