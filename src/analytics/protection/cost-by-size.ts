import { type CostFigure, costOrReason } from './cost-map.ts';
import type { NoHedgeReason } from './no-hedge.ts';
import { answerPlan } from './plan-answer.ts';
import type { ProtectionMarket } from './protection-market.ts';
import type { ProtectionPlan } from './protection-plan.ts';

/** The same plan for another size. */
export interface SizeCost {
  readonly amount: number;
  /** Contracts of the put bought; null where there is no bill. */
  readonly contracts: number | null;
  /** Premium and fees paid for one contract, quote currency per unit of the underlying; null where there is no bill. */
  readonly perContract: number | null;
  readonly cost: CostFigure | null;
  readonly reason: NoHedgeReason | null;
  readonly fillable: number | null;
}

/**
 * What the plan costs for other sizes; a size that the books do not hold has no cost but a reason. A floor chosen by its
 * loss should come in as the strike it led to, so that the sizes are of one contract.
 */
export function costBySize(
  market: ProtectionMarket,
  plan: ProtectionPlan,
  amounts: readonly number[],
): readonly SizeCost[] {
  return amounts.map((amount) => {
    const answer = answerPlan(market, { ...plan, amount });
    if (!answer.ok) return { amount, contracts: null, perContract: null, ...costOrReason(answer.error) };
    const { legs, sizing, total, parts } = answer.value;
    const delivery = parts.find(({ id }) => id === 'delivery')?.amounts?.quote ?? 0;
    const units = legs[0]?.units ?? amount;
    return {
      amount,
      contracts: sizing.contracts,
      perContract: (total.quote - delivery) / units,
      ...costOrReason(answer.value),
    };
  });
}
