import type { BookLevel } from '#market/order-book.ts';

/** What taking a size from one side of a book gives. */
export interface BookFill {
  /** Contracts that the book holds for the size asked, ≤ it. */
  readonly filled: number;
  /** Mean price of what filled, in premium units; null when nothing did. */
  readonly averagePrice: number | null;
  /** The levels taken, best first, the last one perhaps in part. */
  readonly taken: readonly BookLevel[];
}

/**
 * Takes a size from the levels of one side, best price first, level by level. What the book does not hold is not
 * extrapolated: `filled` then stays below the size.
 * @param levels one side of a book, best first; price in premium units, size in contracts
 * @param size contracts wanted, > 0
 */
export function walkBook(levels: readonly BookLevel[], size: number): BookFill {
  const taken: BookLevel[] = [];
  let filled = 0;
  let cost = 0;
  for (const level of levels) {
    const take = Math.min(level.size, size - filled);
    if (take <= 0) continue;
    taken.push({ price: level.price, size: take });
    filled += take;
    cost += take * level.price;
    if (filled >= size) break;
  }
  return { filled, averagePrice: filled > 0 ? cost / filled : null, taken };
}
