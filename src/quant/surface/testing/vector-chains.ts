import type { SliceQuotes } from '../slice-quotes.ts';
import { type CoinQuote, sliceQuotesFromCoin } from './coin-premiums.ts';

/** One expiry of the shared synthetic chains with its truth. `marked` may explain a residual, never enter a fit. */
export interface VectorSlice {
  readonly slice: SliceQuotes;
  readonly trueVols: Float64Array;
  readonly marked: Uint8Array;
}

/** One synthetic chain, expiries in order. */
export interface VectorChain {
  readonly id: string;
  readonly family: string;
  readonly slices: VectorSlice[];
}

/** Reads the text of `chain_quotes.csv`: chain,family,expiry,T,F,K,type,bid,ask,true_vol,outlier; 0 is a missing side. */
export function vectorChains(csv: string): readonly VectorChain[] {
  const groups = new Map<string, string[][]>();
  for (const line of csv.trim().split(/\r?\n/).slice(1)) {
    const cells = line.split(',');
    const key = cells.slice(0, 3).join('|');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [cells]);
    else group.push(cells);
  }
  const chains = new Map<string, VectorChain>();
  for (const rows of groups.values()) {
    const [id = '', family = ''] = rows[0] ?? [];
    const chain = chains.get(id) ?? { id, family, slices: [] };
    chain.slices.push(vectorSlice(rows));
    chains.set(id, chain);
  }
  return [...chains.values()];
}

function vectorSlice(rows: readonly string[][]): VectorSlice {
  const years = Number(rows[0]?.[3]);
  const forward = Number(rows[0]?.[4]);
  const used = rows
    .map((row) => ({ row, quote: coinQuote(row) }))
    .filter(({ quote: q }) => q.isCall === q.strike >= forward && (q.bid > 0 || q.ask > 0))
    .sort((p, q) => p.quote.strike - q.quote.strike);
  return {
    slice: sliceQuotesFromCoin(
      years,
      forward,
      used.map(({ quote }) => quote),
    ),
    trueVols: Float64Array.from(used, ({ row }) => Number(row[9])),
    marked: Uint8Array.from(used, ({ row }) => Number(row[10])),
  };
}

function coinQuote(row: readonly string[]): CoinQuote {
  return { strike: Number(row[5]), isCall: row[6] === 'C', bid: Number(row[7]), ask: Number(row[8]) };
}
