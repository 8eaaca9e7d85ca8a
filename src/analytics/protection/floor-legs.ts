import { type Result, err, ok } from '#base/result.ts';
import { type HedgeCore, hedgeCore, referencePrice } from './hedge-core.ts';
import { type NoHedge, noHedge } from './no-hedge.ts';
import type { ListedContract } from './protection-market.ts';
import type { ProtectionPlan } from './protection-plan.ts';
import { type LegSearch, type OptionStructure, listedStrike, structureLegs } from './structure-legs.ts';
import type { HedgeLeg } from './trade-leg.ts';

/** The legs of a plan at one expiry: around the listed strike its floor names, or around the cheapest that keeps its loss. */
export function floorLegs(
  structure: OptionStructure,
  search: LegSearch,
): Result<readonly HedgeLeg[], NoHedge> {
  const { floor } = search.plan;
  if (floor.by === 'loss') return cheapestWithin(floor.share, structure, search);
  const put = listedStrike(floor, 'put', search);
  return put.ok ? structureLegs(put.value, structure, search) : put;
}

/** A structure around one put, and what it comes to. */
export interface Tried {
  readonly legs: readonly HedgeLeg[];
  readonly core: HedgeCore;
}

/** A structure that costs nothing by design is cheapest where it leaves the most to gain. */
function price({ core }: Tried, structure: OptionStructure): number {
  if (structure.kind !== 'zero-cost-collar') return core.total.perUnit;
  return -Math.max(...core.trades.map(({ figures }) => figures.strike));
}

/** A floor this far below the value to be kept cannot keep it, were the hedge even a credit of a tenth of the holding. */
const LEAST_HOPEFUL = 0.9;

function cheapestWithin(
  loss: number,
  structure: OptionStructure,
  search: LegSearch,
): Result<readonly HedgeLeg[], NoHedge> {
  const { market, expiry, plan } = search;
  const reference = referencePrice(plan.entry, market.spot, expiry.forward);
  let best: Tried | null = null;
  let reachable: number | null = null;
  let obstacle: NoHedge | null = null;
  const lowest = LEAST_HOPEFUL * (1 - loss) * reference.price;
  for (const put of search.expiry.puts) {
    if (put.instrument.strike < lowest) continue;
    const tried = tryFloor(put, structure, search);
    if (!tried.ok) {
      obstacle ??= tried.error;
      continue;
    }
    const { share } = tried.value.core.maximumLoss;
    reachable = Math.min(reachable ?? share, share);
    if (share > loss) continue;
    if (best === null || price(tried.value, structure) < price(best, structure)) best = tried.value;
  }
  if (best !== null) return ok(best.legs);
  if (reachable === null) return err(obstacle ?? noHedge('no-strike'));
  return err(noHedge('loss-out-of-reach', { reachable }));
}

/** Every put was tried to find the cheapest: the map of all floors asks for the same ones again. */
const TRIED = new WeakMap<ProtectionPlan, WeakMap<ListedContract, Result<Tried, NoHedge>>>();

/** The structure around one listed put, or why it cannot be had. */
export function tryFloor(
  put: ListedContract,
  structure: OptionStructure,
  search: LegSearch,
): Result<Tried, NoHedge> {
  const { plan } = search;
  if (plan.floor.by !== 'loss' || plan.structure !== structure) return tryAnew(put, structure, search);
  const known = TRIED.get(plan) ?? new WeakMap<ListedContract, Result<Tried, NoHedge>>();
  TRIED.set(plan, known);
  const tried = known.get(put) ?? tryAnew(put, structure, search);
  known.set(put, tried);
  return tried;
}

function tryAnew(put: ListedContract, structure: OptionStructure, search: LegSearch): Result<Tried, NoHedge> {
  const legs = structureLegs(put, structure, search);
  if (!legs.ok) return legs;
  const core = hedgeCore(legs.value, search);
  return core.ok ? ok({ legs: legs.value, core: core.value }) : core;
}
