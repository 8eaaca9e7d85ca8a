import type { NoHedge, NoHedgeReason } from '#analytics/protection/no-hedge.ts';
import { numberText } from '#charts/number-text.ts';

const WORDS: Readonly<Record<NoHedgeReason, string>> = {
  expired: 'expired',
  'no-forward': 'no forward price',
  'no-smile': 'no fitted smile to split the price by',
  'no-spot': 'no spot price',
  'no-strike': 'no put is listed near this floor',
  'no-lower-strike': 'no put is listed near the lower strike, which is to be sold',
  'no-cap-strike': 'no call is listed near the cap',
  'no-expiry': 'no such expiry is listed',
  'beyond-last-expiry': 'the last listed expiry is earlier',
  'no-delta': 'no strike has this delta',
  'strikes-out-of-order': 'the strikes found are not in the order that this structure needs',
  'no-ask': 'nobody offers it',
  'no-bid': 'nobody bids for what is sold',
  'below-minimum-trade': 'less than the smallest order',
  'beyond-book': 'the book does not hold this size',
  'beyond-levels': 'the size goes deeper than the levels that the venue sent; what lies beyond is not known',
  'beyond-top-of-book': 'the best price is not for this size; what lies beyond is not known',
  'loss-out-of-reach': 'no listed strike keeps the loss this low',
  'cannot-finance': 'not even the lowest call pays for the put',
  'cap-beyond-listed': 'even the highest listed call pays for more than the put',
  'no-funding': 'its funding is not known here, and funding is what a perpetual costs or earns',
  crossed: 'bid above ask',
  stale: 'its quote is stale',
  'below-intrinsic': 'quoted below intrinsic value',
  'above-maximum': 'quoted above its maximum',
};

/** Why a plan cannot be carried out, in a clause; the same words wherever it is said. */
export function noHedgeReasonWords(reason: NoHedgeReason): string {
  return WORDS[reason];
}

/** Whether something is on offer, only not the whole size. */
export function isPartly(reason: NoHedgeReason | null): boolean {
  return reason === 'beyond-book' || reason === 'beyond-levels' || reason === 'beyond-top-of-book';
}

/** The reason with what is known beside it: the share on offer, the smallest loss that can be had, the contract. */
export function noHedgeWords({ reason, fillable, instrument, reachable, levels }: NoHedge): string {
  const beyond = isPartly(reason);
  const share =
    beyond && fillable !== null ? `: ${numberText(Math.floor(fillable * 100), 0)} % of it is on offer` : '';
  const least = reachable === null ? '' : `; ${numberText(reachable * 100, 1)} % can be had`;
  const words =
    levels === null
      ? WORDS[reason]
      : `the size goes deeper than the ${levels} levels the venue sent; what lies beyond is not known`;
  return `${words}${share}${least}${instrument === null ? '' : ` (${instrument})`}`;
}
