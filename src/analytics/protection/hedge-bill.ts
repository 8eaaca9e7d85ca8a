import { type Result, ok } from '#base/result.ts';
import type { EpochMs } from '#base/time.ts';
import type { PremiumUnit } from '#market/instrument.ts';
import { type Amortisation, type HedgeDecay, amortisation } from './amortisation.ts';
import { type Amounts, type BillPart, type PartId, PART_IDS } from './bill-parts.ts';
import {
  type HedgeBasis,
  type HedgeCore,
  type MaximumLoss,
  type Reference,
  hedgeCore,
} from './hedge-core.ts';
import { type HedgeGreeks, hedgeGreeks, shortGreeks } from './hedge-greeks.ts';
import { type HedgePayoff, payoffBreakEvens, payoffKinks, settledValue } from './hedge-payoff.ts';
import type { InterpolatedValue } from './interpolated-value.ts';
import { type LegBill, legBill } from './leg-bill.ts';
import type { NoHedge } from './no-hedge.ts';
import type { SpotSource } from './protection-market.ts';
import type { StructureKind } from './protection-plan.ts';
import type { Sizing } from './sizing.ts';
import type { HedgeLeg } from './trade-leg.ts';

/** The premium (without fees) in coin and in the quote currency, for the whole holding. */
export interface PremiumInBoth {
  /** Null for premiums in the quote currency. */
  readonly coin: number | null;
  /** Coin times forward: Black's undiscounted price, payable at expiry; the parts of the bill are in this measure. */
  readonly atForward: number;
  /** Coin times spot: what the coin would fetch today; null without spot or for premiums in the quote currency. */
  readonly atSpot: number | null;
  /** atForward − atSpot = coin × (forward − spot); null where atSpot is. */
  readonly basis: number | null;
}

/** What the bill mostly is, as a closed code for words. */
export type BillVerdict = 'credit' | 'mostly-execution' | 'mostly-skew' | 'mostly-flat' | 'mostly-carry';

/** What a plan costs at one expiry, all in. */
export interface HedgeBill {
  readonly structure: StructureKind;
  readonly expiry: EpochMs;
  readonly label: string;
  readonly years: number;
  readonly forward: number;
  readonly discount: number;
  readonly spot: number | null;
  readonly spotSource: SpotSource | null;
  readonly atmVol: number | null;
  readonly premiumUnit: PremiumUnit;
  readonly quoteCurrency: string;
  readonly amount: number;
  readonly reference: Reference;
  /** Strike of the put bought; null for a future. */
  readonly floorStrike: number | null;
  /** Strike above which gains stop; the mean weighted by size where the cap is split over two strikes. */
  readonly capStrike: number | null;
  readonly sizing: Sizing;
  readonly legs: readonly LegBill[];
  /** In the order of `PART_IDS`; only those that belong to the structure. */
  readonly parts: readonly BillPart[];
  /** Known parts added up in order. */
  readonly total: Amounts;
  readonly unknown: readonly PartId[];
  readonly premium: PremiumInBoth;
  /**
   * What the venue would waive of the fees were the legs traded as one combination, quote currency for the whole holding;
   * not taken off the total, since the legs are walked one by one. Null for a single leg or where the venue says nothing.
   */
  readonly comboSaving: number | null;
  /** Of the total, decimal; null where the total is not a cost, or less than a hundredth of the parts' sizes. */
  readonly skewShare: number | null;
  /** Half-spread, slippage and fees, of the total. */
  readonly executionShare: number | null;
  readonly verdict: BillVerdict;
  readonly payoff: HedgePayoff;
  /** Prices at expiry at which the holding is worth the same with the hedge as without, rising. */
  readonly breakEvens: readonly number[];
  readonly maximumLoss: MaximumLoss;
  readonly greeks: HedgeGreeks;
  readonly amortisation: Amortisation;
  /** For a date between expiries; null otherwise. */
  readonly interpolated: InterpolatedValue | null;
}

/** A bill, or why there is none. */
export type HedgeAnswer = Result<HedgeBill, NoHedge>;

/** The bill of a hedge made of options, the put at the floor first. */
export function hedgeBill(
  structure: StructureKind,
  legs: readonly HedgeLeg[],
  basis: HedgeBasis,
): HedgeAnswer {
  const core = hedgeCore(legs, basis);
  return core.ok ? ok(billOf(structure, core.value, basis)) : core;
}

