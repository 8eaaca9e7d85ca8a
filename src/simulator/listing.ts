import { expiryLabel } from '#base/calendar.ts';
import { DAY_MS, epochMs, type EpochMs } from '#base/time.ts';
import type { OptionRight } from '#market/instrument.ts';
import type { ListedFamily } from './coin-profile.ts';
import { type ListedExpiry, listedExpiries } from './expiry-calendar.ts';
import type { MarketStates } from './market-state.ts';
import { streamOf } from './seeded-noise.ts';
import { listedStrikes } from './strike-grid.ts';

/** One contract that the sample market lists. */
export interface ListedContract {
  /** `BTC-26MAR27-85000-P`; a decimal strike has a `d` for its point. */
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

const MORNING_MS = DAY_MS / 3;

/** Lists contracts; the list only changes at 08:00 UTC, so the latest morning of each family is kept. */
export function createListing(seed: number, states: MarketStates): Listing {
  const kept = new Map<
    string,
    { readonly morning: EpochMs; readonly contracts: readonly ListedContract[] }
  >();
  return (family, now) => {
    const morning = epochMs(Math.floor((now - MORNING_MS) / DAY_MS) * DAY_MS + MORNING_MS);
    const last = kept.get(family.underlying);
    if (last?.morning === morning) return last.contracts;
    const contracts = listAt(family, morning, { seed, states });
    kept.set(family.underlying, { morning, contracts });
    return contracts;
  };
}

function listAt(
  family: ListedFamily,
  now: EpochMs,
  { seed, states }: { readonly seed: number; readonly states: MarketStates },
): readonly ListedContract[] {
  const spotAt = (at: EpochMs): number => states(family.profile, at).spot;
  return listedExpiries(now, family.quarterlyMonths).flatMap((listing) => {
    const date = expiryLabel(listing.expiry).replaceAll(' ', '');
    const strikes = listedStrikes({ profile: family.profile, listing, now, spotAt });
    return strikes.flatMap((strike) =>
      (['put', 'call'] as const).map((right) => {
        const name = `${family.underlying}-${date}-${strikeText(strike)}-${right === 'put' ? 'P' : 'C'}`;
        return { name, family, listing, strike, right, stream: streamOf(name, seed) };
      }),
    );
  });
}

function strikeText(strike: number): string {
  return String(strike).replace('.', 'd');
}
