import type { OptionChain } from '#market/option-chain.ts';
import type { ChainShelves } from './chain-shelves.ts';
import type { HeldChain } from './desk-protocol.ts';

/** Keeps a chain and describes it to the page. */
export function heldChain(
  shelves: ChainShelves,
  shelf: string,
  { chain, underlyings }: { readonly chain: OptionChain; readonly underlyings: readonly string[] },
): HeldChain {
  const { venue, underlying, asOf, version, indexPrice, volatilityIndex } = chain;
  return {
    head: { venue, underlying, asOf, version, indexPrice, volatilityIndex },
    ref: shelves.keep(shelf, chain),
    underlyings,
  };
}
