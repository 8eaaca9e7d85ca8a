import type { EpochMs } from '#base/time.ts';
import { tickAt } from '#market/tick-table.ts';
import type { Analysis } from '../analyse-chain.ts';

type Column = readonly (number | null)[];

/**
 * What every contract's book says, one column a figure, row by row beside the report's `points`. Prices are in premium
 * units, sizes in contracts, open interest and volume in units of the underlying; missing is null.
 */
export interface ContractFigures {
  readonly bid: Column;
  readonly ask: Column;
  readonly bidSize: Column;
  readonly askSize: Column;
  readonly mark: Column;
  readonly last: Column;
  readonly openInterest: Column;
  readonly volume: Column;
  /** Ask less bid in ticks of the bid's price; negative where the book is crossed. */
  readonly spreadTicks: Column;
  /** The venue's time stamp of each quote. */
  readonly at: readonly (EpochMs | null)[];
  /** What premiums are paid in: `BTC`, `USD`. */
  readonly premium: string;
}

/** Lays out the quotes of an analysis for a table of all contracts. */
export function contractFigures({ smiles }: Pick<Analysis, 'smiles'>): ContractFigures {
  const contracts = smiles.flatMap(({ expiry }) => expiry.contracts.map(({ contract }) => contract));
  const quotes = contracts.map(({ quote }) => quote);
  const first = contracts[0]?.instrument;
  const inCoin = first?.premiumUnit === 'underlying';
  return {
    bid: quotes.map((quote) => quote?.bid ?? null),
    ask: quotes.map((quote) => quote?.ask ?? null),
    bidSize: quotes.map((quote) => quote?.bidSize ?? null),
    askSize: quotes.map((quote) => quote?.askSize ?? null),
    mark: quotes.map((quote) => quote?.mark ?? null),
    last: quotes.map((quote) => quote?.last ?? null),
    openInterest: quotes.map((quote) => quote?.openInterest ?? null),
    volume: quotes.map((quote) => quote?.volume ?? null),
    spreadTicks: contracts.map(({ instrument, quote }) => {
      if (quote === null || quote.bid === null || quote.ask === null) return null;
      return (quote.ask - quote.bid) / tickAt(instrument.ticks, quote.bid);
    }),
    at: quotes.map((quote) => quote?.at ?? null),
    premium: inCoin ? (first?.underlying ?? '') : (first?.quoteCurrency ?? ''),
  };
}
