import { type Result, err, ok } from '#base/result.ts';
import type { FeeSchedule } from '#market/fee-schedule.ts';
import type { BookLevel } from '#market/order-book.ts';
import type { QuoteState } from '../report.ts';
import type { ContractPricing } from './contract-pricing.ts';
import { feesFor } from './leg-fees.ts';
import { type NoHedge, type NoHedgeReason, noHedge } from './no-hedge.ts';
import { takerFee } from './option-fee.ts';
import type { ListedContract, ProtectionMarket } from './protection-market.ts';
import type { FeeOverride } from './protection-plan.ts';
import {
  type OfferedSide,
  type SideFills,
  type TradeSide,
  bookSide,
  offeredSide,
  sideFills,
} from './side-fills.ts';

/** One option to be traded: which, on what side, and how many units for each unit of the hedge. */
export interface HedgeLeg {
  readonly contract: ListedContract;
  readonly side: TradeSide;
  readonly ratio: number;
}

/** One leg with what is there to trade with and the fees that apply; prices in premium units. */
export interface QuotedLeg extends HedgeLeg {
  readonly pricing: ContractPricing;
  readonly offered: OfferedSide;
  readonly fees: FeeSchedule | null;
}

const UNUSABLE: Readonly<Partial<Record<QuoteState, NoHedgeReason>>> = {
  crossed: 'crossed',
  stale: 'stale',
  'below-intrinsic': 'below-intrinsic',
  'above-maximum': 'above-maximum',
  expired: 'expired',
};

/** Looks up what a leg can be traded against, or why it cannot be traded at all. */
export function quotedLeg(
  leg: HedgeLeg,
  market: ProtectionMarket,
  own: FeeOverride | null,
): Result<QuotedLeg, NoHedge> {
  const { instrument, quote, point, pricing } = leg.contract;
  const book = market.books.get(instrument.name);
  const unusable = UNUSABLE[point.state] ?? (pricing === null ? 'no-smile' : undefined);
  if (unusable !== undefined || pricing === null) {
    return err(noHedge(unusable ?? 'no-smile', { instrument: instrument.name }));
  }
  const known = book === undefined ? null : bookSide(book, leg.side);
  const offered = offeredSide(quote, known, leg.side);
  if (offered.best === null) {
    const reason = leg.side === 'buy' ? 'no-ask' : 'no-bid';
    return err(noHedge(reason, { instrument: instrument.name, fillable: 0 }));
  }
  const { contract, side, ratio } = leg;
  return ok({ contract, side, ratio, pricing, offered, fees: feesFor(instrument.fees, own) });
}

/** Trades one leg for a number of units of the hedge. */
export function tradeLeg(
  { contract, side, ratio, offered }: QuotedLeg,
  units: number,
): Result<SideFills, NoHedge> {
  const { instrument } = contract;
  const filled = sideFills(instrument, offered, (units * ratio) / instrument.contractSize, side);
  if (filled.ok) return filled;
  const { reason, fillable, levels } = filled.error;
  return err(noHedge(reason, { instrument: instrument.name, fillable, levels }));
}

/** Premium and fee of some fills, quote currency per unit traded: paid when bought, received (negative) less the fee when sold. */
export function outlay(leg: QuotedLeg, fills: readonly BookLevel[], average: number): number {
  return (leg.side === 'buy' ? 1 : -1) * average * leg.pricing.scale + (legFee(leg, fills) ?? 0);
}

/** Fee of some fills (premium units), quote currency per unit traded; null where fees are not known. */
export function legFee({ contract, pricing, fees }: QuotedLeg, fills: readonly BookLevel[]): number | null {
  const { scale, forward } = pricing;
  if (fees === null) return null;
  const inQuote = scale === 1 ? fills : fills.map(({ price, size }) => ({ price: price * scale, size }));
  const proportional = takerFee(fees, inQuote, forward);
  if (fees.perTrade === undefined || fees.perTrade === 0) return proportional;
  let contracts = 0;
  for (const { size } of fills) contracts += size;
  return proportional + (contracts > 0 ? fees.perTrade / (contracts * contract.instrument.contractSize) : 0);
}
