import type { EpochMs } from '#base/time.ts';
import type { Instrument } from '#market/instrument.ts';
import type { ContractQuote } from '#market/option-chain.ts';
import { SETTLEMENT_AVERAGE_MINUTES } from '#market/settlement-average.ts';
import type { Analysis } from '../analyse-chain.ts';
import { finiteOrNull } from '../finite-or-null.ts';
import { intervalOf } from '../metrics/interval.ts';
import { type ParityPair, parityPairs } from '../forward/parity-pairs.ts';
import type { Interval } from '../report.ts';

/** What a market's contracts are, and how far the spreads leave its forwards open; plain data. */
export interface ContractTerms {
  /** A contract quoted near the money of the first expiry that has one; null in an empty market. */
  readonly example: Instrument | null;
  readonly settlementAverageMinutes: number | null;
  /** By expiry of the report: where the tightest strike's put and call leave the forward, quote currency. */
  readonly forwards: readonly { readonly expiry: EpochMs; readonly interval: Interval | null }[];
}

/** The terms of a market's contracts, for setting two markets side by side. */
export function contractTerms({ report, smiles }: Analysis): ContractTerms {
  return {
    example: exampleOf(
      smiles.flatMap(({ expiry }) => expiry.quotes.contracts),
      report.indexPrice,
    ),
    settlementAverageMinutes: SETTLEMENT_AVERAGE_MINUTES[report.venue],
    forwards: smiles.map(({ expiry: { quotes, forward } }) => ({
      expiry: quotes.expiry,
      interval: forwardInterval(parityPairs(quotes.contracts), forward.discount),
    })),
  };
}

function exampleOf(contracts: readonly ContractQuote[], level: number | null): Instrument | null {
  const quoted = contracts.filter(({ quote }) => quote?.bid !== undefined && quote.bid !== null);
  const [first] = quoted;
  if (first === undefined) return contracts[0]?.instrument ?? null;
  const near = level ?? first.quote?.forward ?? first.instrument.strike;
  const { expiry } = first.instrument;
  return quoted
    .map(({ instrument }) => instrument)
    .filter((instrument) => instrument.expiry === expiry)
    .reduce((best, one) => (Math.abs(one.strike - near) < Math.abs(best.strike - near) ? one : best));
}

/**
 * The forward at which the tightest strike's put and call can be sold and bought, by put-call parity: with the
 * difference C − P known to within the two spreads, F = K ÷ (1 − (C − P)) in coin and F = K + (C − P) ÷ D otherwise.
 * @returns null when no strike has both rights quoted on both sides
 */
export function forwardInterval(pairs: readonly ParityPair[], discount: number): Interval | null {
  const relative = ({ halfSpread, premiumUnit, strike }: ParityPair): number =>
    premiumUnit === 'underlying' ? halfSpread : halfSpread / strike;
  const [tightest] = pairs.toSorted((a, b) => relative(a) - relative(b));
  if (tightest === undefined) return null;
  const { strike, difference, halfSpread, premiumUnit } = tightest;
  const forwardAt = (value: number): number | null =>
    finiteOrNull(premiumUnit === 'underlying' ? strike / (1 - value) : strike + value / discount);
  return intervalOf(forwardAt(difference - halfSpread), forwardAt(difference + halfSpread));
}
