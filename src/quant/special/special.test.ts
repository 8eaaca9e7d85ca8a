import { existsSync, readFileSync } from 'node:fs';
import { assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erfc } from './erfc.ts';
import { erfcx } from './erfcx.ts';
import { inverseNormalCdf, logNormalCdf, normalCdf, normalPdf } from './normal.ts';
import reference from './special.reference.json' with { type: 'json' };

const GRID = '../shared/vectors/special_grid.csv';
const EPS = 2 ** -52;
const functions: Record<string, { evaluate: (x: number) => number; ulps: number }> = {
  Phi: { evaluate: normalCdf, ulps: 4 },
  logPhi: { evaluate: logNormalCdf, ulps: 4 },
  erfc: { evaluate: erfc, ulps: 4 },
  erfcx: { evaluate: erfcx, ulps: 4 },
  PhiInv: { evaluate: inverseNormalCdf, ulps: 4 },
};

describe.skipIf(!existsSync(GRID))('on the shared reference grid (skipped where it is absent)', () => {
  const rows = existsSync(GRID)
    ? readFileSync(GRID, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(','))
    : [];
  for (const [name, { evaluate, ulps }] of Object.entries(functions)) {
    it(`${name} is within ${ulps} units of 2⁻⁵² of every normal value`, () => {
      const chosen = rows.filter((row) => row[0] === name && Math.abs(Number(row[2])) > 2 ** -1022);
      const worst = chosen.reduce(
        (max, [, x, value]) => {
          const error = Math.abs(evaluate(Number(x)) - Number(value)) / Math.abs(Number(value)) / EPS;
          return error <= max.error ? max : { error, x: Number(x) };
        },
        { error: 0, x: 0 },
      );
      expect(chosen.length).toBeGreaterThan(300);
      expect(worst.error, `at ${worst.x}`).toBeLessThanOrEqual(ulps);
    });
  }
});

it('every function is within 4 units of 2⁻⁵² of the project’s own reference values', () => {
  const own: Readonly<Record<string, (x: number) => number>> = {
    normalCdf,
    logNormalCdf,
    erfc,
    erfcx,
    inverseNormalCdf,
  };
  for (const [name, x, value] of reference.rows) {
    const error = Math.abs(own[String(name)]!(Number(x)) / Number(value) - 1);
    expect(error, `${String(name)}(${String(x)})`).toBeLessThanOrEqual(4 * EPS);
  }
});

describe('everywhere', () => {
  const finite = double({ min: -37, max: 37, noNaN: true });

  it('the two tails add up to one', () => {
    assert(
      property(finite, (x) => Math.abs(normalCdf(x) + normalCdf(-x) - 1) <= EPS),
      { seed: 1, numRuns: 2000 },
    );
  });

  it('the lower tail lies between the two classical bounds on Mills’ ratio', () => {
    assert(
      property(double({ min: 0.5, max: 36, noNaN: true }), (z) => {
        const mills = normalCdf(-z) / normalPdf(z);
        const lower = 2 / (z + Math.sqrt(z * z + 4));
        const upper = 4 / (3 * z + Math.sqrt(z * z + 8));
        return mills > lower * (1 - 8 * EPS) && mills < upper * (1 + 8 * EPS);
      }),
      { seed: 2, numRuns: 2000 },
    );
  });

  it('the inverse undoes the distribution function in the lower half, down to subnormal probabilities', () => {
    assert(
      property(double({ min: -38, max: 0, noNaN: true }), (x) => {
        const p = normalCdf(x);
        // one unit in p moves x by that unit over the density
        const unit = Math.max(p * EPS, 2 ** -1074) / normalPdf(x);
        return Math.abs(inverseNormalCdf(p) - x) <= 4 * unit + 4 * EPS * Math.abs(x);
      }),
      { seed: 3, numRuns: 2000 },
    );
  });

  it('the logarithm goes on where the distribution function has underflowed', () => {
    expect(normalCdf(-100)).toBe(0);
    expect(logNormalCdf(-100)).toBeCloseTo(-5005.524208694205, 9);
    expect(logNormalCdf(1e3)).toBeCloseTo(0, 300);
  });

  it('limits are limits and nonsense is NaN', () => {
    expect([inverseNormalCdf(0), inverseNormalCdf(0.5), inverseNormalCdf(1)]).toEqual([
      -Infinity,
      0,
      Infinity,
    ]);
    expect([inverseNormalCdf(-0.1), inverseNormalCdf(1.1), inverseNormalCdf(Number.NaN)]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
    expect([normalCdf(-Infinity), normalCdf(Infinity), erfc(-Infinity), erfc(Infinity)]).toEqual([
      0, 1, 2, 0,
    ]);
    expect([erfcx(Infinity), erfcx(-30), normalCdf(Number.NaN), erfcx(Number.NaN), erfc(Number.NaN)]).toEqual(
      [0, Infinity, Number.NaN, Number.NaN, Number.NaN],
    );
  });
});
