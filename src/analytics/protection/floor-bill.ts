import { type Result, err, ok } from '#base/result.ts';
import { yearsBetween } from '#base/time.ts';
import type { ContractQuote } from '#market/option-chain.ts';
import type { Quote } from '#market/quote.ts';
import { undiscountedPrice } from '../quotes/undiscounted-price.ts';
import type { QuoteState, ReportPoint } from '../report.ts';
import { type FloorFills, type Unfillable, floorFills } from './floor-fills.ts';
import { type ProtectionBill, protectionBill } from './protection-bill.ts';
import type { BookSide, KnownDepth } from './side-fills.ts';

/** Why an expiry gives no bill. */
export interface NoBill {
  readonly reason:
    | Unfillable['reason']
    | 'expired'
    | 'no-forward'
    | 'no-smile'
    | 'no-strike'
    | Extract<QuoteState, 'crossed' | 'stale' | 'below-intrinsic' | 'above-maximum'>;
  /** Share of the size that is offered, in [0, 1]; null where it never came to asking. */
  readonly fillable: number | null;
}

/** The bill of one expiry's floor and what it rests on. */
export interface FloorBill extends ProtectionBill {
  readonly instrument: string;
  readonly strike: number;
  /** Contracts bought. */
  readonly contracts: number;
  readonly depth: KnownDepth;
  /** Where the middle of the spread comes from: the quotes, or the fitted smile where nobody bids. */
  readonly middle: 'quotes' | 'fit';
}

/** What the bill of one contract is made out on. */
export interface FloorBasis {
  /** Units of the underlying, > 0. */
  readonly amount: number;
  /** The expiry's forward, used where the row has none of its own. */
  readonly forward: number;
  readonly discount: number;
  /** The expiry's at-the-money vol, decimal. */
  readonly atmVol: number;
  /** The ask side of the contract's book; null when it is not known. */
  readonly asks: BookSide | null;
}

/** The bill of buying one listed put for every unit held, or why it cannot be bought. */
export function floorBill(
  { instrument, quote }: ContractQuote,
  point: ReportPoint,
  basis: FloorBasis,
): Result<FloorBill, NoBill> {
  const contracts = basis.amount / instrument.contractSize;
  const unusable = UNUSABLE[point.state];
  if (unusable !== undefined) return err({ reason: unusable, fillable: unusable === 'no-ask' ? 0 : null });
  if (quote === null) return err({ reason: 'no-ask', fillable: 0 });
  const filled = floorFills(instrument, quote, basis.asks, contracts);
  if (!filled.ok) return filled;
  const middle = middleVol(point);
  if (middle === null) return err({ reason: 'no-smile', fillable: null });
  return ok({
    ...billOf({ instrument, quote }, filled.value, middle.vol, basis),
    instrument: instrument.name,
    strike: instrument.strike,
    contracts,
    depth: filled.value.depth,
    middle: middle.from,
  });
}

const UNUSABLE: Readonly<Partial<Record<QuoteState, NoBill['reason']>>> = {
  crossed: 'crossed',
  stale: 'stale',
  'below-intrinsic': 'below-intrinsic',
  'above-maximum': 'above-maximum',
  expired: 'expired',
  none: 'no-ask',
  'bid-only': 'no-ask',
};

function billOf(
  { instrument, quote }: { readonly instrument: ContractQuote['instrument']; readonly quote: Quote },
  { fills, bestAsk }: FloorFills,
  midVol: number,
  basis: FloorBasis,
): ProtectionBill {
  const { premiumUnit, expiry, strike, fees } = instrument;
  const forward = quote.forward ?? basis.forward;
  const inCoin = premiumUnit === 'underlying';
  const paid = (premium: number): number =>
    inCoin ? undiscountedPrice(premium, { premiumUnit, forward, discount: 1 }) : premium;
  return protectionBill({
    amount: basis.amount,
    forward,
    strike,
    years: yearsBetween(quote.at, expiry),
    discount: inCoin ? 1 : (quote.discount ?? basis.discount),
    atmVol: basis.atmVol,
    midVol,
    bestAsk: paid(bestAsk),
    fills: fills.map(({ price, size }) => ({ price: paid(price), size })),
    fees,
  });
}

function middleVol({ bidVol, askVol, fitVol }: ReportPoint): {
  readonly vol: number;
  readonly from: FloorBill['middle'];
} | null {
  if (bidVol !== null && askVol !== null) return { vol: (bidVol + askVol) / 2, from: 'quotes' };
  return fitVol === null ? null : { vol: fitVol, from: 'fit' };
}
