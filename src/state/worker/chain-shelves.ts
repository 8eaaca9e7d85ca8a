import type { OptionChain } from '#market/option-chain.ts';
import type { ChainRef } from './desk-protocol.ts';

/** Chains kept for a while, so that a report can be asked for by name. */
export interface ChainShelves {
  readonly keep: (shelf: string, chain: OptionChain) => ChainRef;
  /** Throws when the chain has made room for newer ones. */
  readonly find: (ref: ChainRef) => OptionChain;
}

/** A question about the last few versions can still be answered when newer ones have come. */
const KEPT = 4;

export function createChainShelves(): ChainShelves {
  const shelves = new Map<string, readonly OptionChain[]>();
  return {
    keep: (shelf, chain) => {
      const { underlying, version } = chain;
      const place = `${shelf} ${underlying}`;
      const others = (shelves.get(place) ?? []).filter((one) => one.version !== version);
      shelves.set(place, [...others, chain].slice(-KEPT));
      return { kind: 'held', shelf, underlying, version };
    },
    find: (ref) => {
      if (ref.kind === 'given') return ref.chain;
      const place = shelves.get(`${ref.shelf} ${ref.underlying}`) ?? [];
      const chain = place.find(({ version }) => version === ref.version);
      if (!chain) throw new Error('the chain asked about has made room for newer ones');
      return chain;
    },
  };
}
