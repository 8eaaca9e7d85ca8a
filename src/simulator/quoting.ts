import { assert } from '#base/assert.ts';
import type { EpochMs } from '#base/time.ts';
import type { ListedFamily } from './listed-family.ts';
import { createListing, type ListedContract, type Listing } from './listing.ts';
import type { MarketCourse } from './market-course.ts';
import { marketStates } from './market-state.ts';
import { makeQuote, type MadeQuote } from './quote-maker.ts';
import { type TrueSlice, trueSlice } from './true-surface.ts';

/** Everything an answer is made from, for any family at any instant. */
export interface Quoting {
  readonly listing: Listing;
  /** Spot index in the quote currency. */
  spot(family: ListedFamily, now: EpochMs): number;
  /** True slice of an expiry that lies after `now`. */
  slice(family: ListedFamily, expiry: EpochMs, now: EpochMs): TrueSlice;
  /** Makes quotes of one family at one instant; slices are computed once an expiry. */
  quoter(family: ListedFamily, now: EpochMs): (contract: ListedContract) => MadeQuote;
}

/** Joins listing, market state and quote making under one seed and start. */
export function createQuoting(seed: number, startedAt: EpochMs, course: MarketCourse | null = null): Quoting {
  const states = marketStates(seed, startedAt, course);
  return {
    listing: createListing(seed, states),
    spot: (family, now) => states(family.profile, now).spot,
    slice: (family, expiry, now) => {
      assert(expiry > now, `expiry was ${expiry}, not after ${now}`);
      return trueSlice(states(family.profile, now), expiry);
    },
    quoter: (family, now) => {
      const state = states(family.profile, now);
      const known = new Map<number, TrueSlice>();
      const fresh = (expiry: EpochMs): TrueSlice => {
        const slice = known.get(expiry) ?? trueSlice(state, expiry);
        known.set(expiry, slice);
        return slice;
      };
      return (contract) => makeQuote(contract, now, { fresh, states });
    },
  };
}
