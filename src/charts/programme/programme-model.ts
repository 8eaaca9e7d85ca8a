/** One programme through time; one value for each instant, in percent of the holding. */
export interface ProgrammeLines {
  readonly id: string;
  /** `Monthly`. */
  readonly name: string;
  /** Under the name: what it came to. */
  readonly headline: string;
  readonly chosen: boolean;
  /** Paid so far, and of that half-spread, slippage and fees; never falling. */
  readonly paid: readonly number[];
  readonly execution: readonly number[];
  readonly paidBack: readonly number[];
  /** With the open roll at its mid; null where that is not known. */
  readonly net: readonly (number | null)[];
  /** What the open roll has lost of its mid value; null where that is not known. */
  readonly decay: readonly (number | null)[];
  /** When a roll was bought, in days. */
  readonly bought: readonly number[];
  /** When one was due and could not be bought, in days. */
  readonly missed: readonly number[];
}

/** A floor that is bought again and again, at several periods side by side, under the price it was bought against. */
export interface ProgrammeModel {
  /** Days from the start, or days of the calendar. */
  readonly axis: 'days' | 'dates';
  /** Milliseconds UTC of day 0. */
  readonly startedAt: number;
  /** Days since the start, rising. */
  readonly days: readonly number[];
  /** Price of the underlying; null where it is not known. */
  readonly spot: readonly (number | null)[];
  readonly spotUnit: string;
  readonly programmes: readonly ProgrammeLines[];
  readonly emptyText: string;
}
