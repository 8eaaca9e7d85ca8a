import type { PlanStudy } from '#analytics/protection/protection-study.ts';

/**
 * Units of one contract, where a plan holds less than that and can for that reason not be carried out; null otherwise.
 * @param contractSize units of the underlying in one contract; null when nothing is listed
 */
export function leastHolding(
  { answer, plan }: Pick<PlanStudy, 'answer' | 'plan'>,
  contractSize: number | null,
): number | null {
  if (answer.ok || answer.error.reason !== 'below-minimum-trade' || contractSize === null) return null;
  return plan.amount < contractSize ? contractSize : null;
}
