import type { ListedContract } from '../listing.ts';
import { type MadeQuote, premium } from '../quote-maker.ts';
import type { TrueSlice } from '../true-surface.ts';
import { rounded } from './book-summary.ts';
import type { BookNumbers } from './order-book.ts';

const HIGHEST_VOL = 10;
const BUMP = 1e-4;
const DAYS = 365;

/** Vols of the best prices and greeks in the venue's units: delta of the forward, vega per vol point, theta per day, USD. */
export function bookNumbers(contract: ListedContract, quote: MadeQuote, slice: TrueSlice): BookNumbers {
  const inCoin = contract.family.premiumUnit === 'underlying';
  const usd = (forward: number, vol: number, years: number): number =>
    premium(contract, { ...slice, forward, years }, vol) * (inCoin ? forward : 1);
  const { forward, years } = slice;
  const { vol } = quote;
  const up = usd(forward * (1 + BUMP), vol, years);
  const down = usd(forward * (1 - BUMP), vol, years);
  const here = usd(forward, vol, years);
  const step = forward * BUMP;
  const day = Math.min(years / 2, 1 / DAYS);
  return {
    bidIv: ivPercent(contract, slice, quote.bid),
    askIv: ivPercent(contract, slice, quote.ask),
    greeks: {
      delta: rounded((up - down) / (2 * step), 5),
      gamma: rounded((up - 2 * here + down) / (step * step), 8),
      vega: rounded((usd(forward, vol + BUMP, years) - usd(forward, vol - BUMP, years)) / (200 * BUMP), 5),
      theta: rounded((usd(forward, vol, years - day) - here) / (day * DAYS), 5),
      rho: rounded((-here * years) / 100, 5),
    },
  };
}

/** Vol at which the model price meets a quoted one, in percent; 0 for no quote or one below intrinsic value. */
function ivPercent(contract: ListedContract, slice: TrueSlice, price: number | null): number {
  if (price === null || price <= premium(contract, slice, 1e-4)) return 0;
  let low = 1e-4;
  let high = HIGHEST_VOL;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (premium(contract, slice, middle) < price) low = middle;
    else high = middle;
  }
  return rounded(50 * (low + high), 2);
}
