import { type Result, ok } from '#base/result.ts';
import {
  type BillPart,
  type PartSizes,
  type Amounts,
  addUp,
  amountsOf,
  optionPartSizes,
} from './bill-parts.ts';
import { type HedgePayoff, type PayoffOption, worstOutcome } from './hedge-payoff.ts';
import { type LegFigures, legFigures } from './leg-bill.ts';
import { deliveryTerms } from './leg-fees.ts';
import type { NoHedge } from './no-hedge.ts';
import { DAYS_PER_YEAR } from '#base/time.ts';
import type { ProtectionMarket } from './protection-market.ts';
import type { ProtectionPlan } from './protection-plan.ts';
import type { SideFills } from './side-fills.ts';
import { type Sizing, type SolvedSize, solveSize } from './sizing.ts';
import type { BillableExpiry } from './structure-legs.ts';
import { type HedgeLeg, type QuotedLeg, quotedLeg, tradeLeg } from './trade-leg.ts';

/** What loss is measured from, quote currency per unit. */
export interface Reference {
  readonly price: number;
  readonly is: 'entry' | 'spot' | 'forward';
}

/** Most that can be lost at expiry, bill included: of the reference value, in quote currency, and the price at which. */
export interface MaximumLoss {
  readonly share: number;
  readonly quote: number;
  readonly at: number;
}

/** One leg as it is traded. */
export interface HedgeTrade {
  readonly leg: QuotedLeg;
  readonly traded: SideFills;
  readonly figures: LegFigures;
}

/** The cost of a hedge and what it does at expiry: what every figure of a bill is derived from. */
export interface HedgeCore {
  readonly trades: readonly HedgeTrade[];
  readonly sizing: Sizing;
  readonly parts: readonly BillPart[];
  readonly total: Amounts;
  readonly payoff: HedgePayoff;
  readonly reference: Reference;
  readonly maximumLoss: MaximumLoss;
}

/** What one hedge is made on. */
export interface HedgeBasis {
  readonly market: ProtectionMarket;
  readonly expiry: BillableExpiry;
  readonly plan: Pick<ProtectionPlan, 'amount' | 'entry' | 'funding' | 'fees'>;
}

/** What loss is measured from: the entry price where there is one, else spot, else the expiry's forward. */
export function referencePrice(entry: number | null, spot: number | null, forward: number): Reference {
  if (entry !== null) return { price: entry, is: 'entry' };
  return spot === null ? { price: forward, is: 'forward' } : { price: spot, is: 'spot' };
}

/** Sizes, trades and adds up the legs of a hedge; the first leg is the put at the floor. */
export function hedgeCore(legs: readonly HedgeLeg[], basis: HedgeBasis): Result<HedgeCore, NoHedge> {
  const { market, plan } = basis;
  const quoted: QuotedLeg[] = [];
  for (const leg of legs) {
    const found = quotedLeg(leg, market, plan.fees);
    if (!found.ok) return found;
    quoted.push(found.value);
  }
  const size = solveSize(quoted, plan.amount, plan.funding);
  if (!size.ok) return size;
  const trades: HedgeTrade[] = [];
  for (const leg of quoted) {
    const traded = tradeLeg(leg, size.value.units);
    if (!traded.ok) return traded;
    const figures = legFigures(leg, traded.value, plan.amount);
    trades.push({ leg, traded: traded.value, figures });
  }
  return ok(coreOf(trades, size.value, basis));
}

function coreOf(
  trades: readonly HedgeTrade[],
  { rule, solved, units, lot }: SolvedSize,
  { market, expiry, plan }: HedgeBasis,
): HedgeCore {
  const { amount } = plan;
  const legs = trades.map(({ figures }) => figures);
  const sizes = optionPartSizes(legs);
  const paid = amount * addUp(sizes.filter(([id]) => id !== 'delivery'));
  const inCoin = market.premiumUnit === 'underlying';
  const coinPaid = inCoin ? legs.reduce((sum, leg) => sum + coinOf(leg, amount), 0) : null;
  const fromHolding = rule === 'coins-left' ? (coinPaid ?? 0) : 0;
  const payoff: HedgePayoff = {
    units: amount - fromHolding,
    cash: rule === 'coins-left' ? 0 : -paid,
    options: trades.map(({ leg, figures }) => payoffOption(leg, figures.units)),
    short: { units: 0, price: 0 },
  };
  const reference = referencePrice(plan.entry, market.spot, expiry.forward);
  return {
    trades,
    sizing: {
      rule,
      solved,
      contracts: legs[0]?.contracts ?? 0,
      lot,
      coinPerUnit: coinPaid === null || units === 0 ? null : coinPaid / units,
      unitsLeft: amount - fromHolding,
    },
    ...partsAndTotal(sizes, {
      amount,
      forward: expiry.forward,
      perCoin: inCoin ? expiry.forward : market.spot,
      vega: legs.reduce((sum, { vega }) => sum + vega, 0),
      days: expiry.years * DAYS_PER_YEAR,
    }),
    payoff,
    reference,
    maximumLoss: maximumLoss(payoff, amount, reference),
  };
}

/** Parts in all units, and their sum. */
export function partsAndTotal(
  sizes: PartSizes,
  basis: Parameters<typeof amountsOf>[1],
): { readonly parts: readonly BillPart[]; readonly total: Amounts } {
  return {
    parts: sizes.map(([id, size]) => ({ id, amounts: size === null ? null : amountsOf(size, basis) })),
    total: amountsOf(addUp(sizes), basis),
  };
}

/** What is lost from the reference value at the worst settlement price. */
export function maximumLoss(payoff: HedgePayoff, amount: number, reference: Reference): MaximumLoss {
  const worst = worstOutcome(payoff, reference.price);
  const quote = amount * reference.price - worst.value;
  return { share: quote / (amount * reference.price), quote, at: worst.price };
}

/** Coin paid for one leg, premium and known fee; received for a sale, less the fee. */
function coinOf({ side, averagePrice, units, parts, forward }: LegFigures, amount: number): number {
  const premium = (side === 'buy' ? 1 : -1) * averagePrice * units;
  return premium + ((parts.fee ?? 0) * amount) / forward;
}

function payoffOption({ contract, side, fees }: QuotedLeg, units: number): PayoffOption {
  const { right, strike } = contract.instrument;
  const { delivery, deliveryCap } = deliveryTerms(fees);
  return { right, strike, units: side === 'buy' ? units : -units, delivery: delivery ?? 0, deliveryCap };
}
