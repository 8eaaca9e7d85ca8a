import { type Result, err, ok } from '#base/result.ts';
import { DAY_MS, type EpochMs, epochMs } from '#base/time.ts';
import { floorLegs } from './floor-legs.ts';
import { futureBill } from './future-bill.ts';
import { type HedgeAnswer, type HedgeBill, hedgeBill, hedgeDecay } from './hedge-bill.ts';
import { interpolatedValue } from './interpolated-value.ts';
import { type NoHedge, noHedge } from './no-hedge.ts';
import type { ExpiryMarket, ProtectionMarket } from './protection-market.ts';
import type { Horizon, ProtectionPlan, RollPeriod } from './protection-plan.ts';
import { billable } from './structure-legs.ts';

/** The same plan at one listed expiry. */
export interface ExpiryAnswer {
  readonly expiry: EpochMs;
  readonly label: string;
  readonly years: number;
  readonly answer: HedgeAnswer;
}

/** Days from one roll to the next. */
export const ROLL_DAYS: Readonly<Record<RollPeriod, number>> = { week: 7, month: 30, quarter: 91 };

/** The bill of a plan at the expiry its horizon asks for, or why there is none. */
export function answerPlan(market: ProtectionMarket, plan: ProtectionPlan): HedgeAnswer {
  const expiry = expiryFor(market, plan.horizon);
  if (!expiry.ok) return expiry;
  const answer = answerAt(market, expiry.value, plan);
  const { horizon } = plan;
  return answer.ok && horizon.kind === 'date' ? ok(withDate(answer.value, horizon.at, market)) : answer;
}

/** The same plan at every listed expiry, whatever its horizon. */
export function everyExpiry(market: ProtectionMarket, plan: ProtectionPlan): readonly ExpiryAnswer[] {
  return market.expiries.map((expiry) => ({
    expiry: expiry.expiry,
    label: expiry.label,
    years: expiry.years,
    answer: answerAt(market, expiry, plan),
  }));
}

/** The bill of a plan at one expiry. */
export function answerAt(market: ProtectionMarket, listed: ExpiryMarket, plan: ProtectionPlan): HedgeAnswer {
  const expiry = billable(listed);
  if (!expiry.ok) return expiry;
  const search = { market, expiry: expiry.value, plan };
  const { structure } = plan;
  if (structure.kind === 'short-future' || structure.kind === 'short-perpetual') {
    return futureBill(structure.kind, structure.terms, search);
  }
  const legs = floorLegs(structure, search);
  return legs.ok ? hedgeBill(structure.kind, legs.value, search) : legs;
}

/**
 * The listed expiry that serves a horizon: the one named; the first at or after a date; for a rolling programme the one
 * whose distance is nearest to the period, and in the future.
 */
export function expiryFor(market: ProtectionMarket, horizon: Horizon): Result<ExpiryMarket, NoHedge> {
  const { expiries, asOf } = market;
  if (horizon.kind === 'expiry') {
    const named = expiries.find(
      ({ expiry, series }) =>
        expiry === horizon.expiry && (horizon.series === null || series === horizon.series),
    );
    return named === undefined ? err(noHedge('no-expiry')) : ok(named);
  }
  const open = expiries.filter(({ expiry }) => expiry > asOf);
  if (open.length === 0) return err(noHedge('no-expiry'));
  if (horizon.kind === 'date') {
    const next = open.find(({ expiry }) => expiry >= horizon.at);
    return next === undefined ? err(noHedge('beyond-last-expiry')) : ok(next);
  }
  return nearestExpiry(open, epochMs(asOf + ROLL_DAYS[horizon.every] * DAY_MS));
}

/** The expiry nearest to an instant, the earlier of two equally near. */
export function nearestExpiry(expiries: readonly ExpiryMarket[], at: EpochMs): Result<ExpiryMarket, NoHedge> {
  let nearest: ExpiryMarket | null = null;
  for (const one of expiries) {
    if (nearest === null || Math.abs(one.expiry - at) < Math.abs(nearest.expiry - at)) nearest = one;
  }
  return nearest === null ? err(noHedge('no-expiry')) : ok(nearest);
}

function withDate(bill: HedgeBill, at: EpochMs, market: ProtectionMarket): HedgeBill {
  const decay = hedgeDecay({ market }, bill);
  const { amount, payoff } = bill;
  return {
    ...bill,
    interpolated: interpolatedValue(payoff.options, at, { asOf: market.asOf, amount, decay }),
  };
}
