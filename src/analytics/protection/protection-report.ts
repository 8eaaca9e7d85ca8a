import type { EpochMs } from '#base/time.ts';
import type { VenueId } from '#market/venue-id.ts';
import { type CostFigure, costOrReason } from './cost-map.ts';
import type { HedgeBill } from './hedge-bill.ts';
import type { NoHedge, NoHedgeReason } from './no-hedge.ts';
import { type ExpiryAnswer, answerPlan, everyExpiry } from './plan-answer.ts';
import type { ProtectionMarket, SpotSource } from './protection-market.ts';
import type { ProtectionPlan } from './protection-plan.ts';
import { type WhyNumber, whyNumbers } from './why-number.ts';

/** One expiry's cost, or why there is none. */
export interface ExpiryInBrief {
  readonly expiry: EpochMs;
  readonly label: string;
  readonly years: number;
  readonly strike: number | null;
  readonly cost: CostFigure | null;
  readonly reason: NoHedgeReason | null;
  readonly fillable: number | null;
}

/** A bill with all that is needed to cite and to recompute it. Plain data: JSON as it stands. */
export interface ProtectionReport {
  readonly format: 'smirk-protection';
  readonly version: 1;
  readonly venue: VenueId;
  readonly underlying: string;
  /** Milliseconds UTC of the newest quote. */
  readonly asOf: EpochMs;
  readonly spot: number | null;
  readonly spotSource: SpotSource | null;
  readonly plan: ProtectionPlan;
  readonly conventions: readonly string[];
  /** Null where there is none; `failure` then tells why. */
  readonly bill: HedgeBill | null;
  readonly failure: NoHedge | null;
  readonly why: readonly WhyNumber[];
  readonly everyExpiry: readonly ExpiryInBrief[];
}

const CONVENTIONS: readonly string[] = [
  'Black-76 on the forward of the expiry; time ACT/365F from the time of the quote to the expiry; vols are decimals.',
  'Bought at the ask, sold at the bid, walked through the book level by level where it is known; never extrapolated.',
  'Parts are in the quote currency per unit held and add up to the total exactly; costs are positive.',
  'A premium in coin is worth coin × forward: the undiscounted price, payable at expiry.',
  'Delivery fee: its expected value on the fitted law. Interest on what is paid today is not counted.',
  'Maximum loss and break-even: at expiry, bill included, against the reference price named.',
  'Vol points: divided by the unsigned vegas of all legs. Per day: straight-line to the expiry.',
];

/** Makes out one plan as a document: inputs, conventions, time, venue, the bill with why each number, every expiry in brief. */
export function protectionReport(market: ProtectionMarket, plan: ProtectionPlan): ProtectionReport {
  const answer = answerPlan(market, plan);
  return {
    format: 'smirk-protection',
    version: 1,
    venue: market.venue,
    underlying: market.underlying,
    asOf: market.asOf,
    spot: market.spot,
    spotSource: market.spotSource,
    plan,
    conventions: CONVENTIONS,
    bill: answer.ok ? answer.value : null,
    failure: answer.ok ? null : answer.error,
    why: answer.ok ? whyNumbers(answer.value) : [],
    everyExpiry: everyExpiry(market, plan).map(inBrief),
  };
}

function inBrief({ expiry, label, years, answer }: ExpiryAnswer): ExpiryInBrief {
  const strike = answer.ok ? answer.value.floorStrike : null;
  return { expiry, label, years, strike, ...costOrReason(answer.ok ? answer.value : answer.error) };
}
