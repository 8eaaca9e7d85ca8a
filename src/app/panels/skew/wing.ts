import type { Wing } from '#state/selection.ts';

interface WingWords {
  /** As the study takes it. */
  readonly delta: number;
  /** `25Δ`. */
  readonly short: string;
  /** `25-delta`. */
  readonly long: string;
}

export const WING_WORDS: Readonly<Record<Wing, WingWords>> = {
  '25': { delta: 0.25, short: '25Δ', long: '25-delta' },
  '15': { delta: 0.15, short: '15Δ', long: '15-delta' },
  '10': { delta: 0.1, short: '10Δ', long: '10-delta' },
};
