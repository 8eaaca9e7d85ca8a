import type { PlanStudy } from '#analytics/protection/protection-study.ts';

/** Contracts whose books decide: those traded, or the one whose best price is too small. */
export function tradedContracts(study: Pick<PlanStudy, 'answer'> | null): readonly string[] {
  if (study === null) return [];
  const { answer } = study;
  if (answer.ok) return answer.value.legs.map(({ instrument }) => instrument);
  const { reason, instrument } = answer.error;
  return reason === 'beyond-top-of-book' && instrument !== null ? [instrument] : [];
}
