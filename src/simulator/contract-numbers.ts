import { blackGreeks, type BlackGreeks } from '#quant/black/greeks.ts';
import { impliedVol } from '#quant/black/implied-vol.ts';
import type { ListedContract } from './listing.ts';
import type { MadeQuote } from './quote-maker.ts';
import type { TrueSlice } from './true-surface.ts';

/** What a venue computes besides prices; vols are decimals, null where a side is empty or below intrinsic value. */
export interface ContractNumbers {
  readonly bidVol: number | null;
  readonly askVol: number | null;
  /** At the true vol, undiscounted, in the quote currency. */
  readonly greeks: BlackGreeks;
}

/** Vols of the best prices and greeks of a contract. */
export function contractNumbers(
  contract: ListedContract,
  quote: MadeQuote,
  slice: TrueSlice,
): ContractNumbers {
  const { strike, right } = contract;
  return {
    bidVol: quotedVol(contract, slice, quote.bid),
    askVol: quotedVol(contract, slice, quote.ask),
    greeks: blackGreeks(slice.forward, strike, quote.vol, slice.years, 1, right),
  };
}

/** Vol at which the model price meets a quoted one. */
function quotedVol(contract: ListedContract, slice: TrueSlice, price: number | null): number | null {
  if (price === null) return null;
  const { forward, years } = slice;
  const inQuote = contract.family.premiumUnit === 'underlying' ? price * forward : price;
  const vol = impliedVol(inQuote, forward, contract.strike, years, 1, contract.right);
  return vol.ok ? vol.value : null;
}
