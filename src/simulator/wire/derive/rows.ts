import { type ContractState, contractBook } from '#simulator/contract-state.ts';
import { discountedPrices } from '#simulator/discounted-prices.ts';
import type { ListedContract } from '#simulator/listing.ts';
import type { MarketView } from '#simulator/market-view.ts';
import { decimalText } from '../decimal-text.ts';

type Row = Readonly<Record<string, unknown>>;

const DAYS = 365;
const POINTS = 100;
const SECOND = 1000;
/** Annual rate of the venue's discounting; the factor is printed with three decimals, and used so. */
const RATE = 0.03;

/** The discount factor of an expiry as the venue prints it. */
function discountOf(years: number): number {
  return Number(Math.exp(-RATE * years).toFixed(3));
}

/** A ticker in letters: `b` and `B` price and size of the bid, `a` and `A` of the ask; `"0"` where nobody quotes. */
export function slimTicker(state: ContractState, view: MarketView): Row {
  const { contract, quote, numbers, activity, spot } = state;
  const { greeks } = numbers;
  const df = discountOf(view.slice(contract).years);
  const { bid, ask, mark } = discountedPrices(state, df);
  const price = (value: number | null): string => decimalText(value ?? 0, 4);
  return {
    t: view.now,
    A: ask === null ? '0' : decimalText(state.askSize, 2),
    a: price(ask),
    B: bid === null ? '0' : decimalText(state.bidSize, 2),
    b: price(bid),
    f: null,
    option_pricing: {
      d: decimalText(greeks.deltaForward, 5),
      t: decimalText((df * greeks.theta) / DAYS, 5),
      g: decimalText(df * greeks.gamma, 8),
      v: decimalText((df * greeks.vega) / POINTS, 5),
      i: decimalText(quote.vol, 5),
      r: decimalText((df * greeks.rhoF) / POINTS, 5),
      f: decimalText(quote.forward, 5),
      m: decimalText(mark, 6),
      df: String(df),
      bi: bid === null ? '0' : decimalText(numbers.bidVol ?? 0, 5),
      ai: ask === null ? '0' : decimalText(numbers.askVol ?? 0, 5),
    },
    I: decimalText(spot, contract.family.profile.priceDecimals),
    M: decimalText(mark, 6),
    stats: {
      c: decimalText(activity.volume, 2),
      v: decimalText(activity.volume * spot, 2),
      pr: '0',
      n: 0,
      oi: decimalText(activity.openInterest, 2),
      h: '0',
      l: '0',
      p: '0',
    },
    minp: decimalText(mark * 0.4, 4),
    maxp: decimalText(mark * 1.8, 4),
  };
}

/** One row of get_instruments. */
export function instrumentRow({ name, family, listing, strike, right }: ListedContract): Row {
  return {
    instrument_type: 'option',
    instrument_name: name,
    is_active: true,
    scheduled_activation: Math.floor(listing.listedAt / SECOND),
    tick_size: String(family.ticks.base),
    minimum_amount: String(family.minimumTrade),
    maximum_amount: '100000',
    amount_step: String(family.minimumTrade),
    mark_price_fee_rate_cap: '0.125',
    maker_fee_rate: '0.0001',
    taker_fee_rate: '0.0003',
    base_fee: '0.5',
    option_details: {
      index: family.indexName,
      expiry: Math.floor(listing.expiry / SECOND),
      strike: String(strike),
      option_type: right === 'put' ? 'P' : 'C',
      settlement_price: null,
    },
  };
}

/** One push of a book. */
export function book(contract: ListedContract, view: MarketView, depth: number): Row {
  const { bids, asks } = contractBook(contract, view, depth);
  const side = (levels: typeof bids): unknown =>
    levels.map(([price, size]) => [decimalText(price, 4), decimalText(size, 2)]);
  return {
    timestamp: view.now,
    instrument_name: contract.name,
    publish_id: Math.floor(view.now / 100),
    bids: side(bids),
    asks: side(asks),
  };
}
