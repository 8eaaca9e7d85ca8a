import type { EpochMs } from '#base/time.ts';
import type { PremiumUnit } from '#market/instrument.ts';
import type { QuoteState } from '../report.ts';
import type { HedgePayoff } from './hedge-payoff.ts';
import type { LegBill } from './leg-bill.ts';
import type { StructureKind } from './protection-plan.ts';

/** Why a plan has no bill at an expiry. */
export type NoHedgeReason =
  | 'expired'
  | 'no-forward'
  | 'no-smile'
  | 'no-spot'
  | 'no-strike'
  | 'no-expiry'
  | 'beyond-last-expiry'
  /** A delta that no strike has. */
  | 'no-delta'
  /** The strikes found are not in the order that the structure needs. */
  | 'strikes-out-of-order'
  | 'no-ask'
  | 'no-bid'
  | 'below-minimum-trade'
  | 'beyond-book'
  | 'beyond-top-of-book'
  /** No listed strike keeps the loss that low; `reachable` is the smallest that is. */
  | 'loss-out-of-reach'
  /** Not even the lowest call pays for the put. */
  | 'cannot-finance'
  /** Even the highest listed call pays for more than the put. */
  | 'cap-beyond-listed'
  | Extract<QuoteState, 'crossed' | 'stale' | 'below-intrinsic' | 'above-maximum'>;

/** A plan that cannot be carried out, as a result to be drawn. */
export interface NoHedge {
  readonly reason: NoHedgeReason;
  /** Share of the size that is offered, in [0, 1]; null where it never came to asking. */
  readonly fillable: number | null;
  /** Name of the contract that stands in the way; null where none does. */
  readonly instrument: string | null;
  /** Smallest loss that can be had, decimal, for `loss-out-of-reach`; null otherwise. */
  readonly reachable: number | null;
}

/** Parts of a bill, in the order in which they add up. `basis` and `funding` belong to the benchmark future and perpetual. */
export const PART_IDS = [
  'flat-atm',
  'skew',
  'half-spread',
  'slippage',
  'fee',
  'delivery',
  'basis',
  'funding',
] as const;
export type PartId = (typeof PART_IDS)[number];

/** One amount in every unit in which it is shown. Costs are positive, receipts negative. */
export interface Amounts {
  /** Quote currency per unit held. Parts of this unit add up to the total exactly. */
  readonly perUnit: number;
  /** Quote currency for the whole holding. */
  readonly quote: number;
  /** Coin for the whole holding: at the forward where the premium is paid in coin, at spot otherwise; null without spot. */
  readonly coin: number | null;
  /** Of the holding's value at the forward, decimal. */
  readonly share: number;
  /** In vol, decimal: divided by the vegas of all legs taken together unsigned; null for a structure without vega. */
  readonly vols: number | null;
  /** Quote currency for the whole holding a day, straight-line to the expiry. */
  readonly perDay: number;
}

/** One part of the bill. */
export interface BillPart {
  readonly id: PartId;
  /** Null when the venue does not say: the total is then without it. */
  readonly amounts: Amounts | null;
}

/** How the number of contracts was found. */
export interface Sizing {
  /**
   * `one-for-one`: a contract for every unit held. `coins-left`: a premium in coin paid from the holding leaves fewer
   * coins, and as many puts as coins left make the value below the strike the same in quote currency at every price.
   */
  readonly rule: 'one-for-one' | 'coins-left';
  /** Contracts before rounding up to what can be ordered. */
  readonly solved: number;
  readonly contracts: number;
  /** Step of an order in contracts; null when the venue has not said, and then nothing is rounded. */
  readonly lot: number | null;
  /** Coin paid for one unit of the hedge, premiums and known fees; null for premiums in the quote currency. */
  readonly coinPerUnit: number | null;
  /** Units of the underlying left after what was paid in coin. */
  readonly unitsLeft: number;
}

