import type { OptionRight } from '#market/instrument.ts';
import type { BookLevel } from '#market/order-book.ts';
import type { KnownDepth } from './floor-fills.ts';

/** Parts of one leg, quote currency per unit held; what is received for a sale is negative. */
export interface LegParts {
  readonly flatAtm: number;
  readonly skew: number;
  /** ≥ 0 on both sides unless the book is through the middle. */
  readonly halfSpread: number;
  /** ≥ 0 on both sides. */
  readonly slippage: number;
  /** Null when the venue's fees are not known. */
  readonly fee: number | null;
  /** Expected on the fitted law, today's value; null when the venue's delivery fee is not known. */
  readonly delivery: number | null;
}

/** Slippage of one leg against its best price. */
export interface SlippageMeasures {
  /** Of the best price, decimal. */
  readonly share: number;
  /** Basis points of the notional traded. */
  readonly bpOfNotional: number;
  /** Ticks at the best price. */
  readonly ticks: number;
  /** Vol of the mean price less vol of the best one, decimal, ≥ 0; null where one of them has no vol. */
  readonly vols: number | null;
}

/** One option bought or sold for the whole size. */
export interface LegBill {
  readonly instrument: string;
  readonly right: OptionRight;
  readonly strike: number;
  readonly side: 'buy' | 'sell';
  readonly contracts: number;
  /** Units of the underlying traded, contracts times contract size. */
  readonly units: number;
  /** Prices in premium units. */
  readonly bestPrice: number;
  readonly averagePrice: number;
  /** What is taken, best first; premium units and contracts. */
  readonly fills: readonly BookLevel[];
  readonly depth: KnownDepth;
  /** Vol halfway between bid and ask, or of the fitted smile where one side is missing. */
  readonly midVol: number;
  readonly middle: 'quotes' | 'fit';
  readonly slippage: SlippageMeasures;
  /** Contracts known to be on offer within one vol point of the best price; null where no size is known. */
  readonly sizeWithinVolPoint: number | null;
  readonly parts: LegParts;
  /** Quote currency per 1.00 of vol and unit held, unsigned. */
  readonly vega: number;
}
