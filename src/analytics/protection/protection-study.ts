import type { EpochMs } from '#base/time.ts';
import type { VenueId } from '#market/venue-id.ts';
import type { SizeCost } from './cost-by-size.ts';
import type { CostRow } from './cost-map.ts';
import type { HedgeAnswer } from './hedge-bill.ts';
import type { ShockOutcome } from './hedge-scenario.ts';
import type { PayoffCurves } from './payoff-curves.ts';
import type { ExpiryAnswer } from './plan-answer.ts';
import type { ProgrammeEstimate } from './programme-estimate.ts';
import type { ProtectionPlan } from './protection-plan.ts';
import type { StructureAnswer } from './structures-compared.ts';
import type { WhyNumber } from './why-number.ts';

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
