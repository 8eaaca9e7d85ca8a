import type { HedgeAnswer } from './hedge-bill.ts';
import { answerPlan } from './plan-answer.ts';
import type { ProtectionMarket } from './protection-market.ts';
import type { FloorChoice, FutureTerms, ProtectionPlan, StrikeChoice, Structure } from './protection-plan.ts';

/** The same plan by another structure. */
export interface StructureAnswer {
  readonly structure: Structure;
  readonly answer: HedgeAnswer;
}

const UNKNOWN_TERMS: FutureTerms = { bids: null, taker: null, fundingPerYear: null };
/** Second strikes that stand beside a floor when none was chosen: 15 % of the forward below it, 15 % above the forward. */
const BELOW = 0.15;
const CAP: StrikeChoice = { by: 'forward', share: 1.15 };
const RATIO = 2;

/** The floor of a plan by every structure, the plan's own with its own strikes and terms. */
export function structuresCompared(
  market: ProtectionMarket,
  plan: ProtectionPlan,
): readonly StructureAnswer[] {
  return structuresBeside(plan).map((structure) => ({
    structure,
    answer: answerPlan(market, structure === plan.structure ? plan : { ...plan, structure }),
  }));
}

/** All structures for a floor: the plan's own as it is, the others with second strikes in its neighbourhood. */
export function structuresBeside({ floor, structure }: ProtectionPlan): readonly Structure[] {
  const lower = lowerStrike(floor);
  const all: readonly Structure[] = [
    { kind: 'put' },
    { kind: 'put-spread', lower },
    { kind: 'collar', cap: CAP },
    { kind: 'zero-cost-collar' },
    { kind: 'put-ratio', lower, ratio: RATIO },
    { kind: 'short-future', terms: UNKNOWN_TERMS },
    { kind: 'short-perpetual', terms: UNKNOWN_TERMS },
  ];
  return all.map((one) => (one.kind === structure.kind ? structure : one));
}

/** A strike to sell below a floor, named in the floor's own way where that can be. */
export function lowerStrike(floor: FloorChoice): StrikeChoice {
  if (floor.by === 'strike') return { by: 'strike', strike: (1 - BELOW) * floor.strike };
  if (floor.by === 'delta') return { by: 'delta', delta: floor.delta / 2 };
  if (floor.by === 'loss') return { by: 'forward', share: Math.max(BELOW, 1 - floor.share - BELOW) };
  return { by: floor.by, share: Math.max(BELOW, floor.share - BELOW) };
}
