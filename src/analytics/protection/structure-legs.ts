import { type Result, err, ok } from '#base/result.ts';
import type { OptionRight } from '#market/instrument.ts';
import type { Smile } from '#quant/smile.ts';
import { type NoHedge, type NoHedgeReason, noHedge } from './no-hedge.ts';
import type { ExpiryMarket, ListedContract, ProtectionMarket } from './protection-market.ts';
import type { ProtectionPlan, StrikeChoice, Structure } from './protection-plan.ts';
import { nearestStrike, strikeTarget } from './strike-target.ts';
import type { HedgeLeg } from './trade-leg.ts';
import { zeroCostCalls } from './zero-cost-calls.ts';

/** An expiry on which bills can be made: it has a forward and a smile. */
export interface BillableExpiry extends ExpiryMarket {
  readonly forward: number;
  readonly atmVol: number;
  readonly smile: Smile;
}

/** The expiry with what a bill needs, or the reason that it has not. */
export function billable(expiry: ExpiryMarket): Result<BillableExpiry, NoHedge> {
  const { forward, atmVol, smile, unfitted, years } = expiry;
  if (unfitted === 'expired' || years <= 0) return err(noHedge('expired'));
  if (forward === null) return err(noHedge('no-forward'));
  if (atmVol === null || smile === null) return err(noHedge('no-smile'));
  return ok({ ...expiry, forward, atmVol, smile });
}

/** What legs are looked up in and for. */
export interface LegSearch {
  readonly market: ProtectionMarket;
  readonly expiry: BillableExpiry;
  readonly plan: ProtectionPlan;
}

/** Structures that are made of options. */
export type OptionStructure = Exclude<Structure, { readonly kind: 'short-future' | 'short-perpetual' }>;

/** The listed contract a strike choice means; `missing` is the reason where none is near it. */
export function listedStrike(
  choice: StrikeChoice,
  right: OptionRight,
  { market, expiry }: LegSearch,
  missing: Extract<NoHedgeReason, 'no-strike' | 'no-lower-strike' | 'no-cap-strike'> = 'no-strike',
): Result<ListedContract, NoHedge> {
  const { forward, smile } = expiry;
  const context = { spot: market.spot, forward, smile, convention: market.deltaConvention };
  const target = strikeTarget(choice, right, context);
  if (!target.ok) return err(noHedge(target.error));
  const found = nearestStrike(right === 'put' ? expiry.puts : expiry.calls, target.value);
  return found === null ? err(noHedge(missing)) : ok(found);
}

/**
 * The options of a structure around a put that is bought; the first leg is that put. Put spread and ratio sell a lower
 * put, a collar sells a higher call, the zero-cost collar the call, or two neighbouring ones, that pay for the put.
 */
export function structureLegs(
  floor: ListedContract,
  structure: OptionStructure,
  search: LegSearch,
): Result<readonly HedgeLeg[], NoHedge> {
  const bought: HedgeLeg = { contract: floor, side: 'buy', ratio: 1 };
  if (structure.kind === 'put') return ok([bought]);
  if (structure.kind === 'zero-cost-collar') {
    const calls = zeroCostCalls(bought, search);
    return calls.ok ? ok([bought, ...calls.value]) : calls;
  }
  if (structure.kind === 'collar') {
    const cap = listedStrike(structure.cap, 'call', search, 'no-cap-strike');
    if (!cap.ok) return cap;
    if (cap.value.instrument.strike <= floor.instrument.strike) return outOfOrder(cap.value);
    return ok([bought, { contract: cap.value, side: 'sell', ratio: 1 }]);
  }
  const lower = listedStrike(structure.lower, 'put', search, 'no-lower-strike');
  if (!lower.ok) return lower;
  if (lower.value.instrument.strike >= floor.instrument.strike) return outOfOrder(lower.value);
  const ratio = structure.kind === 'put-ratio' ? structure.ratio : 1;
  return ok([bought, { contract: lower.value, side: 'sell', ratio }]);
}

function outOfOrder({ instrument }: ListedContract): Result<never, NoHedge> {
  return err(noHedge('strikes-out-of-order', { instrument: instrument.name }));
}
