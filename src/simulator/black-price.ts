import { normalCdf } from '#quant/special/normal.ts';

/**
 * Undiscounted Black-76 price of an option that is out of the money at `strike` (put below the forward, call above), in the
 * unit of the forward.
 */
export function outOfTheMoneyPrice(forward: number, strike: number, deviation: number): number {
  const sign = strike < forward ? -1 : 1;
  const d1 = Math.log(forward / strike) / deviation + deviation / 2;
  const price = sign * (forward * normalCdf(sign * d1) - strike * normalCdf(sign * (d1 - deviation)));
  return Math.max(0, price);
}
