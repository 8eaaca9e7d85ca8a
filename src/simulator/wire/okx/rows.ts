import type { EpochMs } from '#base/time.ts';
import { contractBook, type ContractState } from '#simulator/contract-state.ts';
import type { ListedContract } from '#simulator/listing.ts';
import type { ListedFamily } from '#simulator/listed-family.ts';
import type { MarketView } from '#simulator/market-view.ts';
import { decimalText } from '../decimal-text.ts';

type Row = Readonly<Record<string, unknown>>;

const DAYS = 365;
const POINTS = 100;
const no = (value: number | null, decimals: number): string =>
  value === null || value === 0 ? '' : decimalText(value, decimals);

/**
 * One row of opt-summary. The plain greeks are in coin, the delta less the coin price; those marked BS are in dollars.
 */
export function summaryRow({ contract, quote, numbers }: ContractState, now: EpochMs): Row {
  const { greeks } = numbers;
  const inCoin = (dollars: number): string => decimalText(dollars / quote.forward, 10);
  return {
    instType: 'OPTION',
    instId: contract.name,
    uly: contract.family.indexName,
    delta: decimalText(greeks.deltaPremiumAdjusted, 10),
    gamma: decimalText(greeks.coinGamma * quote.forward, 10),
    vega: inCoin(greeks.vega / POINTS),
    theta: inCoin(greeks.theta / DAYS),
    deltaBS: decimalText(greeks.deltaForward, 10),
    gammaBS: decimalText(greeks.gamma, 12),
    vegaBS: decimalText(greeks.vega / POINTS, 8),
    thetaBS: decimalText(greeks.theta / DAYS, 8),
    lever: decimalText(quote.fair > 0 ? 1 / quote.fair : 0, 4),
    markVol: decimalText(quote.vol, 16),
    bidVol: decimalText(numbers.bidVol ?? 0, 16),
    askVol: decimalText(numbers.askVol ?? 0, 16),
    realVol: '',
    volLv: '',
    fwdPx: decimalText(quote.forward, 12),
    ts: String(now),
  };
}

/** One row of tickers; sizes and volume are contracts. */
export function tickerRow({ contract, quote, activity, bidSize, askSize }: ContractState, now: EpochMs): Row {
  const last = no(activity.last, 4);
  return {
    instType: 'OPTION',
    instId: contract.name,
    last,
    lastSz: last === '' ? '0' : '1',
    askPx: no(quote.ask, 4),
    askSz: String(askSize),
    bidPx: no(quote.bid, 4),
    bidSz: String(bidSize),
    open24h: last,
    high24h: last,
    low24h: last,
    volCcy24h: decimalText(activity.volume * contract.family.contractSize, 4),
    vol24h: decimalText(activity.volume, 2),
    sodUtc0: '',
    sodUtc8: '',
    ts: String(now),
  };
}

/** One row of mark-price. */
export function markRow({ contract, quote }: ContractState, now: EpochMs): Row {
  const { name, family } = contract;
  return {
    instType: 'OPTION',
    instId: name,
    markPx: decimalText(quote.fair, family.markDecimals),
    ts: String(now),
  };
}

/** One row of open-interest. */
export function interestRow({ contract, activity, spot }: ContractState, now: EpochMs): Row {
  const coins = activity.openInterest * contract.family.contractSize;
  return {
    instType: 'OPTION',
    instId: contract.name,
    oi: decimalText(activity.openInterest, 2),
    oiCcy: decimalText(coins, 4),
    oiUsd: decimalText(coins * spot, 2),
    ts: String(now),
  };
}

/** One row of instruments. */
export function instrumentRow({ name, family, listing, strike, right }: ListedContract): Row {
  return {
    instType: 'OPTION',
    instId: name,
    uly: family.indexName,
    instFamily: family.indexName,
    settleCcy: family.currency,
    ctVal: '1',
    ctMult: String(family.contractSize),
    ctValCcy: family.profile.coin,
    optType: right === 'put' ? 'P' : 'C',
    stk: String(strike),
    listTime: String(listing.listedAt),
    expTime: String(listing.expiry),
    tickSz: String(family.ticks.base),
    lotSz: '1',
    minSz: '1',
    state: 'live',
  };
}

/** The ticks of a family by price. */
export function tickBands({ indexName, ticks }: ListedFamily): Row {
  const starts = [{ above: 0, tick: ticks.base }, ...ticks.steps];
  const tickBand = starts.map(({ above, tick }, i) => ({
    minPx: String(above),
    maxPx: String(starts[i + 1]?.above ?? 1_000_000),
    tickSz: String(tick),
  }));
  return { instType: 'OPTION', instFamily: indexName, tickBand };
}

/** The level of an index. */
export function indexRow(family: ListedFamily, view: MarketView): Row {
  const idxPx = decimalText(view.spot(family), family.profile.priceDecimals);
  return {
    instId: family.indexName,
    idxPx,
    high24h: idxPx,
    sodUtc0: idxPx,
    open24h: idxPx,
    low24h: idxPx,
    sodUtc8: idxPx,
    ts: String(view.now),
  };
}

/** A book; a push names its contract, an answer does not. */
export function bookRow(contract: ListedContract, view: MarketView, depth: number): Row {
  const { bids, asks } = contractBook(contract, view, depth);
  const side = (levels: typeof bids): unknown =>
    levels.map(([price, size]) => [decimalText(price, 4), String(size), '0', '1']);
  return { asks: side(asks), bids: side(bids), ts: String(view.now) };
}