/** Everything that follows from the cost of a hedge and its payoff. */
export function billOf(structure: StructureKind, core: HedgeCore, basis: HedgeBasis): HedgeBill {
  const { market, expiry, plan } = basis;
  const { trades, sizing, parts, total, payoff, reference, maximumLoss } = core;
  const legs = trades.map(({ leg, traded, figures }) => legBill(leg, traded, figures));
  const { forward, discount, years } = expiry;
  const { amount } = plan;
  return {
    structure,
    expiry: expiry.expiry,
    label: expiry.label,
    years,
    forward,
    discount,
    spot: market.spot,
    spotSource: market.spotSource,
    atmVol: expiry.atmVol,
    premiumUnit: market.premiumUnit,
    quoteCurrency: market.quoteCurrency,
    amount,
    floorStrike: legs[0]?.strike ?? null,
    capStrike: capStrike(legs),
    sizing,
    legs,
    parts,
    total,
    payoff,
    reference,
    maximumLoss,
    unknown: parts.flatMap(({ id, amounts }) => (amounts === null ? [id] : [])),
    premium: premiumInBoth(legs, basis),
    comboSaving: comboSaving(legs, amount),
    ...sharesOf(parts, total),
    breakEvens: payoffBreakEvens(payoff, amount, reference.price),
    greeks: legs.length === 0 ? shortGreeks(payoff.short.units) : hedgeGreeks(legs, expiry),
    amortisation: amortisation({
      total: total.quote,
      share: total.share,
      years,
      largestPayout: largestPayout(payoff, reference.price) / (amount * reference.price),
      options: payoff.options,
      decay: hedgeDecay(basis, { forward, discount, years }),
    }),
    interpolated: null,
  };
}

/** How the hedge of a bill moves when only time passes. */
export function hedgeDecay(
  { market }: Pick<HedgeBasis, 'market'>,
  {
    forward,
    discount,
    years,
  }: { readonly forward: number; readonly discount: number; readonly years: number },
): HedgeDecay {
  const paidLater = market.premiumUnit === 'underlying' ? 1 : discount;
  return { fits: market.fits, forward, spot: market.spot ?? forward, discount: paidLater, years };
}

/** Most that the hedge pays at any price up to the reference: a floor is there for falls. */
function largestPayout({ options, short }: HedgePayoff, reference: number): number {
  if (short.units > 0) return short.units * short.price;
  const prices = [0, ...payoffKinks({ options, short, units: 0, cash: 0 })].filter(
    (price) => price <= reference,
  );
  const bought = options.filter(({ right }) => right === 'put');
  return Math.max(
    0,
    ...prices.map((price) => bought.reduce((sum, option) => sum + settledValue(option, price), 0)),
  );
}

function capStrike(legs: readonly LegBill[]): number | null {
  const calls = legs.filter(({ right, side }) => right === 'call' && side === 'sell');
  const units = calls.reduce((sum, leg) => sum + leg.units, 0);
  return units > 0 ? calls.reduce((sum, leg) => sum + leg.units * leg.strike, 0) / units : null;
}

function premiumInBoth(legs: readonly LegBill[], { market }: HedgeBasis): PremiumInBoth {
  const signed = legs.map(({ side, averagePrice, units, forward }) => ({
    premium: (side === 'buy' ? 1 : -1) * averagePrice * units,
    forward,
  }));
  const sum = (value: (leg: { readonly premium: number; readonly forward: number }) => number): number =>
    signed.reduce((total, leg) => total + value(leg), 0);
  const paid = sum(({ premium }) => premium);
  if (market.premiumUnit === 'quote') return { coin: null, atForward: paid, atSpot: null, basis: null };
  const atForward = sum(({ premium, forward }) => premium * forward);
  const atSpot = market.spot === null ? null : paid * market.spot;
  return { coin: paid, atForward, atSpot, basis: atSpot === null ? null : atForward - atSpot };
}

/** The waived share of the cheaper direction's fees. */
function comboSaving(legs: readonly LegBill[], amount: number): number | null {
  const [first] = legs;
  const share = first?.fees?.comboDiscount ?? null;
  if (legs.length < 2 || share === null) return null;
  const feesOf = (side: LegBill['side']): number =>
    legs.reduce((sum, leg) => sum + (leg.side === side ? (leg.parts.fee ?? 0) : 0), 0);
  return share * amount * Math.min(feesOf('buy'), feesOf('sell'));
}

const EXECUTION: readonly PartId[] = ['half-spread', 'slippage', 'fee', 'delivery'];
const CARRY: readonly PartId[] = ['basis', 'funding'];
/** A total smaller than this fraction of what was added up is what is left of a cancellation. */
const LEAST_TOTAL = 0.01;

function sharesOf(
  parts: readonly BillPart[],
  total: Amounts,
): Pick<HedgeBill, 'skewShare' | 'executionShare' | 'verdict'> {
  const size = (ids: readonly PartId[]): number =>
    parts.reduce((sum, { id, amounts }) => sum + (ids.includes(id) ? (amounts?.perUnit ?? 0) : 0), 0);
  const gross = PART_IDS.reduce((sum, id) => sum + Math.abs(size([id])), 0);
  if (total.perUnit <= LEAST_TOTAL * gross) {
    return {
      skewShare: null,
      executionShare: null,
      verdict: total.perUnit <= 0 ? 'credit' : 'mostly-execution',
    };
  }
  const [execution, skew, flat, carry] = [size(EXECUTION), size(['skew']), size(['flat-atm']), size(CARRY)];
  const largest = Math.max(execution, skew, flat, carry);
  const verdict =
    largest === carry && carry !== 0
      ? 'mostly-carry'
      : largest === execution
        ? 'mostly-execution'
        : largest === skew
          ? 'mostly-skew'
          : 'mostly-flat';
  return { skewShare: skew / total.perUnit, executionShare: execution / total.perUnit, verdict };
}
