import { assert as check, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type HedgePayoff,
  type PayoffOption,
  hedgedValue,
  payoffBreakEvens,
  payoffKinks,
  worstOutcome,
} from './hedge-payoff.ts';
import type { ProtectionStudy } from './protection-study.ts';

const HELD: ProtectionStudy['plan']['amount'] = 10;
const put = (strike: number, units: number, delivery = 0): PayoffOption => ({
  right: 'put',
  strike,
  units,
  delivery,
  deliveryCap: 0.125,
});
const call = (strike: number, units: number): PayoffOption => ({
  right: 'call',
  strike,
  units,
  delivery: 0.00015,
  deliveryCap: 0.125,
});
const NONE = { units: 0, price: 0 };

/** Ten coins, a premium of 0.016 coin a put paid from them, and as many puts as coins are left. */
const PREMIUM = 0.016;
const PUTS = HELD / (1 + PREMIUM);
const inverse = (options: readonly PayoffOption[] = [put(85_000, PUTS)]): HedgePayoff => ({
  units: HELD - PUTS * PREMIUM,
  cash: 0,
  options,
  short: NONE,
});

describe('what a hedged holding is worth at expiry', () => {
  it('is the same at every price below the strike when as many puts are held as coins are left', () => {
    check(
      property(double({ min: 1, max: 85_000, noNaN: true }), (price) => {
        // counted in coin, as the venue pays: coins left and (K − S)/S coin a put
        const coins = HELD - PUTS * PREMIUM + (PUTS * (85_000 - price)) / price;
        expect(hedgedValue(inverse(), price) / (coins * price)).toBeCloseTo(1, 10);
        expect(hedgedValue(inverse(), price) / (PUTS * 85_000)).toBeCloseTo(1, 10);
      }),
    );
  });

  it('falls further at some price when any other number of puts is held', () => {
    const best = worstOutcome(inverse(), 100_000).value;
    for (const puts of [0.97 * PUTS, 0.999 * PUTS, 1.001 * PUTS, 1.03 * PUTS, HELD]) {
      const other: HedgePayoff = {
        ...inverse([put(85_000, puts)]),
        units: HELD - puts * PREMIUM,
      };
      expect(worstOutcome(other, 100_000).value).toBeLessThan(best);
    }
  });

  it('loses strike and bill when the premium was paid in cash', () => {
    const linear: HedgePayoff = {
      units: HELD,
      cash: -HELD * 1500,
      options: [put(85_000, HELD)],
      short: NONE,
    };
    expect(worstOutcome(linear, 100_000)).toEqual({ price: 85_000, value: HELD * 83_500 });
    expect(payoffBreakEvens(linear, HELD, 100_000)).toEqual([83_500]);
  });

  it('breaks even where the coins paid are worth what the puts bring', () => {
    const [price] = payoffBreakEvens(inverse(), HELD, 100_000);
    expect(price).toBeCloseTo(85_000 / (1 + PREMIUM), 8);
  });

  it('is linear between its kinks, the delivery fee and its cap among them', () => {
    const payoff = inverse([
      put(85_000, PUTS, 0.00015),
      put(70_000, -2 * PUTS, 0.00015),
      call(120_000, -PUTS),
    ]);
    const prices = [0, ...payoffKinks(payoff), 400_000];
    expect(prices).toHaveLength(8);
    prices.slice(1).forEach((to, index) => {
      const from = prices[index]!;
      for (const share of [0.1, 0.5, 0.9]) {
        const chord = (1 - share) * hedgedValue(payoff, from) + share * hedgedValue(payoff, to);
        expect(hedgedValue(payoff, from + share * (to - from))).toBeCloseTo(chord, 6);
      }
    });
    const fee = PUTS * 0.00015 * 60_000;
    expect(
      hedgedValue(inverse(), 60_000) - hedgedValue(inverse([put(85_000, PUTS, 0.00015)]), 60_000),
    ).toBeCloseTo(fee, 8);
  });

  it('of a future sold is its price, whatever happens', () => {
    const locked: HedgePayoff = {
      units: HELD,
      cash: 0,
      options: [],
      short: { units: HELD, price: 101_000 },
    };
    for (const price of [0, 50_000, 100_000, 200_000])
      expect(hedgedValue(locked, price)).toBe(HELD * 101_000);
    expect(payoffBreakEvens(locked, HELD, 100_000)).toEqual([101_000]);
  });

  it('breaks even all along where a hedge costs nothing and pays nothing, and tells both ends', () => {
    const option = { units: HELD, delivery: 0, deliveryCap: 1 };
    const free: HedgePayoff = {
      units: HELD,
      cash: 0,
      options: [
        { ...option, right: 'put', strike: 85_000 },
        { ...option, right: 'call', strike: 120_000, units: -HELD },
      ],
      short: { units: 0, price: 0 },
    };
    expect(payoffBreakEvens(free, HELD, 100_000)).toEqual([85_000, 120_000]);
    const paid = payoffBreakEvens({ ...free, cash: -HELD * 100 }, HELD, 100_000);
    expect(paid).toEqual([84_900]);
    const received = payoffBreakEvens({ ...free, cash: HELD * 100 }, HELD, 100_000);
    expect(received).toEqual([120_100]);
    const given = { ...free, options: free.options.slice(0, 1) };
    expect(payoffBreakEvens(given, HELD, 100_000)).toEqual([85_000]);
  });
});
