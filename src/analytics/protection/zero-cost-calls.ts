import { type Result, err, ok } from '#base/result.ts';
import { bracketedRoot } from '#quant/solve/bracketed-root.ts';
import { type NoHedge, noHedge } from './no-hedge.ts';
import type { ListedContract, ProtectionMarket } from './protection-market.ts';
import type { ProtectionPlan } from './protection-plan.ts';
import { type HedgeLeg, type QuotedLeg, outlay, quotedLeg, tradeLeg } from './trade-leg.ts';

/** What the search for the calls rests on. */
export interface CallSearch {
  readonly market: ProtectionMarket;
  readonly expiry: { readonly calls: readonly ListedContract[] };
  readonly plan: Pick<ProtectionPlan, 'amount' | 'fees'>;
}

/** A call that can be sold for the whole size and what that leaves to pay for each unit, put included. */
interface Candidate {
  readonly leg: QuotedLeg;
  readonly cost: number;
}

/**
 * The calls whose sale pays for a put, fees of both included, each walked for its size. Listed strikes seldom cost exactly
 * nothing: the size is split over the two neighbours between which the cost changes sign, in whole lots where the
 * lot is known. At no cost nothing is taken from the holding, so that a call is sold for every unit held.
 */
export function zeroCostCalls(bought: HedgeLeg, search: CallSearch): Result<readonly HedgeLeg[], NoHedge> {
  const { plan } = search;
  const put = priceOf(bought, search);
  if (!put.ok) return put;
  const { sold, obstacle } = soldCalls(search);
  let below: Candidate | null = null;
  let above: Candidate | null = null;
  for (const call of sold) {
    if (call.leg.contract.instrument.strike <= bought.contract.instrument.strike) continue;
    if (put.value.cost + call.cost <= 0) [below, above] = [call, null];
    else above ??= call;
  }
  if (below === null) return err(above === null && obstacle !== null ? obstacle : noHedge('cannot-finance'));
  if (put.value.cost + below.cost === 0) return ok([soldShare(below.leg, 1)]);
  if (above === null) return err(noHedge('cap-beyond-listed'));
  return ok(split(below.leg, above.leg, put.value.cost, plan.amount));
}

interface SoldCalls {
  readonly sold: readonly Candidate[];
  /** What stands in the way of the first call that cannot be sold. */
  readonly obstacle: NoHedge | null;
}

/** Calls of one expiry of one market sold at one schedule of fees, by the units sold. */
interface KnownSales {
  readonly market: ProtectionMarket;
  readonly fees: ProtectionPlan['fees'];
  readonly byAmount: Map<number, SoldCalls>;
}

/** The same calls are asked for by every put of an expiry, and by every picture of a plan; more sizes than a study asks for are not kept. */
const SALES = new WeakMap<CallSearch['expiry']['calls'], KnownSales>();
const MOST_AMOUNTS = 32;

function soldCalls(search: CallSearch): SoldCalls {
  const { market, expiry, plan } = search;
  let sales = SALES.get(expiry.calls);
  if (sales?.market !== market || sales.fees !== plan.fees || sales.byAmount.size >= MOST_AMOUNTS) {
    sales = { market, fees: plan.fees, byAmount: new Map() };
    SALES.set(expiry.calls, sales);
  }
  const known = sales.byAmount.get(plan.amount) ?? sellEach(search);
  sales.byAmount.set(plan.amount, known);
  return known;
}

function sellEach(search: CallSearch): SoldCalls {
  const sold: Candidate[] = [];
  let obstacle: NoHedge | null = null;
  for (const contract of search.expiry.calls) {
    const call = priceOf({ contract, side: 'sell', ratio: 1 }, search);
    if (call.ok) sold.push(call.value);
    else obstacle ??= call.error;
  }
  return { sold, obstacle };
}

/** What a leg costs a unit when the whole size is traded, quote currency. */
function priceOf(leg: HedgeLeg, { market, plan }: CallSearch): Result<Candidate, NoHedge> {
  const quoted = quotedLeg(leg, market, plan.fees);
  if (!quoted.ok) return quoted;
  const traded = tradeLeg(quoted.value, plan.amount);
  if (!traded.ok) return traded;
  return ok({ leg: quoted.value, cost: outlay(quoted.value, traded.value.fills, traded.value.average) });
}

function split(low: QuotedLeg, high: QuotedLeg, putCost: number, amount: number): readonly HedgeLeg[] {
  const left = (share: number): number =>
    putCost + share * partial(low, share * amount) + (1 - share) * partial(high, (1 - share) * amount);
  const exact = bracketedRoot(left, 0, 1) ?? 1;
  const { minimumTrade, contractSize } = low.contract.instrument;
  const lots = minimumTrade === null ? null : amount / contractSize / minimumTrade;
  const share = lots === null ? exact : Math.min(1, Math.round(exact * lots) / lots);
  const legs = [soldShare(low, share), soldShare(high, 1 - share)];
  return legs.filter(({ ratio }) => ratio * (lots ?? 1e9) > 0.5);
}

/** Outlay a unit for part of a size that is known to be there as a whole. */
function partial(leg: QuotedLeg, units: number): number {
  if (units <= 0) return 0;
  const { minimumTrade, contractSize } = leg.contract.instrument;
  const traded = tradeLeg(leg, Math.max(units, (minimumTrade ?? 0) * contractSize));
  return traded.ok ? outlay(leg, traded.value.fills, traded.value.average) : 0;
}

function soldShare({ contract, side }: QuotedLeg, ratio: number): HedgeLeg {
  return { contract, side, ratio };
}
