import { type Result, err, ok } from '#base/result.ts';
import { type NoHedge, noHedge } from './no-hedge.ts';
import type { Funding } from './protection-plan.ts';
import { type QuotedLeg, outlay } from './trade-leg.ts';
import { walkBook } from './walk-book.ts';

/** How the number of contracts was found. */
export interface Sizing {
  /**
   * `one-for-one`: a contract for every unit held. `coins-left`: a premium in coin paid from the holding leaves fewer
   * coins, and as many puts as coins left make the value below the strike the same in quote currency at every price.
   */
  readonly rule: 'one-for-one' | 'coins-left';
  /** Contracts of the first leg before rounding to what can be ordered. */
  readonly solved: number;
  readonly contracts: number;
  /** Step of an order in contracts; null when the venue has not said, and then nothing is rounded. */
  readonly lot: number | null;
  /** Coin paid for one unit of the hedge, premiums and known fees; null for premiums in the quote currency. */
  readonly coinPerUnit: number | null;
  /** Units of the underlying left after what was paid in coin. */
  readonly unitsLeft: number;
}

/** The number of units to trade, before what is left can be told. */
export interface SolvedSize {
  readonly rule: Sizing['rule'];
  readonly solved: number;
  readonly units: number;
  readonly lot: number | null;
}

const MOST_STEPS = 60;

/**
 * How many units of the hedge to trade for a holding.
 *
 * N coins are held; n inverse puts struck at K cost c coin each (premium and fee, by walking the book: c rises with n)
 * and are paid from the holding. At a settlement price S < K they bring (K − S)/S coin each, so that
 *   value(S) = (N − n·c)·S + n·(K − S) = n·K + (N − n·c − n)·S.
 * The value is the same at every S < K only for n = N − n·c: as many puts as coins are left, n = N/(1 + c). Fewer leave
 * coins without a floor, more are paid for with coins that the floor then lacks: on either side the lowest value is less
 * than n·K. For premiums in the quote currency, or paid with cash that buys the coin, nothing is taken from the
 * holding and n = N. Contracts are rounded to the nearest number that can be ordered, where the
 * venue has said what that is.
 */
export function solveSize(
  legs: readonly QuotedLeg[],
  amount: number,
  funding: Funding,
): Result<SolvedSize, NoHedge> {
  const [first] = legs;
  if (first === undefined) return ok({ rule: 'one-for-one', solved: amount, units: amount, lot: null });
  const { contractSize, minimumTrade, premiumUnit, name } = first.contract.instrument;
  if (minimumTrade !== null && amount / contractSize < minimumTrade) {
    return err(noHedge('below-minimum-trade', { fillable: 0, instrument: name }));
  }
  const fromHolding = premiumUnit === 'underlying' && funding === 'from-holding';
  const solved = fromHolding ? coinsLeft(legs, amount) : amount;
  const lots = minimumTrade === null ? null : Math.max(1, Math.round(solved / contractSize / minimumTrade));
  return ok({
    rule: fromHolding ? 'coins-left' : 'one-for-one',
    solved: solved / contractSize,
    units: lots === null || minimumTrade === null ? solved : lots * minimumTrade * contractSize,
    lot: minimumTrade,
  });
}

/** n·(1 + c(n)) = N by repeated n ← N/(1 + c(n)), which converges fast as c moves little with n. */
function coinsLeft(legs: readonly QuotedLeg[], amount: number): number {
  let units = amount;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = amount / (1 + coinCost(legs, units));
    const settled = Math.abs(next - units) <= 1e-15 * amount;
    units = next;
    if (settled) break;
  }
  return units;
}

/** Coin paid for one unit of the hedge when so many are traded, as far as the books reach. */
function coinCost(legs: readonly QuotedLeg[], units: number): number {
  let cost = 0;
  for (const leg of legs) cost += (leg.ratio * outlayWithinReach(leg, units)) / leg.pricing.forward;
  return cost;
}

function outlayWithinReach(leg: QuotedLeg, units: number): number {
  const { best, levels } = leg.offered;
  const price = best ?? 0;
  const size = (units * leg.ratio) / leg.contract.instrument.contractSize;
  if (levels === null) return outlay(leg, [{ price, size }], price);
  const { taken, averagePrice } = walkBook(levels, size);
  return outlay(leg, taken, averagePrice ?? price);
}
