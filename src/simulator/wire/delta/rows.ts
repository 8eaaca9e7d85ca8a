import { utcFields } from '#base/calendar.ts';
import type { EpochMs } from '#base/time.ts';
import { type ContractState, contractBook } from '#simulator/contract-state.ts';
import type { ListedContract } from '#simulator/listing.ts';
import type { MarketView } from '#simulator/market-view.ts';
import { decimalText } from '../decimal-text.ts';

type Row = Readonly<Record<string, unknown>>;

const DAYS = 365;
const POINTS = 100;
const MICROSECONDS = 1000;
const price = (value: number | null): string | null => (value === null ? null : decimalText(value, 4));
const vol = (value: number | null): string | null => (value === null ? null : decimalText(value, 8));
const kindOf = ({ right }: ListedContract): string => (right === 'put' ? 'put_options' : 'call_options');
const numberOf = ({ stream }: ListedContract): number => stream % 1_000_000;

/** One row of tickers; times are microseconds, `greeks.spot` is the forward. */
export function tickerRow(state: ContractState, now: EpochMs): Row {
  const { contract, quote, numbers, activity, spot, bidSize, askSize } = state;
  const { greeks } = numbers;
  const { family } = contract;
  return {
    symbol: contract.name,
    contract_type: kindOf(contract),
    mark_price: decimalText(quote.fair, 8),
    mark_vol: decimalText(quote.vol, 8),
    oi: decimalText(activity.openInterest * family.contractSize, 4),
    oi_contracts: String(Math.floor(activity.openInterest)),
    product_id: numberOf(contract),
    spot_price: decimalText(spot, family.profile.priceDecimals),
    strike_price: String(contract.strike),
    timestamp: now * MICROSECONDS,
    greeks: {
      delta: decimalText(greeks.deltaForward, 8),
      gamma: decimalText(greeks.gamma, 10),
      rho: decimalText(greeks.rhoF / POINTS, 8),
      spot: decimalText(quote.forward, 8),
      theta: decimalText(greeks.theta / DAYS, 8),
      vega: decimalText(greeks.vega / POINTS, 8),
    },
    quotes: {
      ask_iv: vol(numbers.askVol),
      ask_size: quote.ask === null ? null : String(askSize),
      best_ask: price(quote.ask),
      best_bid: price(quote.bid),
      bid_iv: vol(numbers.bidVol),
      bid_size: quote.bid === null ? null : String(bidSize),
      impact_mid_price: null,
      mark_iv: vol(quote.vol),
    },
    price_band: null,
  };
}

/** One row of products. */
export function productRow(contract: ListedContract): Row {
  const { name, family, listing, strike } = contract;
  return {
    id: numberOf(contract),
    symbol: name,
    contract_type: kindOf(contract),
    contract_value: String(family.contractSize),
    contract_unit_currency: family.profile.coin,
    strike_price: String(strike),
    settlement_time: isoText(listing.expiry),
    launch_time: isoText(listing.listedAt),
    tick_size: String(family.ticks.base),
    maker_commission_rate: '0.0003',
    taker_commission_rate: '0.0003',
    product_specs: { premium_commission_rate: 0.1 },
    state: 'live',
  };
}

/** A book; `depth` is the size of all levels up to this one. */
export function bookRow(contract: ListedContract, view: MarketView, depth: number): Row {
  const { bids, asks } = contractBook(contract, view, depth);
  const side = (levels: typeof bids): unknown => {
    let sum = 0;
    return levels.map(([at, size]) => {
      sum += size;
      return { depth: String(sum), price: decimalText(at, 4), size };
    });
  };
  const last_updated_at = view.now * MICROSECONDS;
  return { buy: side(bids), sell: side(asks), last_updated_at, symbol: contract.name };
}

/**
 * A push of the short ticker of one contract, `sy` being its expiry: ask and bid with their sizes, and vols of ask, bid
 * and mark, in lists. The venue prices on the spot that the push carries.
 */
export function pushedTicker(state: ContractState, now: EpochMs): Row {
  const { contract, quote, numbers, activity, bidSize, askSize } = state;
  const { greeks } = numbers;
  const row = {
    g: [
      greeks.deltaForward,
      greeks.gamma,
      greeks.rhoF / POINTS,
      greeks.theta / DAYS,
      greeks.vega / POINTS,
    ].map((greek) => decimalText(greek, 8)),
    i: numberOf(contract),
    m: decimalText(quote.fair, 8),
    oi: [String(Math.floor(activity.openInterest)), '0'],
    q: [
      price(quote.ask),
      quote.ask === null ? null : String(askSize),
      price(quote.bid),
      quote.bid === null ? null : String(bidSize),
      null,
    ],
    qiv: [vol(numbers.askVol), vol(numbers.bidVol), vol(quote.vol)],
    s: contract.name,
  };
  const sp = decimalText(quote.forward, contract.family.profile.priceDecimals);
  return { d: [row], sp, sy: expirySymbol(contract), ts: now * MICROSECONDS, type: 'ticker' };
}

/** A push of the full ticker of one contract. */
export function pushedFullTicker(state: ContractState, now: EpochMs): Row {
  return { ...tickerRow(state, now), type: 'v2/ticker' };
}

/** A push of the upper levels of a book. */
export function pushedBook(contract: ListedContract, view: MarketView, depth: number): Row {
  const { bids, asks } = contractBook(contract, view, depth);
  const side = (levels: typeof bids): unknown =>
    levels.map(([at, size]) => [decimalText(at, 4), String(size)]);
  const ts = view.now * MICROSECONDS;
  return { type: 'ob_l2', sy: contract.name, ts, lts: ts, a: side(asks), b: side(bids) };
}

/** The symbol that stands for all contracts of a coin's expiry, such as `BTC-200426`. */
export function expirySymbol({ name, family }: ListedContract): string {
  return `${family.profile.coin}-${name.slice(-6)}`;
}

function isoText(at: EpochMs): string {
  const { year, month, day, hour, minute } = utcFields(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00Z`;
}
