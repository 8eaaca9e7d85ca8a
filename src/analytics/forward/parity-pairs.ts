import type { PremiumUnit } from '#market/instrument.ts';
import type { ContractQuote } from '#market/option-chain.ts';
import type { Quote } from '#market/quote.ts';

/** A put and a call of one strike, both quoted on both sides. */
export interface ParityPair {
  readonly strike: number;
  readonly premiumUnit: PremiumUnit;
  /** Call mid minus put mid, in premium units. */
  readonly difference: number;
  /** Half of the two spreads together, in premium units, ≥ 0: how far `difference` may be off. */
  readonly halfSpread: number;
}

/** Every strike of one expiry whose put and call are both two-sided and not crossed, in strike order. */
export function parityPairs(contracts: readonly ContractQuote[]): readonly ParityPair[] {
  const puts = new Map<number, Quote>();
  for (const { instrument, quote } of contracts) {
    if (quote !== null && instrument.right === 'put') puts.set(instrument.strike, quote);
  }
  const pairs: ParityPair[] = [];
  for (const { instrument, quote } of contracts) {
    const put = instrument.right === 'call' ? puts.get(instrument.strike) : undefined;
    const pair = put && quote ? pairOf(quote, put) : null;
    if (pair) pairs.push({ strike: instrument.strike, premiumUnit: instrument.premiumUnit, ...pair });
  }
  return pairs.toSorted((a, b) => a.strike - b.strike);
}

function pairOf(call: Quote, put: Quote): { difference: number; halfSpread: number } | null {
  if (call.bid === null || call.ask === null || put.bid === null || put.ask === null) return null;
  if (call.bid > call.ask || put.bid > put.ask) return null;
  return {
    difference: (call.bid + call.ask - put.bid - put.ask) / 2,
    halfSpread: (call.ask - call.bid + put.ask - put.bid) / 2,
  };
}
