import type { FeeSchedule } from '#market/fee-schedule.ts';
import type { BookLevel } from '#market/order-book.ts';

/**
 * Fee of taking options, per unit of the underlying, in the quote currency: a fraction of the underlying's value on
 * each fill, never more than the cap's fraction of that fill's premium.
 * @param fills prices per unit in the quote currency with their sizes
 * @param underlyingPrice quote currency per unit
 */
export function takerFee(
  schedule: FeeSchedule,
  fills: readonly BookLevel[],
  underlyingPrice: number,
): number {
  const flat = schedule.taker * underlyingPrice;
  let fee = 0;
  let size = 0;
  for (const fill of fills) {
    const cap = schedule.premiumCap === null ? flat : schedule.premiumCap * fill.price;
    fee += fill.size * Math.min(flat, cap);
    size += fill.size;
  }
  return size > 0 ? fee / size : 0;
}
