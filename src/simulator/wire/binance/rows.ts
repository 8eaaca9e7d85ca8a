import { type ContractState, contractBook } from '#simulator/contract-state.ts';
import { type DiscountedPrices, discountedPrices } from '#simulator/discounted-prices.ts';
import type { ListedContract } from '#simulator/listing.ts';
import type { MarketView } from '#simulator/market-view.ts';
import { decimalText } from '../decimal-text.ts';

type Row = Readonly<Record<string, unknown>>;

const DAYS = 365;
const POINTS = 100;
const NO_VOL = '-1.0';
const vol = (value: number | null): string => (value === null ? NO_VOL : value.toFixed(5));
const price = (value: number | null): string => (value ?? 0).toFixed(3);

/**
 * The rate at which the index grows into the forward: the venue publishes no forward, but an index and this rate, and
 * discounts its premiums at the same rate.
 */
function rateOf({ quote, spot }: ContractState, years: number): number {
  return Number((Math.log(quote.forward / spot) / years).toFixed(6));
}

function pricesOf(state: ContractState, years: number): DiscountedPrices & { readonly rate: number } {
  const rate = rateOf(state, years);
  return { ...discountedPrices(state, Math.exp(-rate * years)), rate };
}

/** One row of a push of optionMarkPrice. */
export function pushedMark(state: ContractState, view: MarketView): Row {
  const { contract, quote, numbers } = state;
  const { greeks } = numbers;
  const prices = pricesOf(state, view.slice(contract).years);
  return {
    s: contract.name,
    mp: price(prices.mark),
    E: view.now,
    e: 'markPrice',
    i: decimalText(state.spot, contract.family.profile.priceDecimals),
    P: '0.000',
    bo: price(prices.bid),
    ao: price(prices.ask),
    bq: prices.bid === null ? '0.0000' : state.bidSize.toFixed(4),
    aq: state.askSize.toFixed(4),
    b: vol(prices.bid === null ? null : numbers.bidVol),
    a: vol(numbers.askVol),
    hl: price(prices.mark * 1.8),
    ll: price(prices.mark * 0.4),
    vo: quote.vol.toFixed(5),
    rf: String(prices.rate),
    d: decimalText(greeks.deltaForward, 8),
    t: decimalText(greeks.theta / DAYS, 8),
    g: decimalText(greeks.gamma, 10),
    v: decimalText(greeks.vega / POINTS, 8),
  };
}

/** One row of the mark answer. */
export function markRow(state: ContractState, view: MarketView): Row {
  const { contract, quote, numbers } = state;
  const { greeks } = numbers;
  const prices = pricesOf(state, view.slice(contract).years);
  return {
    symbol: contract.name,
    markPrice: price(prices.mark),
    bidIV: vol(prices.bid === null ? null : numbers.bidVol),
    askIV: vol(numbers.askVol),
    markIV: quote.vol.toFixed(8),
    delta: decimalText(greeks.deltaForward, 8),
    theta: decimalText(greeks.theta / DAYS, 8),
    gamma: decimalText(greeks.gamma, 10),
    vega: decimalText(greeks.vega / POINTS, 8),
    highPriceLimit: price(prices.mark * 1.8),
    lowPriceLimit: price(prices.mark * 0.4),
    riskFreeInterest: String(prices.rate),
  };
}

/** One row of the ticker answer. */
export function tickerRow(state: ContractState, view: MarketView): Row {
  const { contract, activity, spot } = state;
  const prices = pricesOf(state, view.slice(contract).years);
  return {
    symbol: contract.name,
    priceChange: '0',
    priceChangePercent: '0',
    lastPrice: price(activity.last),
    lastQty: '1',
    open: '0',
    high: '0',
    low: '0',
    volume: decimalText(activity.volume, 2),
    amount: '0',
    bidPrice: price(prices.bid),
    askPrice: price(prices.ask),
    openTime: view.now,
    closeTime: view.now,
    firstTradeId: 0,
    tradeCount: 0,
    strikePrice: String(contract.strike),
    exercisePrice: decimalText(spot, contract.family.profile.priceDecimals),
  };
}

/** One row of exchangeInfo. */
export function symbolRow({ name, family, listing, strike, right }: ListedContract): Row {
  const tickSize = String(family.ticks.base);
  const minQty = String(family.minimumTrade);
  return {
    symbol: name,
    side: right === 'put' ? 'PUT' : 'CALL',
    strikePrice: strike.toFixed(3),
    underlying: family.indexName,
    expiryDate: listing.expiry,
    unit: family.contractSize,
    quoteAsset: family.currency,
    status: 'TRADING',
    priceScale: 4,
    quantityScale: 2,
    filters: [
      { filterType: 'PRICE_FILTER', minPrice: tickSize, maxPrice: '10000000', tickSize },
      { filterType: 'LOT_SIZE', minQty, maxQty: '100000', stepSize: minQty },
    ],
  };
}

/** The upper levels of a book, discounted like every premium here. */
export function bookSides(
  contract: ListedContract,
  view: MarketView,
  depth: number,
): { readonly bids: readonly unknown[]; readonly asks: readonly unknown[] } {
  const years = view.slice(contract).years;
  const discount = view.spot(contract.family) / view.quote(contract).forward;
  const { bids, asks } = contractBook(contract, view, depth);
  const tick = contract.family.ticks.base;
  const side = (levels: typeof bids, onTick: (count: number) => number): readonly unknown[] =>
    levels
      .map(([at, size]) => [onTick((at * discount) / tick) * tick, size] as const)
      .filter(([at]) => at > 0 && years > 0)
      .map(([at, size]) => [price(at), size.toFixed(4)]);
  return { bids: side(bids, Math.floor), asks: side(asks, Math.ceil) };
}
