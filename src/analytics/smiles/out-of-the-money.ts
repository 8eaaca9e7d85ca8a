import type { VolContract } from '../quotes/prepare-expiries.ts';

/**
 * The out-of-the-money side, spliced at the forward: puts below it, calls above it. At a strike that equals the forward
 * both rights are at the money, and the one quoted tighter in vol is taken (the first when neither is tighter).
 */
export function outOfTheMoney(contracts: readonly VolContract[], forward: number): ReadonlySet<VolContract> {
  const chosen = new Set<VolContract>();
  const atForward: VolContract[] = [];
  for (const entry of contracts) {
    const { strike, right } = entry.contract.instrument;
    if (strike === forward) atForward.push(entry);
    else if (strike < forward === (right === 'put')) chosen.add(entry);
  }
  const [tightest] = atForward.toSorted((a, b) => volWidth(a) - volWidth(b));
  if (tightest) chosen.add(tightest);
  return chosen;
}

function volWidth({ vols }: VolContract): number {
  return vols.bid === null || vols.ask === null ? Number.MAX_VALUE : vols.ask - vols.bid;
}
