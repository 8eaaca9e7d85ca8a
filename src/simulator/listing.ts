import { DAY_MS, epochMs, type EpochMs } from '#base/time.ts';
import type { OptionRight } from '#market/instrument.ts';
import { type ListedExpiry, listedExpiries } from './expiry-calendar.ts';
import type { ListedFamily } from './listed-family.ts';
import type { MarketStates } from './market-state.ts';
import { streamOf } from './seeded-noise.ts';
import { listedStrikes } from './strike-grid.ts';

/** One contract that the simulated market lists. */
export interface ListedContract {
  /** The venue's name. */
  readonly name: string;
  readonly family: ListedFamily;
  readonly listing: ListedExpiry;
  readonly strike: number;
  readonly right: OptionRight;
  /** Its own stream of random numbers. */
  readonly stream: number;
}

/** The contracts of one family at an instant, by expiry and strike, put before call. */
export type Listing = (family: ListedFamily, now: EpochMs) => readonly ListedContract[];

const HOUR_MS = DAY_MS / 24;

/** Lists contracts; the list only changes at the hour of expiry, so the latest list of each family is kept. */
export function createListing(seed: number, states: MarketStates): Listing {
  const kept = new Map<
    ListedFamily,
    { readonly since: EpochMs; readonly contracts: readonly ListedContract[] }
  >();
  return (family, now) => {
    const hour = family.expiryHour * HOUR_MS;
    const since = epochMs(Math.floor((now - hour) / DAY_MS) * DAY_MS + hour);
    const last = kept.get(family);
    if (last?.since === since) return last.contracts;
    const contracts = listAt(family, since, { seed, states });
    kept.set(family, { since, contracts });
    return contracts;
  };
}

function listAt(
  family: ListedFamily,
  now: EpochMs,
  { seed, states }: { readonly seed: number; readonly states: MarketStates },
): readonly ListedContract[] {
  const spotAt = (at: EpochMs): number => states(family.profile, at).spot;
  return listedExpiries(now, family).flatMap((listing) => {
    const strikes = listedStrikes({ profile: family.profile, listing, now, spotAt });
    return strikes.flatMap((strike) =>
      (['put', 'call'] as const).map((right) => {
        const name = family.nameOf({ expiry: listing.expiry, strike, right });
        return { name, family, listing, strike, right, stream: streamOf(name, seed) };
      }),
    );
  });
}
