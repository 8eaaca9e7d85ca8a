import type { EpochMs } from '#base/time.ts';
import { tickAt } from '#market/tick-table.ts';
import type { ListedContract } from '../listing.ts';
import { downToTick, type MadeQuote, upToTick } from '../quote-maker.ts';
import { uniformAt } from '../seeded-noise.ts';
import { bookSummaryRow, rounded } from './book-summary.ts';

/** What the order book says beyond the summary row: vols and greeks are computed by the caller. */
export interface BookNumbers {
  /** Vol of the best bid and ask in percent; 0 where there is none, as the venue prints it. */
  readonly bidIv: number;
  readonly askIv: number;
  readonly greeks: {
    readonly delta: number;
    readonly gamma: number;
    readonly vega: number;
    readonly theta: number;
    readonly rho: number;
  };
}

/** Result of `get_order_book`: best prices are 0 where a side is empty, unlike the summary's null. */
export function orderBook(
  contract: ListedContract,
  quote: MadeQuote,
  options: {
    readonly spot: number;
    readonly now: EpochMs;
    readonly depth: number;
    readonly numbers: BookNumbers;
  },
): Record<string, unknown> {
  const { spot, now, depth, numbers } = options;
  const summary = bookSummaryRow(contract, quote, spot, now);
  const bids = levels(contract, { best: quote.bid, side: -1, depth, now });
  const asks = levels(contract, { best: quote.ask, side: 1, depth, now });
  return {
    instrument_name: contract.name,
    state: 'open',
    timestamp: now,
    change_id: Math.floor(now / 250),
    underlying_price: summary['underlying_price'],
    underlying_index: summary['underlying_index'],
    index_price: summary['estimated_delivery_price'],
    estimated_delivery_price: summary['estimated_delivery_price'],
    mark_price: summary['mark_price'],
    mark_iv: summary['mark_iv'],
    bid_iv: numbers.bidIv,
    ask_iv: numbers.askIv,
    interest_rate: 0,
    open_interest: summary['open_interest'],
    last_price: summary['last'],
    settlement_price: null,
    min_price: downToTick(contract.family.ticks, quote.fair * 0.4) || contract.family.ticks.base,
    max_price: upToTick(contract.family.ticks, quote.fair * 1.8),
    greeks: numbers.greeks,
    stats: {
      high: summary['high'],
      low: summary['low'],
      price_change: summary['price_change'],
      volume: summary['volume'],
      volume_usd: summary['volume_usd'],
    },
    best_bid_price: bids[0]?.[0] ?? 0,
    best_bid_amount: bids[0]?.[1] ?? 0,
    best_ask_price: asks[0]?.[0] ?? 0,
    best_ask_amount: asks[0]?.[1] ?? 0,
    bids,
    asks,
  };
}

/** Levels of one side from the best outwards: gaps and sizes grow, the way a book thins out and then fattens. */
function levels(
  contract: ListedContract,
  {
    best,
    side,
    depth,
    now,
  }: { readonly best: number | null; readonly side: 1 | -1; readonly depth: number; readonly now: EpochMs },
): readonly (readonly [number, number])[] {
  if (best === null) return [];
  const { ticks, usualSize, minimumTrade } = contract.family;
  const beat = Math.floor(now / 15_000);
  const book: (readonly [number, number])[] = [];
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
