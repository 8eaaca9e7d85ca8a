import type { OptionRight } from '#market/instrument.ts';

/** One option of a hedge as it is settled. */
export interface PayoffOption {
  readonly right: OptionRight;
  /** Quote currency, > 0. */
  readonly strike: number;
  /** Units of the underlying: positive bought, negative sold. */
  readonly units: number;
  /** Delivery fee as a fraction of the underlying's value, taken from either side that is settled; 0 where none is known. */
  readonly delivery: number;
  /** The delivery fee is at most this fraction of the payout, ≤ 1. */
  readonly deliveryCap: number;
}

/**
 * A holding with its hedge at expiry, as plain data. Its value is linear between the prices of `payoffKinks`.
 *
 * A payout in coin of an inverse put is (K − S)/S coin, worth K − S in quote currency at the settlement price S, like a
 * linear put's. What differs is how the premium was paid: in coin from the holding it leaves fewer `units` to rise and
 * fall with S; with cash it is a fixed sum.
 */
export interface HedgePayoff {
  /** Units of the underlying still held. */
  readonly units: number;
  /** Quote currency that was received (negative: paid) and does not move with the price. */
  readonly cash: number;
  readonly options: readonly PayoffOption[];
  /** A future sold: units and the price they were sold at; units are 0 where there is none. */
  readonly short: { readonly units: number; readonly price: number };
}

/** Prices above this multiple of the reference price are not looked at. */
const FARTHEST = 10;

/** Value at expiry of what is held and its hedge, quote currency, at a settlement price ≥ 0. */
export function hedgedValue({ units, cash, options, short }: HedgePayoff, price: number): number {
  let value = units * price + cash + short.units * (short.price - price);
  for (const option of options) value += settledValue(option, price);
  return value;
}

/** What one option brings at expiry after its delivery fee, quote currency; negative for one sold. */
export function settledValue(
  { right, strike, units, delivery, deliveryCap }: PayoffOption,
  price: number,
): number {
  const payout = Math.max(right === 'put' ? strike - price : price - strike, 0);
  return units * payout - Math.abs(units) * Math.min(delivery * price, deliveryCap * payout);
}

/** Prices at which the slope of the value changes, rising: strikes, and where the cap on the delivery fee ends. */
export function payoffKinks({ options }: HedgePayoff): readonly number[] {
  const kinks = options.flatMap(({ right, strike, delivery, deliveryCap }) => {
    if (delivery === 0) return [strike];
    if (right === 'put') return [strike, (deliveryCap * strike) / (deliveryCap + delivery)];
    return deliveryCap > delivery ? [strike, (deliveryCap * strike) / (deliveryCap - delivery)] : [strike];
  });
  return [...new Set(kinks)].toSorted((a, b) => a - b);
}

/** The lowest value over prices from 0 to ten times the reference price, and the highest price at which it is reached. */
export function worstOutcome(
  payoff: HedgePayoff,
  reference: number,
): { readonly price: number; readonly value: number } {
  let worst = { price: 0, value: hedgedValue(payoff, 0) };
  for (const price of [...payoffKinks(payoff), FARTHEST * reference]) {
    const value = hedgedValue(payoff, price);
    if (value <= worst.value) worst = { price, value };
  }
  return worst;
}

/** Gains this small against the holding's value are what is left of a cancellation. */
const NOTHING = 1e-12;

/**
 * Prices at which the hedge neither gained nor cost anything against holding `held` units alone, rising, up to ten times the
 * reference; of a stretch of such prices its two ends.
 */
export function payoffBreakEvens(payoff: HedgePayoff, held: number, reference: number): readonly number[] {
  const prices = [0, ...payoffKinks(payoff), FARTHEST * reference];
  const gains = prices.map((price) => {
    const gain = hedgedValue(payoff, price) - held * price;
    return Math.abs(gain) <= NOTHING * held * reference ? 0 : gain;
  });
  return prices.flatMap((to, index) => {
    const [before, gain, after] = [gains[index - 1], gains[index] ?? 0, gains[index + 1]];
    if (before === undefined) return [];
    if (gain === 0) return after === undefined || (before === 0 && after === 0) ? [] : [to];
    const from = prices[index - 1] ?? 0;
    return before === 0 || before < 0 === gain < 0 ? [] : [from + ((to - from) * before) / (before - gain)];
  });
}
