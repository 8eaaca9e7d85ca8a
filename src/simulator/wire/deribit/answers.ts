import { DAY_MS, epochMs, type EpochMs } from '#base/time.ts';
import type { ListedFamily } from '#simulator/listed-family.ts';
import type { MarketView } from '#simulator/market-view.ts';
import { rounded } from '#simulator/rounded.ts';
import { varianceSwapVol } from '#simulator/variance-swap-vol.ts';
import { bookSummaryRow } from './book-summary.ts';
import { refused, type RpcOutcome } from './envelope.ts';
import { instrumentRow } from './instruments.ts';
import { orderBook, ticker } from './order-book.ts';
import { volatilityCandles } from './volatility-candles.ts';

type Params = ReadonlyMap<string, string>;
type Answer = (view: MarketView, params: Params) => RpcOutcome;

const KINDS = new Set(['option', 'future', 'spot', 'future_combo', 'option_combo']);
/** Settlement currencies of the venue under which nothing is listed here. */
const UNUSED_CURRENCIES: ReadonlySet<string> = new Set(['USDT', 'EURR']);
const MAX_LEVELS = 50;

/** The methods that are answered, by HTTP or over a socket. */
const ANSWERS: ReadonlyMap<string, Answer> = new Map([
  ['public/get_book_summary_by_currency', bookSummary],
  [
    'public/get_instruments',
    (view, params) =>
      byCurrency(view, params, (family) => view.contracts(family).map((contract) => instrumentRow(contract))),
  ],
  ['public/get_index_price', indexPrice],
  ['public/get_volatility_index_data', volatilityIndex],
  ['public/get_order_book', book],
  ['public/ticker', lone],
  ['public/get_time', ({ now }) => ({ result: now })],
  ['public/test', () => ({ result: { version: '1.2.26' } })],
]);

/** Answers one method of the venue; parameters as in an address, still text. */
export function deribitAnswer(view: MarketView, method: string, params: Params): RpcOutcome {
  return ANSWERS.get(method)?.(view, params) ?? refused('methodNotFound', method.slice(0, 200));
}

/** The method in the path of an address. */
export function methodOfPath(path: string): string {
  return /(?:^|\/)api\/v2\/(public\/[a-z_]+)$/.exec(path)?.[1] ?? path;
}

function bookSummary(view: MarketView, params: Params): RpcOutcome {
  return byCurrency(view, params, (family) =>
    view.contracts(family).map((contract) => bookSummaryRow(contract, view)),
  );
}

function byCurrency(
  { families }: MarketView,
  params: Params,
  rowsOf: (family: ListedFamily) => readonly unknown[],
): RpcOutcome {
  const currency = params.get('currency');
  const kind = params.get('kind') ?? 'option';
  const asked = families.filter((family) => currency === 'any' || family.currency === currency);
  if (asked.length === 0 && !UNUSED_CURRENCIES.has(currency ?? ''))
    return refused('invalidParams', 'wrong currency');
  if (!KINDS.has(kind)) return refused('invalidParams', 'wrong kind');
  return { result: kind === 'option' ? asked.flatMap(rowsOf) : [] };
}

function indexPrice(view: MarketView, params: Params): RpcOutcome {
  const family = view.families.find(({ indexName }) => indexName === params.get('index_name'));
  if (family === undefined) return refused('invalidParams', 'wrong index_name');
  const price = rounded(view.spot(family), family.profile.priceDecimals);
  return { result: { index_price: price, estimated_delivery_price: price } };
}

function volatilityIndex(view: MarketView, params: Params): RpcOutcome {
  const currency = params.get('currency');
  const family = view.families.find((one) => one.underlying === currency && one.currency === currency);
  if (family === undefined) return refused('invalidParams', 'wrong currency');
  const candles = volatilityCandles(params, view.now, (at) => volatilityIndexAt(view, family, at));
  return candles === null ? refused('invalidParams', 'wrong time range or resolution') : { result: candles };
}

/** The venue's volatility index of a coin in percent: a variance swap of thirty days. */
export function volatilityIndexAt(view: MarketView, family: ListedFamily, at: EpochMs = view.now): number {
  return 100 * varianceSwapVol(view.sliceAt(family, epochMs(at + 30 * DAY_MS), at));
}

function book(view: MarketView, params: Params): RpcOutcome {
  const contract = view.find(params.get('instrument_name') ?? '');
  const depth = Number(params.get('depth') ?? 5);
  if (contract === null) return refused('invalidParams', 'wrong instrument_name');
  if (!Number.isInteger(depth) || depth < 1) return refused('invalidParams', 'wrong depth');
  return { result: orderBook(contract, view, Math.min(depth, MAX_LEVELS)) };
}

function lone(view: MarketView, params: Params): RpcOutcome {
  const contract = view.find(params.get('instrument_name') ?? '');
  if (contract === null) return refused('invalidParams', 'wrong instrument_name');
  return { result: ticker(contract, view) };
}
