import type { OptionChain } from '#market/option-chain.ts';
import type { ChainRef } from './desk-protocol.ts';

/** Makes a chain anew that has made room for others; null where it cannot. */
export type RemakeChain = (underlying: string, version: number) => OptionChain | null;

/** Chains kept for a while, so that a report can be asked for by name. */
export interface ChainShelves {
  readonly keep: (shelf: string, chain: OptionChain) => ChainRef;
  /** From now on any chain of this shelf can be had, as those of a recording can; null ends that and empties it. */
  readonly remakeBy: (shelf: string, remake: RemakeChain | null) => void;
  /** Throws when the chain has made room for newer ones and cannot be made anew. */
  readonly find: (ref: ChainRef) => OptionChain;
}

/** A question about the versions of the last seconds can still be answered when newer ones have come. */
const KEPT = 16;

export function createChainShelves(): ChainShelves {
  const shelves = new Map<string, Map<string, readonly OptionChain[]>>();
  const remakes = new Map<string, RemakeChain>();

  function keep(shelf: string, chain: OptionChain): ChainRef {
    const { underlying, version } = chain;
    const places = shelves.get(shelf) ?? new Map<string, readonly OptionChain[]>();
    const others = (places.get(underlying) ?? []).filter((one) => one.version !== version);
    shelves.set(shelf, places.set(underlying, [...others, chain].slice(-KEPT)));
    return { shelf, underlying, version };
  }

  return {
    keep,
    remakeBy: (shelf, remake) => {
      if (remake !== null) remakes.set(shelf, remake);
      else {
        remakes.delete(shelf);
        shelves.delete(shelf);
      }
    },
    find: ({ shelf, underlying, version }) => {
      const kept = shelves
        .get(shelf)
        ?.get(underlying)
        ?.find((chain) => chain.version === version);
      if (kept) return kept;
      const made = remakes.get(shelf)?.(underlying, version) ?? null;
      if (made === null) throw new Error('the chain asked about has made room for newer ones');
      keep(shelf, made);
      return made;
    },
  };
}
