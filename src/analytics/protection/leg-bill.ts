import type { FeeSchedule } from '#market/fee-schedule.ts';
import type { OptionRight } from '#market/instrument.ts';
import type { BookLevel, OrderBook } from '#market/order-book.ts';
import { tickAt } from '#market/tick-table.ts';
import { blackPrice } from '#quant/black/black-price.ts';
import { impliedVol } from '#quant/black/implied-vol.ts';
import type { Smile } from '#quant/smile.ts';
import { yearsBetween } from '#base/time.ts';
import { blackVega } from '../black-vega.ts';
import { deliveryTerms, expectedDeliveryFee } from './leg-fees.ts';
import { takerFee } from './option-fee.ts';
import type { KnownDepth, SideFills, TradeSide } from './side-fills.ts';
import { type QuotedLeg, inQuoteCurrency } from './trade-leg.ts';

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
  readonly side: TradeSide;
  readonly contracts: number;
  /** Units of the underlying traded, contracts times contract size. */
  readonly units: number;
  /** The row's own forward, quote currency. */
  readonly forward: number;
  /** Prices in premium units. */
  readonly bestPrice: number;
  readonly averagePrice: number;
  /** What is taken, best first; premium units and contracts. */
  readonly fills: readonly BookLevel[];
  readonly depth: KnownDepth;
  /** The schedule that applies, a user's own rates in it; null where none is known. */
  readonly fees: FeeSchedule | null;
  /** Vol halfway between bid and ask, or of the fitted smile where one side is missing. */
  readonly midVol: number;
  readonly bestVol: number | null;
  readonly middle: 'quotes' | 'fit';
  readonly slippage: SlippageMeasures;
  /** Contracts known to be on offer within one vol point of the best price; null where no size is known. */
  readonly sizeWithinVolPoint: number | null;
  readonly parts: LegParts;
  /** Quote currency per 1.00 of vol and unit held, unsigned. */
  readonly vega: number;
}

/** What the legs of one hedge have in common. */
export interface LegBasis {
  /** Units held. */
  readonly amount: number;
  readonly discount: number;
  /** At-the-money-forward vol of the expiry. */
  readonly atmVol: number;
  readonly smile: Smile;
}

const VOL_POINT = 0.01;
const BASIS_POINTS = 10_000;

/** Makes out one leg: what it is worth at the money's vol and at its own, and what trading it costs beyond that. */
export function legBill(
  leg: QuotedLeg,
  traded: SideFills,
  book: OrderBook | undefined,
  basis: LegBasis,
): LegBill {
  const { contract, side, forward } = leg;
  const { instrument } = contract;
  const priced = pricing(leg, basis);
  const { vol: midVol, from } = middleVol(leg, book, basis.smile, priced);
  const units = traded.fills.reduce((sum, { size }) => sum + size, 0) * instrument.contractSize;
  const bestVol = priced.volOf(traded.best);
  return {
    instrument: instrument.name,
    right: instrument.right,
    strike: instrument.strike,
    side,
    contracts: units / instrument.contractSize,
    units,
    forward,
    bestPrice: traded.best,
    averagePrice: traded.average,
    fills: traded.fills,
    depth: traded.depth,
    fees: leg.fees,
    midVol,
    bestVol,
    middle: from,
    slippage: slippageOf(leg, traded, priced),
    sizeWithinVolPoint: sizeWithin(leg, priced, bestVol),
    parts: partsOf(leg, traded, { ...priced, midVol, perHeld: units / basis.amount }, basis),
    vega:
      (units / basis.amount) * priced.discount * blackVega(forward, instrument.strike, midVol, priced.years),
  };
}

/** Black's formula on one contract: premium units in, vol out, and back. */
interface Pricing {
  readonly years: number;
  /** 1 for premiums in coin, which are worth the forward at expiry. */
  readonly discount: number;
  /** Quote currency per unit for one premium unit. */
  readonly scale: number;
  readonly valueAt: (vol: number) => number;
  readonly volOf: (premium: number) => number | null;
}

