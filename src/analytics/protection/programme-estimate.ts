import { type EpochMs, yearsBetween } from '#base/time.ts';
import { wholeRolls } from './amortisation.ts';
import type { HedgeBill } from './hedge-bill.ts';
import type { Horizon, RollPeriod } from './protection-plan.ts';

/** A rolling programme at today's prices: whole rolls, each with its own fees. */
export interface ProgrammeEstimate {
  readonly every: RollPeriod;
  readonly until: EpochMs;
  readonly rolls: number;
  /** Quote currency for the whole holding. */
  readonly perRoll: number;
  readonly total: number;
}

/** What a programme would cost if every roll cost what the first one costs today. */
export function programmeEstimate(
  { total, years }: HedgeBill,
  horizon: Horizon & { readonly kind: 'rolling' },
  asOf: EpochMs,
): ProgrammeEstimate {
  const rolls = wholeRolls(Math.max(0, yearsBetween(asOf, horizon.until)), years);
  const { every, until } = horizon;
  return { every, until, rolls, perRoll: total.quote, total: rolls * total.quote };
}
