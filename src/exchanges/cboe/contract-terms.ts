import type { EpochMs } from '#base/time.ts';
import type { Instrument } from '#market/instrument.ts';
import type { TickTable } from '#market/tick-table.ts';
import { newYorkInstant } from './new-york-time.ts';
import type { OsiSymbol } from './osi-symbol.ts';

/** Roots that settle on the opening prices of their expiry date; all others trade until the close. */
const MORNING_ROOTS: ReadonlySet<string> = new Set(['SPX', 'NDX', 'RUT', 'VIX', 'DJX', 'MXEA', 'MXEF']);
/** Index underlyings with American exercise; every other index is European, every share American. */
const AMERICAN_INDICES: ReadonlySet<string> = new Set(['OEX']);
/** Shares of one contract. */
const CONTRACT_SIZE = 100;
const INDEX_TICKS: TickTable = { base: 0.05, steps: [{ above: 3, tick: 0.1 }] };
const PENNY_TICKS: TickTable = { base: 0.01, steps: [] };

/** The file an option comes from. */
export interface Listing {
  /** `SPX`, `SPY`: without the mark that the file puts before an index. */
  readonly underlying: string;
  readonly isIndex: boolean;
}

/** The contract that a symbol stands for; null where its expiry date does not exist. */
export function instrumentOf(name: string, symbol: OsiSymbol, listing: Listing): Instrument | null {
  const expiry = expiryOf(symbol);
  if (expiry === null) return null;
  const european = listing.isIndex && !AMERICAN_INDICES.has(listing.underlying);
  return {
    name,
    venue: 'cboe',
    underlying: listing.underlying,
    series: symbol.root,
    expiry,
    strike: symbol.strike,
    right: symbol.right,
    premiumUnit: 'quote',
    quoteCurrency: 'USD',
    contractSize: CONTRACT_SIZE,
    minimumTrade: 1,
    ticks: listing.isIndex ? INDEX_TICKS : PENNY_TICKS,
    exercise: european ? 'european' : 'american',
    fees: null,
  };
}

/** 09:30 New York for contracts that settle at the open, 16:00 for the rest. */
function expiryOf({ root, year, month, day }: OsiSymbol): EpochMs | null {
  const morning = MORNING_ROOTS.has(root);
  return newYorkInstant({ year, month, day, hour: morning ? 9 : 16, minute: morning ? 30 : 0 });
}
