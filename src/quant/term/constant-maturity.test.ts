import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { constantMaturitySkew, constantMaturityVol } from './constant-maturity.ts';
import { forwardVol } from './forward-vol.ts';

const DAY = 1 / 365;

it('weights total variance by time: 30 days between 14 days at 52 % and 42 days at 61 %', () => {
  const pillars = [
    { years: 14 * DAY, vol: 0.52 },
    { years: 42 * DAY, vol: 0.61 },
  ];
  const found = constantMaturityVol(pillars, 30 * DAY);
  // By hand: (12/28 · 0.52² · 14 + 16/28 · 0.61² · 42) / 30.
  expect(found.ok && found.value).toBeCloseTo(Math.sqrt((1.6224 + 8.9304) / 30), 14);
  const forward = forwardVol(pillars[0]!, pillars[1]!);
  expect(forward.ok && forward.value).toBeCloseTo(Math.sqrt((0.3721 * 42 - 0.2704 * 14) / 28), 14);
});

it('is exactly the listed vol at a listed expiry, and lies between the neighbours in total variance elsewhere', () => {
  const pillars = fc
    .array(
      fc.tuple(
        fc.double({ min: 0.005, max: 0.3, noNaN: true }),
        fc.double({ min: 0.1, max: 2, noNaN: true }),
      ),
      {
        minLength: 2,
        maxLength: 12,
      },
    )
    .map((steps) => {
      let years = 0;
      return steps.map(([step, vol]) => ({ years: (years += step), vol }));
    });
  fc.assert(
    fc.property(pillars, fc.double({ min: 0, max: 1, noNaN: true }), (listed, share) => {
      for (const pillar of listed) {
        expect(constantMaturityVol(listed, pillar.years)).toEqual({ ok: true, value: pillar.vol });
      }
      const [near, far] = [listed[0]!, listed[1]!];
      const years = near.years + share * (far.years - near.years);
      const found = constantMaturityVol(listed, years);
      const total = found.ok ? found.value ** 2 * years : Number.NaN;
      const ends = [near.vol ** 2 * near.years, far.vol ** 2 * far.years];
      expect(total).toBeGreaterThanOrEqual(Math.min(...ends) * (1 - 1e-12));
      expect(total).toBeLessThanOrEqual(Math.max(...ends) * (1 + 1e-12));
    }),
  );
});

it('does not extrapolate', () => {
  const pillars = [{ years: 0.1, vol: 0.5 }];
  expect(constantMaturityVol([], 0.1)).toEqual({ ok: false, error: 'no-pillars' });
  expect(constantMaturityVol(pillars, 0.09)).toEqual({ ok: false, error: 'before-first' });
  expect(constantMaturityVol(pillars, 0.11)).toEqual({ ok: false, error: 'after-last' });
});

it('interpolates the wings between expiries that have wings, and never mixes them with a level from elsewhere', () => {
  const wings = (
    years: number,
    vol: number,
  ): { years: number; atmVol: number; putVol: number; callVol: number } => ({
    years,
    atmVol: vol,
    putVol: vol + 0.04,
    callVol: vol + 0.01,
  });
  const bare = { years: 0.2, atmVol: 0.9, putVol: null, callVol: 0.5 };
  const skew = constantMaturitySkew([wings(0.1, 0.5), bare, wings(0.3, 0.5)], 0.2);
  expect(skew.atmVol).toEqual({ ok: true, value: 0.9 });
  expect(skew.riskReversal.ok && skew.riskReversal.value).toBeCloseTo(-0.03, 14);
  expect(skew.butterfly.ok && skew.butterfly.value).toBeCloseTo(0.025, 14);
});

it('flags a fall of total variance instead of giving a forward vol', () => {
  const forward = forwardVol({ years: 0.1, vol: 0.8 }, { years: 0.12, vol: 0.7 });
  expect(forward).toEqual({ ok: false, error: 'calendar-arbitrage' });
});
