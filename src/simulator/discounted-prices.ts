import type { ContractState } from './contract-state.ts';
import { downToTick, upToTick } from './quote-maker.ts';

/** Prices of a venue that discounts its premiums; null where nobody quotes. */
export interface DiscountedPrices {
  readonly bid: number | null;
  readonly ask: number | null;
  readonly mark: number;
}

/** The prices of a contract at a discount factor, quotes on the venue's ticks again. */
export function discountedPrices({ contract, quote }: ContractState, discount: number): DiscountedPrices {
  const { ticks } = contract.family;
  const bid = quote.bid === null ? 0 : downToTick(ticks, quote.bid * discount);
  return {
    bid: bid > 0 ? bid : null,
    ask: quote.ask === null ? null : upToTick(ticks, quote.ask * discount),
    mark: quote.fair * discount,
  };
}
