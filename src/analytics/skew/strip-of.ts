import { stripSkew } from '#quant/variance/strip-skew.ts';
import { type StripQuote, vixStrip } from '#quant/variance/vix-strip.ts';
import type { JudgedContract } from '../quotes/judge-contracts.ts';
import type { PreparedExpiry, VolContract } from '../quotes/prepare-expiries.ts';
import type { QuoteState } from '../report.ts';

/** Skewness of one expiry's log return as its strip of listed quotes pays for it. */
export interface StripSkewness {
  /** Cboe's S; negative means the heavier tail lies below. */
  readonly skewness: number;
  /** Options in the strip. */
  readonly options: number;
}

/**
 * Cboe's selection of out-of-the-money options and its skewness, on this expiry's own quotes; null where they make no strip. Premiums in
 * coin count at the row's forward, undiscounted.
 */
export function stripSkewness({ contracts, years, forward }: PreparedExpiry): StripSkewness | null {
  if (years <= 0) return null;
  const inCoin = contracts.some(({ contract }) => contract.instrument.premiumUnit === 'underlying');
  const strip = vixStrip(stripQuotes(contracts), years, inCoin ? 1 : forward.discount);
  if (!strip.ok) return null;
  const { skewness } = stripSkew(strip.value);
  return Number.isFinite(skewness) ? { skewness, options: strip.value.rows.length } : null;
}

const SILENT: ReadonlySet<QuoteState> = new Set<QuoteState>(['none', 'crossed', 'stale', 'expired']);

function stripQuotes(contracts: readonly VolContract[]): readonly StripQuote[] {
  const rows = new Map<number, StripQuote>();
  for (const { contract } of contracts) {
    const { strike, right } = contract.instrument;
    const sides = SILENT.has(contract.state) ? null : pricesOf(contract);
    if (sides === null) continue;
    const row = rows.get(strike) ?? { strike, callBid: null, callAsk: null, putBid: null, putAsk: null };
    const [bid, ask] = sides;
    rows.set(
      strike,
      right === 'call' ? { ...row, callBid: bid, callAsk: ask } : { ...row, putBid: bid, putAsk: ask },
    );
  }
  return [...rows.values()].toSorted((a, b) => a.strike - b.strike);
}

/** Bid and ask in the quote currency. */
function pricesOf({
  instrument,
  quote,
  forward,
}: JudgedContract): readonly [number | null, number | null] | null {
  const unit = instrument.premiumUnit === 'quote' ? 1 : forward;
  if (quote === null || unit === null) return null;
  return [quote.bid === null ? null : quote.bid * unit, quote.ask === null ? null : quote.ask * unit];
}
