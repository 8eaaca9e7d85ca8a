import { blackVega } from '../black-vega.ts';

/** Half a tick worth more vol than this says too little about vol to be a point: 10 vol points. */
const COARSEST_HALF_TICK = 0.1;
/** Vols above this are prices placed to catch a mistake, not to trade: 400 %. */
const HIGHEST_VOL = 4;

/** One inverted price and the step it was quoted in; prices undiscounted, in the quote currency. */
export interface InvertedPrice {
  /** Price less intrinsic value. */
  readonly timeValue: number;
  /** Smallest step of the price. */
  readonly tick: number;
  /** Black vol of the price, decimal; NaN when it has none. */
  readonly vol: number;
  readonly forward: number;
  readonly strike: number;
  readonly years: number;
}

/** Half a price tick in vol: tick / (2·vega); infinite where vega vanishes. */
export function halfTickVol({ tick, vol, forward, strike, years }: Omit<InvertedPrice, 'timeValue'>): number {
  return tick / (2 * blackVega(forward, strike, vol, years));
}

/**
 * Why a price says nothing about vol, or null when it does. `beyond-tick`: it has no vol, its time value is under one
 * tick, or one tick either way is worth more than 20 vol points; `implausible-vol`: it is worth more than 400 %.
 */
export function silenceOf(price: InvertedPrice): 'beyond-tick' | 'implausible-vol' | null {
  if (Number.isNaN(price.vol) || price.timeValue < price.tick * (1 - 1e-6)) return 'beyond-tick';
  if (price.vol > HIGHEST_VOL) return 'implausible-vol';
  return halfTickVol(price) <= COARSEST_HALF_TICK ? null : 'beyond-tick';
}
