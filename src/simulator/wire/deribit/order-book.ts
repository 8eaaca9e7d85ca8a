import type { BlackGreeks } from '#quant/black/greeks.ts';
import { bookLevels } from '#simulator/book-levels.ts';
import { contractNumbers } from '#simulator/contract-numbers.ts';
import type { ListedContract } from '#simulator/listing.ts';
import type { MarketView } from '#simulator/market-view.ts';
import { downToTick, upToTick } from '#simulator/quote-maker.ts';
import { rounded } from '#simulator/rounded.ts';
import { bookSummaryRow } from './book-summary.ts';

const DAYS = 365;

/** Result of `get_order_book`. */
export function orderBook(
  contract: ListedContract,
  view: MarketView,
  depth: number,
): Record<string, unknown> {
  const { bids, asks } = bookLevels(contract, view.quote(contract), { depth, now: view.now });
  return { ...ticker(contract, view), change_id: Math.floor(view.now / 250), bids, asks };
}

/** Result of `ticker` and of its pushes: best prices are 0 where a side is empty, unlike the summary's null. */
export function ticker(contract: ListedContract, view: MarketView): Record<string, unknown> {
  const quote = view.quote(contract);
  const { now } = view;
  const summary = bookSummaryRow(contract, view);
  const numbers = contractNumbers(contract, quote, view.slice(contract));
  const { bids, asks } = bookLevels(contract, quote, { depth: 1, now });
  return {
    instrument_name: contract.name,
    state: 'open',
    timestamp: now,
    underlying_price: summary['underlying_price'],
    underlying_index: summary['underlying_index'],
    index_price: summary['estimated_delivery_price'],
    estimated_delivery_price: summary['estimated_delivery_price'],
    mark_price: summary['mark_price'],
    mark_iv: summary['mark_iv'],
    bid_iv: percent(numbers.bidVol),
    ask_iv: percent(numbers.askVol),
    interest_rate: 0,
    open_interest: summary['open_interest'],
    last_price: summary['last'],
    settlement_price: null,
    min_price: downToTick(contract.family.ticks, quote.fair * 0.4) || contract.family.ticks.base,
    max_price: upToTick(contract.family.ticks, quote.fair * 1.8),
    greeks: greeksOf(numbers.greeks),
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
  };
}

function percent(vol: number | null): number {
  return vol === null ? 0 : rounded(100 * vol, 2);
}

/** Delta of the forward, vega per vol point, theta per day, all in USD. */
function greeksOf(greeks: BlackGreeks): Record<string, number> {
  return {
    delta: rounded(greeks.deltaForward, 5),
    gamma: rounded(greeks.gamma, 8),
    vega: rounded(greeks.vega / 100, 5),
    theta: rounded(greeks.theta / DAYS, 5),
    rho: rounded(greeks.rhoF / 100, 5),
  };
}
