import { impliedVols } from '#quant/black/implied-vols.ts';
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
  const column = (): Float64Array => new Float64Array(size).fill(Number.NaN);
  const batch = {
    prices: column(),
    forwards: column(),
    strikes: column(),
    years: column(),
    discounts: new Float64Array(size).fill(1),
    rights: new Uint8Array(size),
  };
  contracts.forEach(({ instrument, forward, discount, years }, row) => {
    const premiums = prices[row];
    if (!premiums || forward === null) return;
    const basis = { premiumUnit: instrument.premiumUnit, forward, discount };
    [premiums.bid, premiums.ask, premiums.mid, premiums.mark].forEach((premium, column4) => {
      const at = 4 * row + column4;
      batch.prices[at] = premium === null ? Number.NaN : undiscountedPrice(premium, basis);
      batch.forwards[at] = forward;
      batch.strikes[at] = instrument.strike;
      batch.years[at] = years;
      batch.rights[at] = instrument.right === 'call' ? 1 : 0;
    });
  });
  const vols = new Float64Array(size);
  impliedVols(batch, { vols, status: new Uint8Array(size) });
  return vols;
}
