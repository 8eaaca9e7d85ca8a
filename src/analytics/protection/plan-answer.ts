import type { EpochMs } from '#base/time.ts';
import type { HedgeAnswer } from './hedge-bill.ts';

/** The same plan at one listed expiry. */
export interface ExpiryAnswer {
  readonly expiry: EpochMs;
  readonly label: string;
  readonly years: number;
  readonly answer: HedgeAnswer;
}
