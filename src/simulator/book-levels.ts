import type { EpochMs } from '#base/time.ts';
import { tickAt } from '#market/tick-table.ts';
import type { ListedContract } from './listing.ts';
import { downToTick, type MadeQuote, upToTick } from './quote-maker.ts';
import { rounded } from './rounded.ts';
import { uniformAt } from './seeded-noise.ts';

/** One price of a book and the size there, as the venue counts sizes. */
export type BookLevel = readonly [price: number, size: number];

/** Both sides of a book, each from its best price outwards; empty where nobody quotes. */
export interface BookLevels {
  readonly bids: readonly BookLevel[];
  readonly asks: readonly BookLevel[];
}

const SIZE_BEAT_MS = 15_000;

/** The book behind a quote: gaps and sizes grow, the way a book thins out and then fattens. */
export function bookLevels(
  contract: ListedContract,
  quote: MadeQuote,
  { depth, now }: { readonly depth: number; readonly now: EpochMs },
): BookLevels {
  return {
    bids: levels(contract, { best: quote.bid, side: -1, depth, now }),
    asks: levels(contract, { best: quote.ask, side: 1, depth, now }),
  };
}

function levels(
  contract: ListedContract,
  {
    best,
    side,
    depth,
    now,
  }: { readonly best: number | null; readonly side: 1 | -1; readonly depth: number; readonly now: EpochMs },
): readonly BookLevel[] {
  if (best === null) return [];
  const { ticks, usualSize, minimumTrade } = contract.family;
  const beat = Math.floor(now / SIZE_BEAT_MS);
  const book: BookLevel[] = [];
  let price = best;
  for (let level = 0; level < depth && price > 0; level++) {
    const stream = contract.stream + 100 * (level + 1) + side;
    const size = usualSize * (0.15 + 1.6 * uniformAt(stream, beat) ** 2) * (1 + 0.25 * level);
    book.push([price, Math.max(minimumTrade, rounded(Math.floor(size / minimumTrade) * minimumTrade, 2))]);
    const gap = tickAt(ticks, price) * (1 + Math.floor(uniformAt(stream + 50, beat) ** 2 * (2 + 2 * level)));
    price = side < 0 ? downToTick(ticks, price - gap) : upToTick(ticks, price + gap);
  }
  return book;
}
