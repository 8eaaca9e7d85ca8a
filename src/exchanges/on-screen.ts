import type { ListedContract, StreamView } from './venue-streams.ts';

/** The contracts of the expiries on screen, in the order in which those are wanted. */
export function contractsOnScreen({ contracts, expiries }: StreamView): readonly ListedContract[] {
  return expiries.flatMap((expiry) => contracts.filter((contract) => contract.expiry === expiry));
}
