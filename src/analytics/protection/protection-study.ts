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

/** One plan on one chain: the bill, why each number, what it pays and what a gap does to it. Plain data, finite or null throughout. */
export interface PlanStudy {
  readonly plan: ProtectionPlan;
  readonly venue: VenueId;
  readonly underlying: string;
  /** What amounts are told in. */
  readonly quoteCurrency: string;
  readonly asOf: EpochMs;
  readonly spot: number | null;
  readonly spotSource: SpotSource | null;
  readonly answer: HedgeAnswer;
  readonly why: readonly WhyNumber[];
  /** Each shock twice: sticky strike, then sticky delta. Empty without a bill. */
  readonly shocks: readonly ShockOutcome[];
  /** Null without a bill. */
  readonly curves: PayoffCurves | null;
  /** For a rolling horizon with a bill; null otherwise. */
  readonly programme: ProgrammeEstimate | null;
}

/** What the same plan would cost at other expiries, strikes, structures and sizes, beside its own answer. */
export interface PlanElsewhere extends Pick<PlanStudy, 'plan' | 'underlying' | 'quoteCurrency' | 'answer'> {
  readonly everyExpiry: readonly ExpiryAnswer[];
  readonly map: readonly CostRow[];
  readonly structures: readonly StructureAnswer[];
  readonly sizes: readonly SizeCost[];
}

/** Everything the Protection panel draws for one plan on one chain. */
export interface ProtectionStudy extends PlanStudy, PlanElsewhere {}

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

/** Makes out one plan on one chain, and what becomes of it: little work, so that a change of the plan is seen at once. */
export function studyPlan(
  market: ProtectionMarket,
  plan: ProtectionPlan,
  shocks: readonly Shock[] = DEFAULT_STUDY.shocks,
): PlanStudy {
  const answer = answerPlan(market, plan);
  const bill = answer.ok ? answer.value : null;
  const { horizon } = plan;
  const { venue, underlying, quoteCurrency, asOf, spot, spotSource } = market;
  return {
    plan,
    venue,
    underlying,
    quoteCurrency,
    asOf,
    spot,
    spotSource,
    answer,
    why: bill === null ? [] : whyNumbers(bill),
    shocks: bill === null ? [] : shocksOf(bill, market, shocks),
    curves: bill === null ? null : payoffCurves(bill, market),
    programme:
      bill !== null && horizon.kind === 'rolling' ? programmeEstimate(bill, horizon, market.asOf) : null,
  };
}

/** Makes out a studied plan at every other expiry, strike, structure and size: the larger part of the work. */
export function studyElsewhere(
  market: ProtectionMarket,
  { plan, underlying, quoteCurrency, answer }: PlanStudy,
  sizes: readonly number[] = DEFAULT_STUDY.sizes,
): PlanElsewhere {
  return {
    plan,
    underlying,
    quoteCurrency,
    answer,
    everyExpiry: everyExpiry(market, plan),
    map: costMap(market, plan),
    structures: structuresCompared(market, plan),
    sizes: costBySize(
      market,
      sameStrike(plan, answer.ok ? answer.value : null),
      sizes.map((share) => share * plan.amount),
    ),
  };
}

/** Both of them: the bill, why each number, and what other expiries, strikes, structures and sizes would cost. */
export function studyProtection(
  market: ProtectionMarket,
  plan: ProtectionPlan,
  settings: StudySettings = DEFAULT_STUDY,
): ProtectionStudy {
  const own = studyPlan(market, plan, settings.shocks);
  return { ...own, ...studyElsewhere(market, own, settings.sizes) };
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
