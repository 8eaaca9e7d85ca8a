import type { Smile } from '../smile.ts';
import { densityAt } from './density.ts';
import type { QuotedRange } from './integrals-over.ts';

/** Risk-neutral probabilities of ending below and above one price. */
export interface TailProbability {
  /** P(S_T < F·e^k). */
  readonly below: number;
  /** P(S_T > F·e^k). */
  readonly above: number;
  /**
   * True when k lies beyond the quoted strikes. A probability depends on the smile at its own strike alone, so that it is extrapolated
   * altogether or not at all.
   */
  readonly extrapolated: boolean;
}

/** Probability of a move past k = ln(K/F), under the risk-neutral law; `quoted` as in `densityQuantile`. */
export function tailProbability(smile: Smile, k: number, quoted: QuotedRange | null): TailProbability {
  const { below, above } = densityAt(smile, k);
  return { below, above, extrapolated: quoted !== null && (k < quoted.lo || k > quoted.hi) };
}
