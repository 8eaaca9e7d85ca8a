import { type Result, err, ok } from '#base/result.ts';
import type { FeeSchedule } from '#market/fee-schedule.ts';
import type { BookLevel } from '#market/order-book.ts';
import type { QuoteState } from '../report.ts';
import { feesFor } from './leg-fees.ts';
import { type NoHedge, type NoHedgeReason, noHedge } from './no-hedge.ts';
import { takerFee } from './option-fee.ts';
import type { ListedContract, ProtectionMarket } from './protection-market.ts';
import type { FeeOverride } from './protection-plan.ts';
import { type OfferedSide, type SideFills, type TradeSide, offeredSide, sideFills } from './side-fills.ts';

/** One option to be traded: which, on what side, and how many units for each unit of the hedge. */
export interface HedgeLeg {
  readonly contract: ListedContract;
  readonly side: TradeSide;
  readonly ratio: number;
}

/** One leg with what is there to trade with and the fees that apply; prices in premium units. */
export interface QuotedLeg extends HedgeLeg {
  /** The row's own forward, which its vols were inverted on. */
  readonly forward: number;
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
  forward: number,
  own: FeeOverride | null,
): Result<QuotedLeg, NoHedge> {
  const { instrument, quote, point } = leg.contract;
  const book = market.books.get(instrument.name);
  const unusable = UNUSABLE[point.state];
  if (unusable !== undefined) return err(noHedge(unusable, { instrument: instrument.name }));
  const levels = book === undefined ? null : leg.side === 'buy' ? book.asks : book.bids;
  const offered = offeredSide(quote, levels, leg.side);
  if (offered.best === null) {
    const reason = leg.side === 'buy' ? 'no-ask' : 'no-bid';
    return err(noHedge(reason, { instrument: instrument.name, fillable: 0 }));
  }
  const fees = feesFor(instrument.fees, own);
  return ok({ ...leg, forward: quote?.forward ?? forward, offered, fees });
}

/** Trades one leg for a number of units of the hedge. */
export function tradeLeg(
  { contract, side, ratio, offered }: QuotedLeg,
  units: number,
): Result<SideFills, NoHedge> {
  const { instrument } = contract;
  const filled = sideFills(instrument, offered, (units * ratio) / instrument.contractSize, side);
  if (filled.ok) return filled;
  return err(noHedge(filled.error.reason, { instrument: instrument.name, fillable: filled.error.fillable }));
}

/** Prices of fills as sums in the quote currency per unit, at the row's own forward where they are in coin. */
export function inQuoteCurrency(
  { contract, forward }: QuotedLeg,
  fills: readonly BookLevel[],
): readonly BookLevel[] {
  if (contract.instrument.premiumUnit === 'quote') return fills;
  return fills.map(({ price, size }) => ({ price: price * forward, size }));
}

/** Premium and fee of some fills, quote currency per unit traded: paid when bought, received (negative) less the fee when sold. */
export function outlay(leg: QuotedLeg, fills: readonly BookLevel[], average: number): number {
  const inQuote = inQuoteCurrency(leg, fills);
  const scale = leg.contract.instrument.premiumUnit === 'quote' ? 1 : leg.forward;
  const fee = leg.fees === null ? 0 : takerFee(leg.fees, inQuote, leg.forward);
  return (leg.side === 'buy' ? 1 : -1) * average * scale + fee;
}
