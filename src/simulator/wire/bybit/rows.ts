import type { BookLevels } from '#simulator/book-levels.ts';
import type { ContractState } from '#simulator/contract-state.ts';
import type { ListedContract } from '#simulator/listing.ts';
import { decimalText } from '../decimal-text.ts';

type Row = Readonly<Record<string, unknown>>;

const DAYS = 365;
const POINTS = 100;
/** The venue prints no vol above this. */
const HIGHEST_VOL = 5;
const vol = (value: number | null): string => decimalText(Math.min(HIGHEST_VOL, value ?? 0), 4);

/** What an answer and a push of a ticker have in common. */
function shared({ contract, quote, numbers, activity, spot }: ContractState): Row {
  const { greeks } = numbers;
  const decimals = contract.family.profile.priceDecimals;
  const last = decimalText(activity.last ?? 0, 4);
  return {
    symbol: contract.name,
    lastPrice: last,
    highPrice24h: last,
    lowPrice24h: last,
    markPrice: decimalText(quote.fair, 8),
    indexPrice: decimalText(spot, decimals),
    underlyingPrice: decimalText(quote.forward, decimals),
    openInterest: decimalText(activity.openInterest, 2),
    turnover24h: decimalText(activity.volume * spot, 2),
    volume24h: decimalText(activity.volume, 2),
    totalVolume: '0',
    totalTurnover: '0',
    delta: decimalText(greeks.deltaForward, 8),
    gamma: decimalText(greeks.gamma, 12),
    vega: decimalText(greeks.vega / POINTS, 8),
    theta: decimalText(greeks.theta / DAYS, 8),
    predictedDeliveryPrice: '0',
    change24h: '0',
  };
}

/** One row of tickers; `"0"` where nobody quotes. */
export function tickerRow(state: ContractState): Row {
  const { quote, numbers, bidSize, askSize } = state;
  return {
    ...shared(state),
    bid1Price: decimalText(quote.bid ?? 0, 4),
    bid1Size: decimalText(bidSize, 2),
    bid1Iv: vol(numbers.bidVol),
    ask1Price: decimalText(quote.ask ?? 0, 4),
    ask1Size: decimalText(askSize, 2),
    ask1Iv: vol(numbers.askVol),
    markIv: vol(quote.vol),
  };
}

/** What a push of a ticker carries: the same under other names. */
export function pushedTicker(state: ContractState): Row {
  const { quote, numbers, bidSize, askSize } = state;
  return {
    ...shared(state),
    bidPrice: decimalText(quote.bid ?? 0, 4),
    bidSize: decimalText(bidSize, 2),
    bidIv: vol(numbers.bidVol),
    askPrice: decimalText(quote.ask ?? 0, 4),
    askSize: decimalText(askSize, 2),
    askIv: vol(numbers.askVol),
    markPriceIv: vol(quote.vol),
  };
}

/** One row of instruments-info. */
export function instrumentRow({ name, family, listing, right }: ListedContract): Row {
  const { coin } = family.profile;
  const tickSize = String(family.ticks.base);
  const minimum = String(family.minimumTrade);
  return {
    symbol: name,
    status: 'Trading',
    baseCoin: coin,
    quoteCoin: family.currency,
    settleCoin: family.currency,
    optionsType: right === 'put' ? 'Put' : 'Call',
    launchTime: String(listing.listedAt),
    deliveryTime: String(listing.expiry),
    deliveryFeeRate: '0.00015',
    priceFilter: { minPrice: tickSize, maxPrice: '10000000', tickSize },
    lotSizeFilter: { maxOrderQty: '500000', minOrderQty: minimum, qtyStep: minimum },
    displayName: name,
  };
}

/** The sides of a book as the venue prints them. */
export function bookSides({ bids, asks }: BookLevels): {
  readonly b: readonly (readonly [string, string])[];
  readonly a: readonly (readonly [string, string])[];
} {
  const side = (levels: typeof bids): readonly (readonly [string, string])[] =>
    levels.map(([price, size]) => [decimalText(price, 4), decimalText(size, 2)]);
  return { b: side(bids), a: side(asks) };
}
