import { surfaceSmile } from '#quant/surface/surface.ts';
import { type HedgeBill, hedgeDecay } from './hedge-bill.ts';
import { hedgedValue, payoffKinks } from './hedge-payoff.ts';
import type { SmileDynamics } from './hedge-scenario.ts';
import type { ProtectionMarket } from './protection-market.ts';
import { surfaceValue } from './surface-value.ts';
import { DAYS_PER_YEAR } from '#base/time.ts';

/** Value of what is held and its hedge against the price, quote currency for the whole holding; plain arrays of one length. */
export interface PayoffCurves {
  /** Rising; kinks of the payoff are among them. Spot before expiry, the settlement price at it. */
  readonly prices: readonly number[];
  readonly unhedged: readonly number[];
  readonly atExpiry: readonly number[];
  /** Before expiry, hedge at mid on the fitted surface: the vol of the time then left, read off today's surface. */
  readonly before: readonly {
    readonly daysFromNow: number;
    readonly dynamics: SmileDynamics;
    readonly values: readonly number[];
  }[];
}

const POINTS = 61;
const REACH: readonly [number, number] = [0.35, 1.65];
/** Shares of the time to expiry that have gone. */
const MOMENTS = [0, 0.5] as const;

/** The holding with and without its hedge, at expiry, now and half-way; sticky strike and sticky delta both. */
export function payoffCurves(bill: HedgeBill, market: ProtectionMarket): PayoffCurves {
  const prices = pricesAround(bill);
  return {
    prices,
    unhedged: prices.map((price) => bill.amount * price),
    atExpiry: prices.map((price) => hedgedValue(bill.payoff, price)),
    before: MOMENTS.flatMap((gone) =>
      (['sticky-strike', 'sticky-delta'] as const).map((dynamics) => ({
        daysFromNow: gone * bill.years * DAYS_PER_YEAR,
        dynamics,
        values: valuesBefore(bill, market, { gone, dynamics, prices }),
      })),
    ),
  };
}

function pricesAround({ payoff, reference }: HedgeBill): readonly number[] {
  const [low, high] = REACH.map((share) => share * reference.price);
  const from = low ?? 0;
  const to = high ?? reference.price;
  const even = Array.from({ length: POINTS }, (_, index) => from + ((to - from) * index) / (POINTS - 1));
  const kinks = payoffKinks(payoff).filter((kink) => kink > from && kink < to);
  return [...new Set([...even, ...kinks])].toSorted((a, b) => a - b);
}

function valuesBefore(
  bill: HedgeBill,
  market: ProtectionMarket,
  {
    gone,
    dynamics,
    prices,
  }: { readonly gone: number; readonly dynamics: SmileDynamics; readonly prices: readonly number[] },
): readonly number[] {
  const { payoff } = bill;
  const { fits, forward, spot, discount, years } = hedgeDecay({ market }, bill);
  const left = years * (1 - gone);
  const carry = (forward / spot) ** (1 - gone);
  const smile = surfaceSmile(fits, left);
  return prices.map((price) => {
    const then = price * carry;
    const anchor = dynamics === 'sticky-strike' ? spot * carry : then;
    const moment = { smile, forward: then, anchor, discount: discount ** (1 - gone) };
    const short = payoff.short.units * (payoff.short.price - then);
    return payoff.units * price + payoff.cash + short + surfaceValue(payoff.options, moment);
  });
}
