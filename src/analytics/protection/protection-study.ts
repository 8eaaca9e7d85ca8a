import type { EpochMs } from '#base/time.ts';
import type { VenueId } from '#market/venue-id.ts';
import { type SizeCost, costBySize } from './cost-by-size.ts';
import { type CostRow, costMap } from './cost-map.ts';
import type { HedgeAnswer, HedgeBill } from './hedge-bill.ts';
import { type Shock, type ShockOutcome, shockOutcome, usualShock } from './hedge-scenario.ts';
import { type PayoffCurves, payoffCurves } from './payoff-curves.ts';
import { type ExpiryAnswer, answerPlan, everyExpiry } from './plan-answer.ts';
import { type ProgrammeEstimate, programmeEstimate } from './programme-estimate.ts';
import type { ProtectionMarket, SpotSource } from './protection-market.ts';
import type { ProtectionPlan } from './protection-plan.ts';
import { billable } from './structure-legs.ts';
import { type StructureAnswer, structuresCompared } from './structures-compared.ts';
import { type WhyNumber, whyNumbers } from './why-number.ts';

/** Everything the Protection panel draws for one plan on one chain. Plain data, finite or null throughout. */
export interface ProtectionStudy {
  readonly plan: ProtectionPlan;
  readonly venue: VenueId;
  readonly underlying: string;
  readonly asOf: EpochMs;
  readonly spot: number | null;
  readonly spotSource: SpotSource | null;
  readonly answer: HedgeAnswer;
  readonly why: readonly WhyNumber[];
  readonly everyExpiry: readonly ExpiryAnswer[];
  readonly map: readonly CostRow[];
  readonly structures: readonly StructureAnswer[];
  readonly sizes: readonly SizeCost[];
  /** Each shock twice: sticky strike, then sticky delta. Empty without a bill. */
  readonly shocks: readonly ShockOutcome[];
  /** Null without a bill. */
  readonly curves: PayoffCurves | null;
  /** For a rolling horizon with a bill; null otherwise. */
  readonly programme: ProgrammeEstimate | null;
}

/** What a study looks at beside the plan itself. */
export interface StudySettings {
  readonly shocks: readonly Shock[];
  /** Sizes as multiples of the plan's amount. */
  readonly sizes: readonly number[];
}

/** Gaps from a fifth up to half down, each with the vol and spreads that usually come with it; a hundredth to a hundred times the size. */
export const DEFAULT_STUDY: StudySettings = {
  shocks: [0.2, 0, -0.1, -0.2, -0.3, -0.4, -0.5].map(usualShock),
  sizes: [0.01, 0.03, 0.1, 0.3, 1, 2, 3, 5, 10, 20, 30, 50, 100],
};

/** Studies one plan on one chain: the bill, why each number, and what other expiries, strikes, structures and sizes would cost. */
export function studyProtection(
  market: ProtectionMarket,
  plan: ProtectionPlan,
  settings: StudySettings = DEFAULT_STUDY,
): ProtectionStudy {
  const answer = answerPlan(market, plan);
  const bill = answer.ok ? answer.value : null;
  const { horizon } = plan;
  return {
    plan,
    venue: market.venue,
    underlying: market.underlying,
    asOf: market.asOf,
    spot: market.spot,
    spotSource: market.spotSource,
    answer,
    why: bill === null ? [] : whyNumbers(bill),
    everyExpiry: everyExpiry(market, plan),
    map: costMap(market, plan),
    structures: structuresCompared(market, plan),
    sizes: costBySize(
      market,
      sameStrike(plan, bill),
      settings.sizes.map((share) => share * plan.amount),
    ),
    shocks: bill === null ? [] : shocksOf(bill, market, settings.shocks),
    curves: bill === null ? null : payoffCurves(bill, market),
    programme:
      bill !== null && horizon.kind === 'rolling' ? programmeEstimate(bill, horizon, market.asOf) : null,
  };
}

function sameStrike(plan: ProtectionPlan, bill: HedgeBill | null): ProtectionPlan {
  const strike = bill?.floorStrike ?? null;
  return strike === null ? plan : { ...plan, floor: { by: 'strike', strike } };
}

function shocksOf(
  bill: HedgeBill,
  market: ProtectionMarket,
  shocks: readonly Shock[],
): readonly ShockOutcome[] {
  const listed = market.expiries.find(({ expiry, label }) => expiry === bill.expiry && label === bill.label);
  const expiry = listed && billable(listed);
  if (expiry?.ok !== true) return [];
  return shocks.flatMap((shock) =>
    (['sticky-strike', 'sticky-delta'] as const).map((dynamics) =>
      shockOutcome(bill, expiry.value, shock, dynamics),
    ),
  );
}
