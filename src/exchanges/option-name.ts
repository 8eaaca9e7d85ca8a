import type { EpochMs } from '#base/time.ts';
import type { OptionRight } from '#market/instrument.ts';

/** What the name of an option says. */
export interface OptionName {
  readonly kind: 'option';
  /** The coin when settled in coin, the pair when settled in a currency: `BTC`, `SOL_USDC`. */
  readonly underlying: string;
  readonly expiry: EpochMs;
  readonly strike: number;
  readonly right: OptionRight;
}

/** A name read: an option, something else that the venue lists, or nothing known. */
export type InstrumentName =
  | OptionName
  | { readonly kind: 'not-an-option' }
  | { readonly kind: 'unreadable' };

/** Longer names are refused before any pattern is tried. */
export const LONGEST_NAME = 64;
