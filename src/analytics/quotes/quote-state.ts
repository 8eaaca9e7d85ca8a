import type { EpochMs } from '#base/time.ts';
import type { Instrument } from '#market/instrument.ts';
import type { Quote } from '#market/quote.ts';
import type { QuoteState } from '../report.ts';
import { intrinsicValue, maximumPrice, undiscountedPrice } from './undiscounted-price.ts';

/** What a quote is judged against. */
export interface QuoteContext {
  /** The chain's "now". */
  readonly asOf: EpochMs;
  readonly staleAfterMs: number;
  /** The row's forward in the quote currency; null where none is known, and then no price bound is tested. */
  readonly forward: number | null;
  readonly discount: number;
}

/**
 * What one contract's book looks like. Time is judged first, then which sides exist, then whether the prices can be
 * option prices at all: `above-maximum` when either side is at or above what no vol reaches, `below-intrinsic` when not
 * even the ask is worth exercise. A bid alone below intrinsic is ordinary (coin ticks) and leaves the quote two-sided.
 */
export function quoteState(instrument: Instrument, quote: Quote | null, context: QuoteContext): QuoteState {
  const now = quote?.at ?? context.asOf;
  if (instrument.expiry <= Math.max(now, context.asOf)) return 'expired';
  if (quote === null || (quote.bid === null && quote.ask === null)) return 'none';
  if (quote.at < context.asOf - context.staleAfterMs) return 'stale';
  if (quote.bid !== null && quote.ask !== null && quote.bid > quote.ask) return 'crossed';
  return boundState(instrument, quote, context) ?? sidesState(quote);
}

function boundState(instrument: Instrument, quote: Quote, context: QuoteContext): QuoteState | null {
  const { forward, discount } = context;
  if (forward === null) return null;
  const basis = { premiumUnit: instrument.premiumUnit, forward, discount };
  const maximum = maximumPrice(instrument.right, instrument.strike, forward);
  const highest = quote.ask ?? quote.bid;
  if (highest !== null && undiscountedPrice(highest, basis) >= maximum) return 'above-maximum';
  const intrinsic = intrinsicValue(instrument.right, instrument.strike, forward);
  if (quote.ask !== null && undiscountedPrice(quote.ask, basis) <= intrinsic) return 'below-intrinsic';
  return null;
}

function sidesState(quote: Quote): QuoteState {
  if (quote.ask === null) return 'bid-only';
  return quote.bid === null ? 'ask-only' : 'two-sided';
}
