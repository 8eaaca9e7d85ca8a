import type { PlanStudy } from '#analytics/protection/protection-study.ts';
import { expiryLabel } from '#base/calendar.ts';
import type { PlanForm } from '#state/plan-form.ts';

/**
 * The plan that asks another market for the very contracts of a bill: its strikes and its day, at that market's own fees.
 * A plan without a bill is asked as it stands.
 */
export function sameFloor(form: PlanForm, { answer }: Pick<PlanStudy, 'answer'>): PlanForm {
  const listed = { ...form, taker: null };
  if (!answer.ok) return listed;
  const { floorStrike, capStrike, legs, expiry } = answer.value;
  const date = expiryLabel(expiry).replaceAll(' ', '');
  const dated: PlanForm = { ...listed, horizon: { kind: 'date', date } };
  if (floorStrike === null) return dated;
  const [, lower] = legs.filter(({ right }) => right === 'put');
  const second = { collar: capStrike, 'put-spread': lower?.strike, 'put-ratio': lower?.strike };
  return {
    ...dated,
    unit: 'strike',
    level: floorStrike,
    second: (second as Partial<Record<PlanForm['structure'], number | null>>)[form.structure] ?? null,
  };
}

/** The same, the premium paid with cash: every unit held is protected, in coin and in dollars alike. */
export function withCash(form: PlanForm): PlanForm {
  return { ...form, cash: true };
}
