import { epochMs, type EpochMs } from '#base/time.ts';
import type { ListedFamily } from './listed-family.ts';
import type { ListedContract } from './listing.ts';
import type { MadeQuote } from './quote-maker.ts';
import type { Quoting } from './quoting.ts';
import type { TrueSlice } from './true-surface.ts';

/** One venue's part of the simulated market at one instant. */
export interface MarketView {
  readonly now: EpochMs;
  readonly families: readonly ListedFamily[];
  /** The contracts listed, by expiry and strike. */
  contracts(family: ListedFamily): readonly ListedContract[];
  /** The listed contract of a name, or null. */
  find(name: string): ListedContract | null;
  quote(contract: ListedContract): MadeQuote;
  slice(contract: ListedContract): TrueSlice;
  /** Spot index in the quote currency, now or at an earlier instant. */
  spot(family: ListedFamily, at?: EpochMs): number;
  /** The true slice of any expiry after `at`, listed or not. */
  sliceAt(family: ListedFamily, expiry: EpochMs, at: EpochMs): TrueSlice;
}

/** Hands out the view at an instant; the latest one is kept, so that many messages of one instant cost one market. */
export type MarketViews = (now: EpochMs) => MarketView;

/** Views of the families that a venue lists. */
export function marketViews(quoting: Quoting, families: readonly ListedFamily[]): MarketViews {
  const named = nameIndex(quoting, families);
  let latest: MarketView | null = null;
  return (now) => {
    latest = latest?.now === now ? latest : viewAt(now, { quoting, families, named });
    return latest;
  };
}

type NameIndex = (name: string, now: EpochMs) => ListedContract | null;

/** Contracts by name; rebuilt when a list has changed. */
function nameIndex(quoting: Quoting, families: readonly ListedFamily[]): NameIndex {
  let lists: readonly (readonly ListedContract[])[] = [];
  let byName: ReadonlyMap<string, ListedContract> = new Map();
  return (name, now) => {
    const listed = families.map((family) => quoting.listing(family, now));
    if (listed.length !== lists.length || listed.some((list, i) => list !== lists[i])) {
      lists = listed;
      byName = new Map(listed.flat().map((contract) => [contract.name, contract]));
    }
    return byName.get(name) ?? null;
  };
}

function viewAt(
  now: EpochMs,
  market: {
    readonly quoting: Quoting;
    readonly families: readonly ListedFamily[];
    readonly named: NameIndex;
  },
): MarketView {
  const { quoting, families, named } = market;
  const quoters = new Map<ListedFamily, (contract: ListedContract) => MadeQuote>();
  const slices = new Map<string, TrueSlice>();
  const spots = new Map<ListedFamily, number>();
  const kept = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
    const value = map.get(key) ?? make();
    map.set(key, value);
    return value;
  };
  return {
    now,
    families,
    contracts: (family) => quoting.listing(family, now),
    find: (name) => named(name, now),
    quote: (contract) => kept(quoters, contract.family, () => quoting.quoter(contract.family, now))(contract),
    slice: ({ family, listing }) =>
      kept(slices, `${family.underlying} ${listing.expiry}`, () =>
        quoting.slice(family, listing.expiry, now),
      ),
    spot: (family, at = now) =>
      at === now ? kept(spots, family, () => quoting.spot(family, now)) : quoting.spot(family, at),
    sliceAt: (family, expiry, at) => quoting.slice(family, epochMs(expiry), at),
  };
}