/** The premium (without fees) in coin and in the quote currency, for the whole holding. */
export interface PremiumInBoth {
  readonly coin: number | null;
  /** Coin times forward: Black's undiscounted price, payable at expiry; the parts of the bill are in this measure. */
  readonly atForward: number;
  /** Coin times spot: what the coin would fetch today; null without spot. */
  readonly atSpot: number | null;
  /** atForward − atSpot = coin × (forward − spot); null without spot. */
  readonly basis: number | null;
}

/** What the bill mostly is, as a closed code for words. */
export type BillVerdict = 'credit' | 'mostly-execution' | 'mostly-skew' | 'mostly-flat' | 'mostly-carry';

/** Sensitivities of the whole hedge, without what is held; quote currency for the whole holding. */
export interface HedgeGreeks {
  /** Units of the underlying, each strike keeping its vol (sticky strike). */
  readonly delta: number;
  /** Units of the underlying, each delta keeping its vol (sticky delta). */
  readonly deltaStickyDelta: number;
  /** Change of `delta` per 1 % of the forward. */
  readonly gammaPerPercent: number;
  /** Per vol point. */
  readonly vegaPerPoint: number;
  /** Per day, at fixed forward and vol; mostly negative. */
  readonly thetaPerDay: number;
}

/** Cost through time. */
export interface Amortisation {
  /** Quote currency for the whole holding a day. */
  readonly straightLine: number;
  /** What the first day takes off the hedge's value if nothing moves, surface included. */
  readonly firstDay: number;
  /** Straight-line cost a day for each percent of the holding that the hedge can pay at most; null when it can pay nothing. */
  readonly perDayPerPercent: number | null;
  /** Total times 365 over the days to expiry, of the holding's value, decimal. */
  readonly annualSimple: number;
  /** Whole rolls in a year, each at today's price with its own fees. */
  readonly annualRolls: { readonly rolls: number; readonly share: number };
  /** Cost not yet used up: by the calendar, and by the hedge's value at mid on the surface if the price stands still. */
  readonly path: readonly {
    readonly days: number;
    readonly straightLine: number;
    readonly byTheta: number;
  }[];
}

/** The value of an option to a date at which nothing expires; not tradable. */
export interface InterpolatedValue {
  readonly at: EpochMs;
  readonly days: number;
  /** Quote currency per unit held, at mid on the interpolated surface, no spread and no fee. */
  readonly perUnit: number;
  /** What the hedge bought is still worth then, per unit held, if the price stands still. */
  readonly leftPerUnit: number;
}

/** What a plan costs at one expiry, all in. */
export interface HedgeBill {
  readonly structure: StructureKind;
  readonly expiry: EpochMs;
  readonly label: string;
  readonly years: number;
  readonly forward: number;
  readonly spot: number | null;
  readonly atmVol: number | null;
  readonly premiumUnit: PremiumUnit;
  readonly quoteCurrency: string;
  readonly amount: number;
  /** What loss is measured from, quote currency per unit. */
  readonly reference: { readonly price: number; readonly is: 'entry' | 'spot' | 'forward' };
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
  /** Of the total, decimal; null where the total is not a cost, or less than a hundredth of the parts' sizes. */
  readonly skewShare: number | null;
  /** Half-spread, slippage and fees, of the total. */
  readonly executionShare: number | null;
  readonly verdict: BillVerdict;
  readonly payoff: HedgePayoff;
  /** Prices at expiry at which the holding is worth the same with the hedge as without, rising. */
  readonly breakEvens: readonly number[];
  /** Most that can be lost at expiry, bill included: of the reference value, and the price at which. */
  readonly maximumLoss: { readonly share: number; readonly quote: number; readonly at: number };
  readonly greeks: HedgeGreeks;
  readonly amortisation: Amortisation;
  /** For a date between expiries; null otherwise. */
  readonly interpolated: InterpolatedValue | null;
}
