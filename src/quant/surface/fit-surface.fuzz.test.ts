import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { durrlemanG } from './durrleman.ts';
import { fitSurface, sliceRefusal } from './fit-surface.ts';
import type { SliceQuotes } from './slice-quotes.ts';

const number = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const side = fc.oneof(
  { weight: 6, arbitrary: number(0.01, 5) },
  { weight: 2, arbitrary: fc.constant(NaN) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0, -1, Infinity, 1e-300, 1e300),
  },
);
const slice: fc.Arbitrary<SliceQuotes> = fc
  .record({
    years: fc.oneof(number(1e-6, 3), number(1e-6, 0.05), fc.constantFrom(0, -1, NaN, 1e-9)),
    quotes: fc.array(
      fc.record({ k: number(-2, 2), bid: side, width: number(-0.01, 0.3), ask: side, free: fc.boolean() }),
      {
        maxLength: 25,
      },
    ),
    tick: fc.oneof(number(0, 0.05), fc.constantFrom(NaN, Infinity, 0)),
    scale: number(0.001, 1),
    flat: fc.boolean(),
  })
  .map(({ years, quotes, tick, scale, flat }) => {
    const rows = [...new Map(quotes.map((q) => [q.k * scale, q])).entries()].sort((p, q) => p[0] - q[0]);
    return {
      years,
      logStrikes: Float64Array.from(rows, ([k]) => k),
      bidVols: Float64Array.from(rows, ([, q]) => (flat ? 0.5 : q.bid)),
      askVols: Float64Array.from(rows, ([, q]) => (flat ? 0.5 : q.free ? q.ask : q.bid + q.width)),
      halfTickVols: new Float64Array(rows.length).fill(tick),
    };
  });

it('gives a finite, arbitrage-free fit or a reason for anything it is handed, never NaN and never a throw', () => {
  fc.assert(
    fc.property(fc.array(slice, { maxLength: 5 }), (slices) => {
      const fits = fitSurface(slices);
      expect(fits.length).toBe(slices.length);
      const order = fits
        .flatMap((fit) => (fit === null ? [] : [fit]))
        .sort((p, q) => p.smile.years - q.smile.years);
      fits.forEach((fit, i) => expect(fit === null).toBe(sliceRefusal(slices[i]!) !== null));
      order.forEach((fit, i) => {
        for (const value of Object.values(fit.parameters)) expect(Number.isFinite(value)).toBe(true);
        expect(Number.isFinite(fit.rmse) && Number.isFinite(fit.minG)).toBe(true);
        expect(fit.butterflyFree && fit.calendarFree).toBe(true);
        for (let t = -6; t <= 6; t += 0.25) {
          const k = 0.01 * Math.sinh(t);
          const jet = fit.smile.jet(k);
          expect(jet.w).toBeGreaterThan(0);
          expect(durrlemanG(k, jet)).toBeGreaterThanOrEqual(-1e-9);
          const before = order[i - 1];
          if (before !== undefined)
            expect(jet.w - before.smile.totalVariance(k)).toBeGreaterThanOrEqual(-1e-12 * jet.w);
          for (const interval of [fit.bidSmile, fit.askSmile])
            if (interval !== null) expect(Number.isFinite(interval.totalVariance(k))).toBe(true);
        }
      });
    }),
    { numRuns: 150, endOnFailure: true },
  );
});

it('fits again from fits of quotes that have since turned to noise', () => {
  fc.assert(
    fc.property(
      fc.array(slice, { minLength: 1, maxLength: 4 }),
      fc.array(slice, { minLength: 1, maxLength: 4 }),
      (a, b) => {
        const fits = fitSurface(b, { previous: fitSurface(a) });
        for (const fit of fits)
          if (fit !== null) expect(Number.isFinite(fit.smile.totalVariance(0))).toBe(true);
      },
    ),
    { numRuns: 150, endOnFailure: true },
  );
});
