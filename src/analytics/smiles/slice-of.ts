import type { Years } from '#base/time.ts';
import type { SliceQuotes } from '#quant/surface/slice-quotes.ts';
import type { VolContract } from '../quotes/prepare-expiries.ts';

/** What one expiry's smile is fitted to, and which contract each entry is. */
export interface Slice {
  readonly quotes: SliceQuotes;
  readonly members: readonly VolContract[];
}

/**
 * Lays the points of one expiry out for the fit: two-sided contracts, and one-sided ones as bounds. Log-strikes are
 * against the expiry's forward; vols were inverted on each row's own.
 */
export function sliceOf(members: readonly VolContract[], forward: number, years: Years): Slice {
  const sorted = members.toSorted((a, b) => a.contract.instrument.strike - b.contract.instrument.strike);
  const column = (value: (entry: VolContract) => number): Float64Array => Float64Array.from(sorted, value);
  return {
    members: sorted,
    quotes: {
      years,
      logStrikes: column(({ contract }) => Math.log(contract.instrument.strike / forward)),
      bidVols: column(({ vols }) => vols.bid ?? Number.NaN),
      askVols: column(({ vols }) => vols.ask ?? Number.NaN),
      halfTickVols: column(({ vols }) => vols.halfTick),
    },
  };
}
