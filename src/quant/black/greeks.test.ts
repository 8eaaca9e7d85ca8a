import { existsSync, readFileSync } from 'node:fs';
import { assert, constantFrom, double, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blackPrice } from './black-price.ts';
import reference from './greeks.reference.json' with { type: 'json' };
import { type BlackGreeks, blackGreeks, spotDelta } from './greeks.ts';

const GRID = '../shared/vectors/greeks_grid.csv';
const gates = { ordinary: 2e-14, hard: 5e-14 };

/** Column of the shared grid for each sensitivity, and the larger term of those that are sums and can cross zero. */
const columns: Readonly<Record<keyof BlackGreeks, string>> = {
  price: 'price',
  deltaForward: 'delta_fwd',
  deltaF: 'delta_F',
  deltaPremiumAdjusted: 'delta_pa',
  coinPrice: 'coin_price',
  coinDelta: 'coin_delta',
  coinGamma: 'coin_gamma',
  gamma: 'gamma',
  vega: 'vega',
  theta: 'theta',
  rhoF: 'rho_F',
  rhoS: 'rho_S',
  vanna: 'vanna',
  volga: 'volga',
  charm: 'charm',
  speed: 'speed',
  dualDelta: 'dual_delta',
  dualGamma: 'dual_gamma',
};
const names = Object.keys(columns) as ReadonlyArray<keyof BlackGreeks>;

function misses(
  greeks: BlackGreeks,
  truth: (name: keyof BlackGreeks) => number,
  scale: (name: keyof BlackGreeks) => number,
  gate: number,
): string[] {
  return names.flatMap((name) => {
    const expected = truth(name);
    if (Math.abs(expected) < 1e-280) return [];
    const error = Math.abs(greeks[name] - expected) / Math.max(Math.abs(expected), scale(name));
    return error <= gate ? [] : [`${name}: was ${greeks[name]}, not ${expected} (${error})`];
  });
}

describe('against exact values', () => {
  it('meets the gates on the project’s own reference table', () => {
    for (const row of reference.rows) {
      const greeks = blackGreeks(
        row.forward,
        row.strike,
        row.vol,
        row.years,
        row.discount,
        row.right === 'call' ? 'call' : 'put',
      );
      const values: Readonly<Record<string, number>> = row.values;
      const scales: Readonly<Record<string, number>> = row.scales;
      expect(
        misses(
          greeks,
          (name) => values[name]!,
          (name) => Math.abs(scales[name] ?? 0),
          row.region === 'hard' ? gates.hard : gates.ordinary,
        ),
        JSON.stringify(row),
      ).toEqual([]);
    }
  });

  it.skipIf(!existsSync(GRID))('meets the gates on the shared grid (skipped where it is absent)', () => {
    const [head = [], ...lines] = readFileSync(GRID, 'utf8')
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(','));
    for (const line of lines) {
      const read = (name: string): number => Number(line[head.indexOf(name)]);
      const [forward, strike, years, vol, discount] = ['F', 'K', 'T', 'sigma', 'df'].map(read);
      const greeks = blackGreeks(
        forward!,
        strike!,
        vol!,
        years!,
        discount!,
        line[head.indexOf('type')] === 'C' ? 'call' : 'put',
      );
      const stdDev = vol! * Math.sqrt(years!);
      const larger: Readonly<Partial<Record<keyof BlackGreeks, number>>> = {
        theta: (read('vega') * vol!) / (2 * years!),
        charm: Math.abs((read('vega') * read('d2')) / (2 * years! ** 1.5 * forward!)),
        speed: (read('gamma') / forward!) * Math.max(1, Math.abs(read('d1')) / stdDev),
        coinGamma: read('gamma') / forward!,
      };
      const gate = line[head.indexOf('region')] === 'hard' ? gates.hard : gates.ordinary;
      expect(
        misses(
          greeks,
          (name) => read(columns[name]),
          (name) => larger[name] ?? 0,
          gate,
        ),
      ).toEqual([]);
    }
    expect(lines.length).toBe(1500);
  });
});

