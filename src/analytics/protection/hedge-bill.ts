import type { Result } from '#base/result.ts';
import type { EpochMs } from '#base/time.ts';
import type { PremiumUnit } from '#market/instrument.ts';
import type { Amortisation } from './amortisation.ts';
import type { Amounts, BillPart, PartId } from './bill-parts.ts';
import type { HedgeGreeks } from './hedge-greeks.ts';
import type { HedgePayoff } from './hedge-payoff.ts';
import type { InterpolatedValue } from './interpolated-value.ts';
import type { LegBill } from './leg-bill.ts';
import type { NoHedge } from './no-hedge.ts';
import type { StructureKind } from './protection-plan.ts';
import type { Sizing } from './sizing.ts';

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

/** A bill, or why there is none. */
export type HedgeAnswer = Result<HedgeBill, NoHedge>;
