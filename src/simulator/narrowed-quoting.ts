import type { EpochMs } from '#base/time.ts';
import type { Quoting } from './quoting.ts';

/** The same market, answering for some of its expiries only: what it says of those does not change. */
export function narrowedQuoting(quoting: Quoting, wanted: () => (expiry: EpochMs) => boolean): Quoting {
  return {
    ...quoting,
    listing: (family, now) => {
      const keep = wanted();
      return quoting.listing(family, now).filter(({ listing }) => keep(listing.expiry));
    },
  };
}
