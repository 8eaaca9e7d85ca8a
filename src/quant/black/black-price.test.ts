import { assert, double, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf } from '../special/normal.ts';
import { blackPrice, blackTimeValue, normalisedBlack } from './black-price.ts';
import { logMoneyness } from './log-moneyness.ts';
import reference from './implied-vol.reference.json' with { type: 'json' };

const EPS = 2 ** -52;
const market = tuple(
  double({ min: 1, max: 1e5, noNaN: true }),
  double({ min: -4, max: 4, noNaN: true }),
  double({ min: 1e-4, max: 5, noNaN: true }),
);

describe('blackPrice', () => {
  it('prices each reference option at its exact vol, to the rounding of the exponent', () => {
    for (const [region, right, forward, strike, years, discount, price, vol] of reference.rows) {
      const [F, K, T, df, P, sigma] = [forward, strike, years, discount, price, vol].map(Number) as [
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      const value = blackPrice(F, K, sigma, T, df, right === 'call' ? 'call' : 'put');
      const stdDev = sigma * Math.sqrt(T);
      const d1 = Math.log(F / K) / stdDev + stdDev / 2;
      expect(Math.abs(value / P - 1), `${String(region)} ${P}`).toBeLessThan(4 * EPS * (2 + d1 * d1));
    }
  });

  it('agrees with the textbook formula where that one keeps its digits', () => {
    assert(
      property(market, ([forward, deviations, stdDev]) => {
        const strike = forward * Math.exp(deviations * Math.min(stdDev, 1));
        const d1 = Math.log(forward / strike) / stdDev + stdDev / 2;
        const textbook = forward * normalCdf(d1) - strike * normalCdf(d1 - stdDev);
        return (
          Math.abs(blackPrice(forward, strike, stdDev, 1, 1, 'call') - textbook) <=
          40 * EPS * Math.max(forward, strike)
        );
      }),
      { seed: 31, numRuns: 3000 },
    );
  });

  it('obeys put-call parity and the two bounds', () => {
    assert(
      property(market, ([forward, deviations, stdDev]) => {
        const strike = forward * Math.exp(deviations);
        const call = blackPrice(forward, strike, stdDev, 1, 0.97, 'call');
        const put = blackPrice(forward, strike, stdDev, 1, 0.97, 'put');
        const parity =
          Math.abs(call - put - 0.97 * (forward - strike)) <= 4 * EPS * Math.max(forward, strike);
        return parity && call >= 0 && put >= 0 && call <= 0.97 * forward && put <= 0.97 * strike;
      }),
      { seed: 32, numRuns: 3000 },
    );
  });

  it('does not jump where one form of the formula hands over to the next', () => {
    for (const [m, stdDev] of [
      [0.5, 1.41],
      [0, 1.41],
      [1.95, 0.6],
      [1.95, 1.41],
      [3, 3.1],
    ] as const) {
      const values = [1 - 1e-15, 1, 1 + 1e-15].flatMap((nudge) => [
        normalisedBlack(m * nudge, stdDev),
        normalisedBlack(-m, stdDev * nudge),
      ]);
      expect(Math.max(...values) / Math.min(...values) - 1).toBeLessThan(4e-14);
    }
  });

  it('is the discounted intrinsic value without vol or time, and tends to its bound', () => {
    expect(blackPrice(100, 80, 0, 1, 0.9, 'call')).toBe(18);
    expect(blackPrice(100, 80, 0.5, 0, 0.9, 'put')).toBe(0);
    expect(blackPrice(100, 100, 0, 1, 1, 'put')).toBe(0);
    expect(blackTimeValue(100, 80, 200)).toBe(80);
    expect(normalisedBlack(0, 0)).toBe(0);
    expect(blackTimeValue(1, 1e9, 0.1)).toBe(0);
  });
});

describe('logMoneyness', () => {
  it('is odd, and agrees with log1p of the exact difference and with the logarithms beyond', () => {
    assert(
      property(
        double({ min: -700, max: 700, noNaN: true }),
        double({ min: 1e-3, max: 1e3, noNaN: true }),
        (x, strike) => {
          const forward = strike * Math.exp(x);
          const value = logMoneyness(forward, strike);
          const expected =
            Math.abs(x) < 0.6
              ? Math.log1p((forward - strike) / strike)
              : Math.log(forward) - Math.log(strike);
          const error = Math.abs(value - expected) / Math.max(Math.abs(expected), Number.MIN_VALUE);
          return error <= 6 * EPS && logMoneyness(strike, forward) === -value;
        },
      ),
      { seed: 33, numRuns: 3000 },
    );
  });

  it('keeps its digits for neighbours, and holds at the ends of the range', () => {
    expect(logMoneyness(1 + EPS, 1)).toBe(EPS);
    expect(logMoneyness(5, 5)).toBe(0);
    expect(logMoneyness(1.7e308, 1e308)).toBeCloseTo(Math.log(1.7), 15);
    expect(logMoneyness(1e308, 1e-308)).toBeCloseTo(616 * Math.LN10, 10);
  });
});
