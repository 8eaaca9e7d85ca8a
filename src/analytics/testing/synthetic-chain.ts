import { DAY_MS, type EpochMs, epochMs, yearsBetween } from '#base/time.ts';
import type { Instrument, OptionRight, PremiumUnit } from '#market/instrument.ts';
import type { ContractQuote, ExpiryQuotes, OptionChain } from '#market/option-chain.ts';
import type { Quote } from '#market/quote.ts';
import { tickAt } from '#market/tick-table.ts';
import { blackPrice } from '#quant/black/black-price.ts';

/** 8 July 2026, 12:00 UTC, when every synthetic market stands still. */
export const SYNTHETIC_NOW: EpochMs = epochMs(1_783_512_000_000);

/** What is true of one synthetic expiry. */
export interface SyntheticExpiry {
  readonly days: number;
  readonly forward: number;
  readonly strikes: readonly number[];
  /** True vol at k = ln(K/F), decimal. */
  readonly vol: (k: number) => number;
  readonly premiumUnit?: PremiumUnit;
  readonly discount?: number;
  /** Whether the venue states forward and discount; it does unless told otherwise. */
  readonly statesForward?: boolean;
  /** Half the spread in ticks; 1 unless told otherwise. */
  readonly halfSpreadTicks?: number;
}

/** A chain priced from known smiles: marks exact, bids and asks on the tick grid about them. */
export function syntheticChain(
  expiries: readonly SyntheticExpiry[],
  change: Partial<OptionChain> = {},
): OptionChain {
  return {
    venue: 'deribit',
    underlying: 'BTC',
    asOf: SYNTHETIC_NOW,
    version: 1,
    indexPrice: 100_000,
    volatilityIndex: null,
    expiries: expiries.map(expiryQuotes),
    rejected: [],
    ...change,
  };
}

function expiryQuotes(truth: SyntheticExpiry): ExpiryQuotes {
  const expiry = epochMs(SYNTHETIC_NOW + truth.days * DAY_MS);
  const contracts = truth.strikes.flatMap((strike) =>
    (['put', 'call'] as const).map((right) => contractQuote(truth, expiry, strike, right)),
  );
  return { expiry, series: 'BTC', contracts };
}

function contractQuote(
  truth: SyntheticExpiry,
  expiry: EpochMs,
  strike: number,
  right: OptionRight,
): ContractQuote {
  const { forward, discount = 1, premiumUnit = 'underlying' } = truth;
  const instrument: Instrument = {
    name: `BTC-${truth.days}D-${strike}-${right}`,
    venue: 'deribit',
    underlying: 'BTC',
    series: 'BTC',
    expiry,
    strike,
    right,
    premiumUnit,
    quoteCurrency: 'USD',
    contractSize: 1,
    minimumTrade: 0.1,
    ticks:
      premiumUnit === 'underlying'
        ? { base: 0.0001, steps: [{ above: 0.005, tick: 0.0005 }] }
        : { base: 0.01, steps: [] },
    exercise: 'european',
    fees: { maker: 0.0003, taker: 0.0003, premiumCap: 0.125, delivery: 0.00015 },
  };
  const vol = truth.vol(Math.log(strike / forward));
  const years = yearsBetween(SYNTHETIC_NOW, expiry);
  const undiscounted = blackPrice(forward, strike, vol, years, 1, right);
  const mark = premiumUnit === 'underlying' ? undiscounted / forward : discount * undiscounted;
  return { instrument, quote: quoteOf(instrument, mark, vol, truth) };
}

function quoteOf(instrument: Instrument, mark: number, vol: number, truth: SyntheticExpiry): Quote {
  const { halfSpreadTicks = 1, statesForward = true } = truth;
  const tick = tickAt(instrument.ticks, mark);
  const bid = Math.floor(mark / tick - halfSpreadTicks + 0.5) * tick;
  const ask = Math.ceil(mark / tick + halfSpreadTicks - 0.5) * tick;
  return {
    instrument: instrument.name,
    bid: bid > 0 ? bid : null,
    ask,
    bidSize: null,
    askSize: null,
    mark,
    last: null,
    venueMarkVol: vol,
    venueBidVol: null,
    venueAskVol: null,
    forward: statesForward ? truth.forward : null,
    forwardName: null,
    discount: statesForward ? (truth.discount ?? null) : null,
    openInterest: null,
    volume: null,
    at: SYNTHETIC_NOW,
  };
}

/** The same chain with some of its quotes changed; null takes a quote away. */
export function withQuotes(
  chain: OptionChain,
  change: (contract: ContractQuote) => Partial<Quote> | null,
): OptionChain {
  const expiries = chain.expiries.map((expiry) => ({
    ...expiry,
    contracts: expiry.contracts.map((contract) => {
      const fields = change(contract);
      const quote = fields === null || contract.quote === null ? null : { ...contract.quote, ...fields };
      return { ...contract, quote };
    }),
  }));
  return { ...chain, expiries };
}
