import { varianceSwap } from '#quant/variance/variance-swap.ts';
import type { EpochMs } from '#base/time.ts';
import type { Analysis } from '../analyse-chain.ts';
import { finiteOrNull } from '../finite-or-null.ts';

/** How much of an expiry's variance swap rests on the smile beyond its quotes; shares in [0, 1], null where not known. */
export interface SwapReach {
  readonly expiry: EpochMs;
  /** Share that options struck below the lowest quoted strike would pay. */
  readonly below: number | null;
  /** Share that options struck above the highest quoted strike would pay. */
  readonly above: number | null;
}

/** One entry for each of the report's expiries: what its `varianceSwapVol` owes to extrapolated wings. */
export function swapReach({ smiles }: Analysis): readonly SwapReach[] {
  return smiles.map(({ expiry, fit, quotedRange }) => {
    const range = quotedRange && { lo: quotedRange[0], hi: quotedRange[1] };
    const swap = fit && range ? varianceSwap(fit.smile, range) : null;
    const truncated = swap?.ok === true ? swap.value.truncated : null;
    return {
      expiry: expiry.quotes.expiry,
      below: truncated && finiteOrNull(truncated.below),
      above: truncated && finiteOrNull(truncated.above),
    };
  });
}
