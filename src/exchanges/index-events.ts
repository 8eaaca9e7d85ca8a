import type { EpochMs } from '#base/time.ts';
import type { FeedEvent } from './adapter.ts';

/** The spot index that a row carries, null where it has none. */
export interface IndexOfRow {
  readonly underlying: string;
  readonly price: number | null;
}

/** One index event for each underlying: the median of what its rows carry, immune to a row that is stale. */
export function indexEvents(rows: readonly IndexOfRow[], at: EpochMs): readonly FeedEvent[] {
  const levels = new Map<string, number[]>();
  for (const { underlying, price } of rows) {
    if (price === null) continue;
    const known = levels.get(underlying);
    if (known === undefined) levels.set(underlying, [price]);
    else known.push(price);
  }
  return [...levels].map(([underlying, prices]) => {
    const sorted = prices.toSorted((a, b) => a - b);
    const price = sorted[Math.floor(sorted.length / 2)] ?? 0;
    return { kind: 'index', at, underlyings: [underlying], price };
  });
}
