import { type Activity, activityOf } from './activity.ts';
import { type BookLevels, bookLevels } from './book-levels.ts';
import { contractNumbers, type ContractNumbers } from './contract-numbers.ts';
import type { ListedContract } from './listing.ts';
import type { MarketView } from './market-view.ts';
import type { MadeQuote } from './quote-maker.ts';

/** Everything that a venue may say of one contract at one instant. */
export interface ContractState {
  readonly contract: ListedContract;
  readonly quote: MadeQuote;
  readonly numbers: ContractNumbers;
  readonly activity: Activity;
  /** Size at the best price, as the venue counts sizes; 0 where nobody quotes. */
  readonly bidSize: number;
  readonly askSize: number;
  /** Spot index in the quote currency. */
  readonly spot: number;
}

/** Where a contract stands in a view. */
export function contractState(contract: ListedContract, view: MarketView): ContractState {
  const quote = view.quote(contract);
  const { bids, asks } = bookLevels(contract, quote, { depth: 1, now: view.now });
  return {
    contract,
    quote,
    numbers: contractNumbers(contract, quote, view.slice(contract)),
    activity: activityOf(contract, quote, view.now),
    bidSize: bids[0]?.[1] ?? 0,
    askSize: asks[0]?.[1] ?? 0,
    spot: view.spot(contract.family),
  };
}

/** The book of a contract in a view. */
export function contractBook(contract: ListedContract, view: MarketView, depth: number): BookLevels {
  return bookLevels(contract, view.quote(contract), { depth, now: view.now });
}
