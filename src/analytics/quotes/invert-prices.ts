import { type ImpliedVolInput, impliedVols } from '#quant/black/implied-vols.ts';
import type { JudgedContract } from './judge-contracts.ts';
import { undiscountedPrice } from './undiscounted-price.ts';

/** The premiums of one contract that are inverted; premium units, null where there is none. */
export interface PriceColumns {
  readonly bid: number | null;
  readonly ask: number | null;
  readonly mid: number | null;
  readonly mark: number | null;
}

/**
 * Black vols of all prices in one call of the batch kernel: four entries a contract in the order bid, ask, mid, mark,
 * NaN where there is no price or no vol.
 */
export function invertPrices(
  contracts: readonly JudgedContract[],
  prices: readonly (PriceColumns | null)[],
): Float64Array {
  const size = 4 * contracts.length;
  const batch: ImpliedVolInput = {
    prices: new Float64Array(size).fill(Number.NaN),
    forwards: new Float64Array(size),
    strikes: new Float64Array(size),
    years: new Float64Array(size),
    discounts: new Float64Array(size).fill(1),
    rights: new Uint8Array(size),
  };
  for (const [row, contract] of contracts.entries()) {
    const premiums = prices[row];
    if (!premiums) continue;
    put(batch, 4 * row, contract, premiums.bid);
    put(batch, 4 * row + 1, contract, premiums.ask);
    put(batch, 4 * row + 2, contract, premiums.mid);
    put(batch, 4 * row + 3, contract, premiums.mark);
  }
  const vols = new Float64Array(size);
  impliedVols(batch, { vols, status: new Uint8Array(size) });
  return vols;
}

/** A price that is missing stays NaN, which the kernel reads as invalid. */
function put(
  batch: ImpliedVolInput,
  at: number,
  { instrument, forward, discount, years }: JudgedContract,
  premium: number | null,
): void {
  if (premium === null || forward === null) return;
  const { premiumUnit, strike, right } = instrument;
  batch.prices[at] = undiscountedPrice(premium, { premiumUnit, forward, discount });
  batch.forwards[at] = forward;
  batch.strikes[at] = strike;
  batch.years[at] = years;
  batch.rights[at] = right === 'call' ? 1 : 0;
}
