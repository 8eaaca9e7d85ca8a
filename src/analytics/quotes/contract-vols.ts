import { tickAt } from '#market/tick-table.ts';
import type { JudgedContract } from './judge-contracts.ts';
import { type PriceColumns, invertPrices } from './invert-prices.ts';
import { type InvertedPrice, halfTickVol, silenceOf } from './price-resolution.ts';
import { intrinsicValue, undiscountedPrice } from './undiscounted-price.ts';

/**
 * Black vols of one contract's prices, from our own inversion; decimals, null where there is no price or where the
 * price says nothing about vol.
 */
export interface ContractVols {
  readonly bid: number | null;
  readonly ask: number | null;
  /** Of the mean of bid and ask; null unless both sides have a vol. */
  readonly mid: number | null;
  readonly mark: number | null;
  /** Half a price tick in vol at the mid, or at the only side that has a vol; 0 when none has. */
  readonly halfTick: number;
  /** Why a quoted side has no vol; null when every quoted side has one. */
  readonly silent: 'beyond-tick' | 'implausible-vol' | null;
}

/** No price of the contract was inverted. */
export const NO_VOLS: ContractVols = {
  bid: null,
  ask: null,
  mid: null,
  mark: null,
  halfTick: 0,
  silent: null,
};

/** A venue's mark is computed, not quoted: it is printed far finer than the tick; a hundredth of one is taken as sure. */
const MARK_STEP = 0.01;

/** Inverts bid, ask, mid and mark of every contract in one batch; expired contracts and those without a forward have none. */
export function contractVols(contracts: readonly JudgedContract[]): readonly ContractVols[] {
  const prices = contracts.map(pricesOf);
  const vols = invertPrices(contracts, prices);
  return contracts.map((contract, row) => {
    const premiums = prices[row];
    const forward = contract.forward;
    if (!premiums || forward === null) return NO_VOLS;
    return volsOf({ ...contract, forward }, premiums, vols.subarray(4 * row, 4 * row + 4));
  });
}

function pricesOf(contract: JudgedContract): PriceColumns | null {
  const { quote, state, forward } = contract;
  if (quote === null || forward === null || state === 'expired') return null;
  const crossed = quote.bid !== null && quote.ask !== null && quote.bid > quote.ask;
  const mid = quote.bid === null || quote.ask === null || crossed ? null : (quote.bid + quote.ask) / 2;
  return { bid: quote.bid, ask: quote.ask, mid, mark: quote.mark };
}

function volsOf(
  contract: JudgedContract & { readonly forward: number },
  premiums: PriceColumns,
  vols: Float64Array,
): ContractVols {
  const { instrument, forward, discount, years } = contract;
  const { strike, right, premiumUnit, ticks } = instrument;
  const value = (premium: number): number => undiscountedPrice(premium, { premiumUnit, forward, discount });
  const intrinsic = intrinsicValue(right, strike, forward);
  const inverted = (premium: number, vol: number, step: number): InvertedPrice => ({
    timeValue: value(premium) - intrinsic,
    tick: step * value(tickAt(ticks, premium)),
    vol,
    forward,
    strike,
    years,
  });
  const read = (premium: number | null, column: number, step = 1): Reading => {
    const vol = vols[column] ?? Number.NaN;
    if (premium === null) return NOTHING;
    const price = inverted(premium, vol, step);
    const silence = silenceOf(price);
    return silence === null
      ? { vol, silence, halfTick: halfTickVol(price) }
      : { vol: null, silence, halfTick: 0 };
  };
  const [bid, ask] = speakingSides(read(premiums.bid, 0), read(premiums.ask, 1), intrinsic > 0);
  const mid = bid.vol === null || ask.vol === null ? NOTHING : read(premiums.mid, 2);
  return {
    bid: bid.vol,
    ask: ask.vol,
    mid: mid.vol,
    mark: read(premiums.mark, 3, MARK_STEP).vol,
    halfTick: mid.halfTick || bid.halfTick || ask.halfTick,
    silent: bid.silence ?? ask.silence,
  };
}

/** In the money an ask beside a bid without time value only says that the spread is wide: its vol is no quote of vol. */
function speakingSides(bid: Reading, ask: Reading, inTheMoney: boolean): readonly [Reading, Reading] {
  const mute = (side: Reading, silence: Reading['silence']): Reading =>
    inTheMoney && side.silence === null && silence !== null ? { vol: null, silence, halfTick: 0 } : side;
  return [mute(bid, ask.silence), mute(ask, bid.silence)];
}

interface Reading {
  readonly vol: number | null;
  readonly silence: 'beyond-tick' | 'implausible-vol' | null;
  readonly halfTick: number;
}

const NOTHING: Reading = { vol: null, silence: null, halfTick: 0 };
