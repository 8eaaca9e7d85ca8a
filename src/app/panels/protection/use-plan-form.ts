import { useMemo } from 'react';
import { useSelection } from '#state/app-context.ts';
import { type PlanForm, withAmount } from '#state/plan-form.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';

/** The plan on screen: where no amount was typed, ten units, or ten contracts where one is of more than a unit. */
export function usePlanForm({ protection }: Analysed): PlanForm {
  const plan = useSelection((state) => state.plan);
  const { amount } = protection;
  return useMemo(() => withAmount(plan, amount), [plan, amount]);
}