function pricing({ contract, forward }: QuotedLeg, { discount: discounted, smile }: LegBasis): Pricing {
  const { strike, right, premiumUnit, expiry } = contract.instrument;
  const { quote } = contract;
  const years = quote === null ? smile.years : yearsBetween(quote.at, expiry);
  const inCoin = premiumUnit === 'underlying';
  const discount = inCoin ? 1 : (quote?.discount ?? discounted);
  const scale = inCoin ? forward : 1;
  return {
    years,
    discount,
    scale,
    valueAt: (vol) => blackPrice(forward, strike, vol, years, discount, right),
    volOf: (premium) => {
      const vol = impliedVol(premium * scale, forward, strike, years, discount, right);
      return vol.ok ? vol.value : null;
    },
  };
}

/** A book tells its own middle, for it may be younger than the chain's quote. */
function middleVol(
  { contract, forward }: QuotedLeg,
  book: OrderBook | undefined,
  smile: Smile,
  { volOf }: Pricing,
): { readonly vol: number; readonly from: LegBill['middle'] } {
  const [low, high] =
    book === undefined ? [contract.point.bidVol, contract.point.askVol] : bookVols(book, volOf);
  if (low !== null && high !== null && low <= high) return { vol: (low + high) / 2, from: 'quotes' };
  const { fitVol } = contract.point;
  const fitted =
    fitVol ?? Math.sqrt(smile.totalVariance(Math.log(contract.instrument.strike / forward)) / smile.years);
  return { vol: fitted, from: 'fit' };
}

function bookVols(
  { bids, asks }: OrderBook,
  volOf: Pricing['volOf'],
): readonly [number | null, number | null] {
  const [bid, ask] = [bids[0], asks[0]];
  return [bid ? volOf(bid.price) : null, ask ? volOf(ask.price) : null];
}

function partsOf(
  leg: QuotedLeg,
  traded: SideFills,
  { valueAt, scale, midVol, perHeld }: Pricing & { readonly midVol: number; readonly perHeld: number },
  { atmVol, smile, discount }: LegBasis,
): LegParts {
  const { contract, side, forward, fees } = leg;
  const { right, strike, premiumUnit } = contract.instrument;
  const sign = side === 'buy' ? 1 : -1;
  const [flat, middle] = [valueAt(atmVol), valueAt(midVol)];
  const delivered = {
    right,
    strike,
    forward,
    discount: premiumUnit === 'underlying' ? 1 : discount,
    smile,
  };
  const delivery = expectedDeliveryFee(delivered, deliveryTerms(fees));
  return {
    flatAtm: sign * perHeld * flat,
    skew: sign * perHeld * (middle - flat),
    halfSpread: sign * perHeld * (traded.best * scale - middle),
    slippage: sign * perHeld * scale * meanExcess(traded),
    fee: fees && perHeld * takerFee(fees, inQuoteCurrency(leg, traded.fills), forward),
    delivery: delivery === null ? null : perHeld * delivery,
  };
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
  { contract, side, forward }: QuotedLeg,
  traded: SideFills,
  { scale, volOf }: Pricing,
): SlippageMeasures {
  const sign = side === 'buy' ? 1 : -1;
  const excess = sign * meanExcess(traded);
  const none = excess === 0;
  const [best, mean] = none ? [0, 0] : [volOf(traded.best), volOf(traded.best + sign * excess)];
  return {
    share: excess / traded.best,
    bpOfNotional: (BASIS_POINTS * excess * scale) / forward,
    ticks: excess / tickAt(contract.instrument.ticks, traded.best),
    vols: best === null || mean === null ? null : sign * (mean - best),
  };
}

function sizeWithin(
  { offered, side }: QuotedLeg,
  { valueAt, scale }: Pricing,
  bestVol: number | null,
): number | null {
  if (offered.levels === null || bestVol === null) return null;
  const bound = valueAt(Math.max(0, bestVol + (side === 'buy' ? VOL_POINT : -VOL_POINT))) / scale;
  let size = 0;
  for (const level of offered.levels) {
    if (side === 'buy' ? level.price > bound : level.price < bound) break;
    size += level.size;
  }
  return size;
}
