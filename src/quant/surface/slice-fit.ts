import type { Smile } from '../smile.ts';

/** Which family of curves a slice was fitted with. */
export type SliceModel = 'svi' | 'essvi' | 'mixture' | 'flat';

/** One expiry's fitted smile with its own quality; never a bare parameter set. */
export interface SliceFit {
  readonly smile: Smile;
  /** Smiles through the bids and through the asks, fitted consistently with `smile`; null where a side is too thin. */
  readonly bidSmile: Smile | null;
  readonly askSmile: Smile | null;
  readonly model: SliceModel;
  /** By the model's own names. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Root mean square of fit − mid, decimal vol, over the two-sided quotes used. */
  readonly rmse: number;
  /** Share of two-sided quotes used whose fitted vol lies inside [bid, ask]. */
  readonly insideBidAsk: number;
  /** Two-sided quotes used. */
  readonly quotes: number;
  readonly converged: boolean;
  readonly butterflyFree: boolean;
  /** Minimum of Durrleman's g on a dense grid that reaches beyond the quotes. */
  readonly minG: number;
  /** Nowhere below the previous slice in total variance, on a dense grid that reaches beyond the quotes. */
  readonly calendarFree: boolean;
  /** One entry per quote of the slice: 1 where it was set aside as an outlier. */
  readonly outliers: Uint8Array;
  /** Why the first-choice model was left, in words; null when it was not. */
  readonly note: string | null;
}