describe('as derivatives of the price', () => {
  const option = tuple(
    double({ min: 50, max: 200, noNaN: true }),
    double({ min: -2, max: 2, noNaN: true }),
    double({ min: 0.1, max: 1.5, noNaN: true }),
    double({ min: 0.02, max: 2, noNaN: true }),
    double({ min: 0.9, max: 1, noNaN: true }),
    constantFrom<'call' | 'put'>('call', 'put'),
  );

  it('each sensitivity is the central difference of what it differentiates', () => {
    assert(
      property(option, ([forward, deviations, vol, years, discount, right]) => {
        const strike = forward * Math.exp(deviations * vol * Math.sqrt(years));
        const rate = -Math.log(discount) / years;
        const at = (f: number, v: number, t: number, k = strike): BlackGreeks =>
          blackGreeks(f, k, v, t, Math.exp(-rate * t), right);
        const here = at(forward, vol, years);
        const slope = (along: (h: number) => number, size: number): number => {
          const h = size * 1e-4;
          return (8 * (along(h) - along(-h)) - (along(2 * h) - along(-2 * h))) / (12 * h);
        };
        const inForward = (read: (g: BlackGreeks) => number): number =>
          slope((h) => read(at(forward + h, vol, years)), forward * vol * Math.sqrt(years));
        const inVol = (read: (g: BlackGreeks) => number): number =>
          slope((h) => read(at(forward, vol + h, years)), vol);
        const inTime = (read: (g: BlackGreeks) => number): number =>
          -slope((h) => read(at(forward, vol, years + h)), years);
        const inStrike = (read: (g: BlackGreeks) => number): number =>
          slope((h) => read(at(forward, vol, years, strike + h)), strike * vol * Math.sqrt(years));
        const inRate = (move: number): number =>
          slope(
            (h) =>
              blackPrice(
                forward * Math.exp(move * h * years),
                strike,
                vol,
                years,
                discount * Math.exp(-h * years),
                right,
              ),
            0.1,
          );
        const spread = vol * Math.sqrt(years);
        const pairs: ReadonlyArray<readonly [number, number, number]> = [
          [here.deltaF, inForward((g) => g.price), discount],
          [here.gamma, inForward((g) => g.deltaF), discount / (forward * spread)],
          [here.speed, inForward((g) => g.gamma), discount / (forward * spread) ** 2],
          [here.vega, inVol((g) => g.price), forward * Math.sqrt(years)],
          [here.volga, inVol((g) => g.vega), (forward * Math.sqrt(years)) / vol],
          [here.vanna, inForward((g) => g.vega), 1 / vol],
          [here.theta, inTime((g) => g.price), (forward * spread) / years],
          [here.charm, inTime((g) => g.deltaF), 1 / years],
          [here.coinDelta, inForward((g) => g.coinPrice), 1 / forward],
          [here.coinGamma, inForward((g) => g.coinDelta), 1 / (forward * forward * spread)],
          [here.dualDelta, inStrike((g) => g.price), 1],
          [here.dualGamma, inStrike((g) => g.dualDelta), 1 / (strike * spread)],
          [here.rhoF, inRate(0), forward * years],
          [here.rhoS, inRate(1), forward * years],
        ];
        return pairs.every(([value, difference, scale]) => Math.abs(value - difference) <= 1e-8 * scale);
      }),
      { seed: 21, numRuns: 400 },
    );
  });

  it('the premium-adjusted delta is the forward delta less the undiscounted premium in coin', () => {
    assert(
      property(option, ([forward, deviations, vol, years, discount, right]) => {
        const greeks = blackGreeks(
          forward,
          forward * Math.exp(deviations * vol * Math.sqrt(years)),
          vol,
          years,
          discount,
          right,
        );
        const expected = greeks.deltaForward - greeks.coinPrice / discount;
        return Math.abs(greeks.deltaPremiumAdjusted - expected) < 1e-14;
      }),
      { seed: 22, numRuns: 1000 },
    );
  });

  it('the spot delta discounts the forward delta at the foreign rate', () => {
    const { deltaForward, deltaF } = blackGreeks(103, 100, 0.5, 0.5, 0.98, 'put');
    // F = S·1.03 with df 0.98, so the foreign discount factor is 1.03·0.98 and dV/dS = 1.03·dV/dF
    expect(spotDelta(deltaForward, 1.03 * 0.98)).toBeCloseTo(1.03 * deltaF, 14);
  });

  it('refuses an option without time or vol', () => {
    expect(() => blackGreeks(100, 100, 0.5, 0, 1, 'call')).toThrow('T 0');
    expect(() => blackGreeks(100, 100, Number.NaN, 1, 1, 'call')).toThrow('vol NaN');
  });
});
