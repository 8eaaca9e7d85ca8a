import type { EpochMs } from '#base/time.ts';
import type { Analysis } from '../analyse-chain.ts';
import { parityPairs } from '../forward/parity-pairs.ts';
import type { FittedSmile } from '../smiles/fit-smiles.ts';

/** A quoted contract beside a point of the smile: what the interval there rests on. */
export interface NearQuote {
  readonly instrument: string;
  readonly strike: number;
  readonly bidVol: number;
  readonly askVol: number;
}

/** What the numbers of one expiry rest on beyond its report; plain data. */
export interface ExpiryWhy {
  readonly expiry: EpochMs;
  /** `SPX` or `SPXW`; the underlying elsewhere. */
  readonly series: string;
  readonly quoteCurrency: string;
  /** Rows that state a forward, whose median is the expiry's. */
  readonly forwardRows: number;
  /** Lowest and highest of them; null without any. */
  readonly forwardRange: readonly [number, number] | null;
  /** Names the venue has for it. */
  readonly forwardNames: readonly string[];
  /** Strikes whose put and call are both two-sided: what parity can rest on. */
  readonly parityStrikes: number;
  /** Oldest and newest stamp of the quotes used; null where none is. */
  readonly quotedBetween: readonly [EpochMs, EpochMs] | null;
  /** The quotes used next below and above the 25-delta put, the forward and the 25-delta call, in order of strike. */
  readonly nearest: {
    readonly put: readonly NearQuote[];
    readonly atm: readonly NearQuote[];
    readonly call: readonly NearQuote[];
  };
}

/**
 * What an expiry's forward, intervals and fit rest on.
 * @returns null when the analysis does not have the expiry
 */
export function expiryWhy({ smiles, report }: Analysis, expiry: EpochMs): ExpiryWhy | null {
  const at = report.expiries.findIndex((one) => one.expiry === expiry);
  const [smile, measured] = [smiles[at], report.expiries[at]];
  if (smile === undefined || measured === undefined) return null;
  const { contracts, quotes, forward } = smile.expiry;
  const stated = contracts.flatMap(({ contract: { quote } }) =>
    quote?.forward !== undefined && quote.forward !== null && quote.forward > 0 ? [quote.forward] : [],
  );
  const names = contracts.flatMap(({ contract: { quote } }) => quote?.forwardName ?? []);
  const used = usedQuotes(smile);
  const { putStrike, callStrike } = measured.delta25;
  return {
    expiry,
    series: quotes.series,
    quoteCurrency: contracts[0]?.contract.instrument.quoteCurrency ?? '',
    forwardRows: stated.length,
    forwardRange: stated.length === 0 ? null : [Math.min(...stated), Math.max(...stated)],
    forwardNames: [...new Set(names)],
    parityStrikes: parityPairs(quotes.contracts).length,
    quotedBetween: stampsOf(smile),
    nearest: {
      put: beside(used, putStrike),
      atm: beside(used, forward.forward),
      call: beside(used, callStrike),
    },
  };
}

function usedQuotes({ expiry, reasons }: FittedSmile): readonly NearQuote[] {
  return expiry.contracts
    .flatMap(({ contract: { instrument }, vols }, index) =>
      reasons[index] !== null || vols.bid === null || vols.ask === null
        ? []
        : [{ instrument: instrument.name, strike: instrument.strike, bidVol: vols.bid, askVol: vols.ask }],
    )
    .toSorted((a, b) => a.strike - b.strike);
}

function beside(quotes: readonly NearQuote[], strike: number | null): readonly NearQuote[] {
  if (strike === null) return [];
  const below = quotes.findLast((quote) => quote.strike <= strike);
  const above = quotes.find((quote) => quote.strike > strike);
  return [below, above].flatMap((quote) => quote ?? []);
}

function stampsOf({ expiry, reasons }: FittedSmile): readonly [EpochMs, EpochMs] | null {
  const stamps = expiry.contracts
    .flatMap(({ contract: { quote } }, index) => (reasons[index] === null && quote ? [quote.at] : []))
    .toSorted((a, b) => a - b);
  const [oldest, newest] = [stamps[0], stamps.at(-1)];
  return oldest === undefined || newest === undefined ? null : [oldest, newest];
}
