import type { Result } from '#base/result.ts';
import type { EpochMs } from '#base/time.ts';
import type { VenueId } from '#market/venue-id.ts';
import type { CostFigure, CostRow } from './cost-map.ts';
import type { HedgeBill, NoHedge, NoHedgeReason } from './hedge-bill.ts';
import type { ShockOutcome } from './hedge-scenario.ts';
import type { PayoffCurves } from './payoff-curves.ts';
import type { ProtectionPlan, RollPeriod, Structure } from './protection-plan.ts';
import type { WhyNumber } from './why-number.ts';

/** A bill, or why there is none. */
export type HedgeAnswer = Result<HedgeBill, NoHedge>;

/** The same plan at one listed expiry. */
export interface ExpiryAnswer {
  readonly expiry: EpochMs;
  readonly label: string;
  readonly years: number;
  readonly answer: HedgeAnswer;
}

/** The same plan by another structure. */
export interface StructureAnswer {
  readonly structure: Structure;
  readonly answer: HedgeAnswer;
}

/** The same plan for another size. */
export interface SizeCost {
  readonly amount: number;
  readonly cost: CostFigure | null;
  readonly reason: NoHedgeReason | null;
  readonly fillable: number | null;
}

/** A rolling programme at today's prices: whole rolls, each with its own fees. */
export interface ProgrammeEstimate {
  readonly every: RollPeriod;
  readonly until: EpochMs;
  readonly rolls: number;
  /** Quote currency for the whole holding. */
  readonly perRoll: number;
  readonly total: number;
}

/** Everything the Protection panel draws for one plan on one chain. Plain data, finite or null throughout. */
export interface ProtectionStudy {
  readonly plan: ProtectionPlan;
  readonly venue: VenueId;
  readonly underlying: string;
  readonly asOf: EpochMs;
  readonly spot: number | null;
  readonly answer: HedgeAnswer;
  readonly why: readonly WhyNumber[];
  readonly everyExpiry: readonly ExpiryAnswer[];
  readonly map: readonly CostRow[];
  readonly structures: readonly StructureAnswer[];
  readonly sizes: readonly SizeCost[];
  readonly shocks: readonly ShockOutcome[];
  /** Null without a bill. */
  readonly curves: PayoffCurves | null;
  /** For a rolling horizon with a bill; null otherwise. */
  readonly programme: ProgrammeEstimate | null;
}
