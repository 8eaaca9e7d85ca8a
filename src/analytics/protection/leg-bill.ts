import type { FeeSchedule } from '#market/fee-schedule.ts';
import type { OptionRight } from '#market/instrument.ts';
import type { BookLevel } from '#market/order-book.ts';
import { tickAt } from '#market/tick-table.ts';
import { blackPrice } from '#quant/black/black-price.ts';
import { blackVega } from '../black-vega.ts';
import { premiumVol } from './contract-pricing.ts';
import { deliveryTerms, expectedDeliveryFee } from './leg-fees.ts';
import type { KnownDepth, SideFills, TradeSide } from './side-fills.ts';
import { type QuotedLeg, legFee } from './trade-leg.ts';

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

/** What one option bought or sold for the whole size comes to. */
export interface LegFigures {
  readonly instrument: string;
  readonly right: OptionRight;
  readonly strike: number;
  readonly side: TradeSide;
  readonly contracts: number;
  /** Units of the underlying traded, contracts times contract size. */
  readonly units: number;
  /** The row's own forward, quote currency. */
  readonly forward: number;
  /** Mean price in premium units. */
  readonly averagePrice: number;
  /** Vol halfway between bid and ask, or of the fitted smile where one side is missing. */
  readonly midVol: number;
  readonly parts: LegParts;
  /** Quote currency per 1.00 of vol and unit held, unsigned. */
  readonly vega: number;
}

/** One option bought or sold for the whole size, with all that is known of the trade. */
export interface LegBill extends LegFigures {
  /** Best price in premium units, and its vol; null where it has none. */
  readonly bestPrice: number;
  readonly bestVol: number | null;
  /** What is taken, best first; premium units and contracts. */
  readonly fills: readonly BookLevel[];
  readonly depth: KnownDepth;
  /** The schedule that applies, a user's own rates in it; null where none is known. */
  readonly fees: FeeSchedule | null;
  readonly middle: 'quotes' | 'fit';
  readonly slippage: SlippageMeasures;
  /** Contracts known to be on offer within one vol point of the best price; null where no size is known. */
  readonly sizeWithinVolPoint: number | null;
}

const VOL_POINT = 0.01;
const BASIS_POINTS = 10_000;

/**
 * Makes out one leg: what it is worth at the money's vol and at its own, and what trading it costs beyond that.
 * @param amount units held
 */
export function legFigures(leg: QuotedLeg, traded: SideFills, amount: number): LegFigures {
  const { contract, side, pricing } = leg;
  const { name, right, strike, contractSize } = contract.instrument;
  const { forward, midVol, discount, years } = pricing;
  let contracts = 0;
  for (const { size } of traded.fills) contracts += size;
  const perHeld = (contracts * contractSize) / amount;
  return {
    instrument: name,
    right,
    strike,
    side,
    contracts,
    units: contracts * contractSize,
    forward,
    averagePrice: traded.average,
    midVol,
    parts: partsOf(leg, traded, perHeld),
    vega: perHeld * discount * blackVega(forward, strike, midVol, years),
  };
}

/** Adds what is not needed to know the cost: vols of prices, measures of slippage, sizes. */
export function legBill(leg: QuotedLeg, traded: SideFills, figures: LegFigures): LegBill {
  const bestVol = premiumVol(traded.best, leg.contract.instrument, leg.pricing);
  return {
    ...figures,
    bestPrice: traded.best,
    bestVol,
    fills: traded.fills,
    depth: traded.depth,
    fees: leg.fees,
    middle: leg.pricing.middle,
    slippage: slippageOf(leg, traded, bestVol),
    sizeWithinVolPoint: sizeWithin(leg, bestVol),
  };
}

function partsOf(leg: QuotedLeg, traded: SideFills, perHeld: number): LegParts {
  const { flatValue, midValue, scale } = leg.pricing;
  const signed = leg.side === 'buy' ? perHeld : -perHeld;
  const fee = legFee(leg, traded.fills);
  const delivery = deliveryOf(leg);
  return {
    flatAtm: signed * flatValue,
    skew: signed * (midValue - flatValue),
    halfSpread: signed * (traded.best * scale - midValue),
    slippage: signed * scale * meanExcess(traded),
    fee: fee === null ? null : perHeld * fee,
    delivery: delivery === null ? null : perHeld * delivery,
  };
}

/** The market's own figure holds for the venue's own rates. */
function deliveryOf({ contract, pricing, fees }: QuotedLeg): number | null {
  const { instrument } = contract;
  if (fees === instrument.fees) return pricing.delivery;
  return expectedDeliveryFee(
    { ...pricing, right: instrument.right, strike: instrument.strike },
    deliveryTerms(fees),
  );
}

/** Measured fill by fill, so that a trade wholly at the best price has no rounding error for slippage. */
function meanExcess({ fills, best }: SideFills): number {
  let cost = 0;
  let size = 0;
  for (const fill of fills) {
    cost += (fill.price - best) * fill.size;
    size += fill.size;
  }
  return cost / size;
}

function slippageOf(
  { contract, side, pricing }: QuotedLeg,
  traded: SideFills,
  bestVol: number | null,
): SlippageMeasures {
  const { instrument } = contract;
  const sign = side === 'buy' ? 1 : -1;
  const excess = sign * meanExcess(traded);
  const meanVol = excess === 0 ? bestVol : premiumVol(traded.best + sign * excess, instrument, pricing);
  return {
    share: excess / traded.best,
    bpOfNotional: (BASIS_POINTS * excess * pricing.scale) / pricing.forward,
    ticks: excess / tickAt(instrument.ticks, traded.best),
    vols: bestVol === null || meanVol === null ? null : sign * (meanVol - bestVol),
  };
}

function sizeWithin({ contract, offered, side, pricing }: QuotedLeg, bestVol: number | null): number | null {
  if (offered.levels === null || bestVol === null) return null;
  const { strike, right } = contract.instrument;
  const { forward, years, discount, scale } = pricing;
  const farthest = Math.max(0, bestVol + (side === 'buy' ? VOL_POINT : -VOL_POINT));
  const bound = blackPrice(forward, strike, farthest, years, discount, right) / scale;
  let size = 0;
  for (const level of offered.levels) {
    if (side === 'buy' ? level.price > bound : level.price < bound) break;
    size += level.size;
  }
  return size;
}
