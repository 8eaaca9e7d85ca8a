import type { ContractQuote } from '#market/option-chain.ts';

/** A listed strike farther than this from the one asked for protects something else: 5 %, as a decimal. */
export const FARTHEST_STRIKE = 0.05;

/**
 * The put whose strike is nearest to a floor, the higher of two equally near; null when none lies within 5 %.
 * @param floor quote currency per unit of the underlying
 */
export function floorContract(contracts: readonly ContractQuote[], floor: number): ContractQuote | null {
  let nearest: ContractQuote | null = null;
  for (const contract of contracts) {
    const { right, strike } = contract.instrument;
    if (right !== 'put') continue;
    const best = nearest === null ? FARTHEST_STRIKE * floor : Math.abs(nearest.instrument.strike - floor);
    if (Math.abs(strike - floor) <= best) nearest = contract;
  }
  return nearest;
}
