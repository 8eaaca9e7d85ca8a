import { DAYS_PER_YEAR } from '#base/time.ts';
import type { FeeSchedule } from '#market/fee-schedule.ts';
import type { BookLevel } from '#market/order-book.ts';
import { blackPrice } from '#quant/black/black-price.ts';
import { blackVega } from '../black-vega.ts';
import { takerFee } from './option-fee.ts';

/** One put bought as a floor. Prices are in the quote currency per unit of the underlying, paid today. */
export interface FloorPurchase {
  /** Units of the underlying held and protected, > 0. */
  readonly amount: number;
  readonly forward: number;
  readonly strike: number;
  /** ACT/365F to the expiry, > 0. */
  readonly years: number;
  /** Discount factor of the premium; 1 where the premium is paid in coin and valued at the forward. */
  readonly discount: number;
  /** At-the-money-forward vol of the expiry, decimal: what the put would be priced at without skew. */
  readonly atmVol: number;
  /** Vol halfway between bid and ask at the strike, decimal. */
  readonly midVol: number;
  readonly bestAsk: number;
  /** What is taken for the whole amount, best price first. */
  readonly fills: readonly BookLevel[];
  /** Null when the venue's fees are not known. */
  readonly fees: FeeSchedule | null;
}

/** The parts of a bill, quote currency per unit of the underlying; they add up to the total exactly. */
export interface BillParts {
  /** Black value of the put at the at-the-money vol. */
  readonly flatAtm: number;
  /** Value at the strike's mid vol less the value at the at-the-money vol: what asymmetry is charged for. */
  readonly skew: number;
  /** Best ask less the value at mid vol. */
  readonly halfSpread: number;
  /** Mean price paid less the best ask, ≥ 0. */
  readonly slippage: number;
  /** Null when the venue's fees are not known; the total is then without it. */
  readonly fee: number | null;
}

/** What a floor costs, all in. */
export interface ProtectionBill {
  readonly parts: BillParts;
  /** Sum of the parts, per unit. */
  readonly total: number;
  /** For the whole amount, quote currency. */
  readonly totalForHolding: number;
  /** Of the holding's value at the forward, decimal. */
  readonly shareOfHolding: number;
  /** Quote currency per unit and day, straight-line to the expiry. */
  readonly perDay: number;
  /** Price of the underlying at expiry below which the floor has paid for itself: strike − total. */
  readonly breakEven: number;
  /** Most that can be lost at expiry from today's forward, the bill included; decimal of the forward. */
  readonly maximumLoss: number;
  /** Share of the total that is skew. */
  readonly skewShare: number;
  /** Quote currency per unit and per 1.00 of vol, at mid vol. */
  readonly vega: number;
  /** Execution in vol, decimal: what half-spread, slippage and fee are worth in the put's own vol. */
  readonly executionVols: {
    readonly halfSpread: number;
    readonly slippage: number;
    readonly fee: number | null;
  };
}

/** Splits what is paid for a floor into its parts: flat-ATM value, skew surcharge, half-spread, slippage, fee. */
export function protectionBill(purchase: FloorPurchase): ProtectionBill {
  const { amount, forward, strike, years, discount, atmVol, midVol, bestAsk, fills, fees } = purchase;
  const valueAt = (vol: number): number => blackPrice(forward, strike, vol, years, discount, 'put');
  const middle = valueAt(midVol);
  const parts: BillParts = {
    flatAtm: valueAt(atmVol),
    skew: middle - valueAt(atmVol),
    halfSpread: bestAsk - middle,
    slippage: meanExcess(fills, bestAsk),
    fee: fees && takerFee(fees, fills, forward),
  };
  const total = parts.flatAtm + parts.skew + parts.halfSpread + parts.slippage + (parts.fee ?? 0);
  const vega = discount * blackVega(forward, strike, midVol, years);
  return {
    parts,
    total,
    totalForHolding: total * amount,
    shareOfHolding: total / forward,
    perDay: total / (years * DAYS_PER_YEAR),
    breakEven: strike - total,
    maximumLoss: (forward - strike + total) / forward,
    skewShare: parts.skew / total,
    vega,
    executionVols: {
      halfSpread: parts.halfSpread / vega,
      slippage: parts.slippage / vega,
      fee: parts.fee === null ? null : parts.fee / vega,
    },
  };
}

/** Measured fill by fill, so that a purchase wholly at the best ask has no rounding error for slippage. */
function meanExcess(fills: readonly BookLevel[], bestAsk: number): number {
  let cost = 0;
  let size = 0;
  for (const fill of fills) {
    cost += (fill.price - bestAsk) * fill.size;
    size += fill.size;
  }
  return cost / size;
}
