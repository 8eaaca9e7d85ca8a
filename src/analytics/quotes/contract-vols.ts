import { tickAt } from '#market/tick-table.ts';
import type { JudgedContract } from './judge-contracts.ts';
import { type PriceColumns, invertPrices } from './invert-prices.ts';
import { halfTickVol, silenceOf } from './price-resolution.ts';
import { intrinsicValue } from './undiscounted-price.ts';

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
    return premiums ? volsOf(contract, premiums, vols.subarray(4 * row, 4 * row + 4)) : NO_VOLS;
  });
}

function pricesOf({ quote, state, forward }: JudgedContract): PriceColumns | null {
  if (quote === null || forward === null || state === 'expired') return null;
  const { bid, ask, mark } = quote;
  const mid = bid === null || ask === null || bid > ask ? null : (bid + ask) / 2;
  return { bid, ask, mid, mark };
}

function volsOf(contract: JudgedContract, premiums: PriceColumns, vols: Float64Array): ContractVols {
  const { instrument, forward } = contract;
  const inTheMoney = forward !== null && intrinsicValue(instrument.right, instrument.strike, forward) > 0;
  const [bid, ask] = speakingSides(
    readVol(contract, premiums.bid, vols[0], 1),
    readVol(contract, premiums.ask, vols[1], 1),
    inTheMoney,
  );
  const bothSpeak = bid.vol !== null && ask.vol !== null;
  const mid = bothSpeak ? readVol(contract, premiums.mid, vols[2], 1) : NOTHING;
  return {
    bid: bid.vol,
    ask: ask.vol,
    mid: mid.vol,
    mark: readVol(contract, premiums.mark, vols[3], MARK_STEP).vol,
    halfTick: mid.halfTick || bid.halfTick || ask.halfTick,
    silent: bid.silence ?? ask.silence,
  };
}

/** What one price says about vol. */
interface Reading {
  readonly vol: number | null;
  readonly silence: 'beyond-tick' | 'implausible-vol' | null;
  readonly halfTick: number;
}

const NOTHING: Reading = { vol: null, silence: null, halfTick: 0 };
const BEYOND_TICK: Reading = { vol: null, silence: 'beyond-tick', halfTick: 0 };
const IMPLAUSIBLE: Reading = { vol: null, silence: 'implausible-vol', halfTick: 0 };

/** @param step the price's own smallest step, in ticks */
function readVol(
  { instrument, forward, discount, years }: JudgedContract,
  premium: number | null,
  vol: number | undefined,
  step: number,
): Reading {
  if (premium === null || forward === null || vol === undefined) return NOTHING;
  const { strike, right, premiumUnit, ticks } = instrument;
  const unit = premiumUnit === 'underlying' ? forward : 1 / discount;
  const price = {
    timeValue: premium * unit - intrinsicValue(right, strike, forward),
    tick: step * unit * tickAt(ticks, premium),
    vol,
    forward,
    strike,
    years,
  };
  const silence = silenceOf(price);
  if (silence === null) return { vol, silence, halfTick: halfTickVol(price) };
  return silence === 'beyond-tick' ? BEYOND_TICK : IMPLAUSIBLE;
}

/** In the money an ask beside a bid without time value only says that the spread is wide: its vol is no quote of vol. */
function speakingSides(bid: Reading, ask: Reading, inTheMoney: boolean): readonly [Reading, Reading] {
  if (inTheMoney && bid.silence !== null && ask.silence === null) return [bid, muted(ask, bid)];
  if (inTheMoney && ask.silence !== null && bid.silence === null) return [muted(bid, ask), ask];
  return [bid, ask];
}

function muted(side: Reading, other: Reading): Reading {
  return side.vol === null ? side : other;
}
