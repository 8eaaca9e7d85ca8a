import type { EpochMs } from '#base/time.ts';
import type { RollPeriod } from './protection-plan.ts';

/** A rolling programme at today's prices: whole rolls, each with its own fees. */
export interface ProgrammeEstimate {
  readonly every: RollPeriod;
  readonly until: EpochMs;
  readonly rolls: number;
  /** Quote currency for the whole holding. */
  readonly perRoll: number;
  readonly total: number;
}
