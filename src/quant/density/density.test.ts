import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Smile } from '../smile.ts';
import { normalCdf } from '../special/normal.ts';
import { flatSmile, mirrored, plainSvi } from '../testing/plain-svi.ts';
import { densityAt } from './density.ts';
import { densityMoments } from './moments.ts';
import { densityQuantile } from './quantile.ts';
import { tailProbability } from './tail-probability.ts';

const ARBITRAGEABLE = plainSvi({ a: -0.041, b: 0.1331, rho: 0.306, m: 0.3586, sigma: 0.4153 }, 1);

/** Slices well inside Gatheral and Jacquier's sufficient bound ψ²(1 + |ρ|) ≤ 4θ, ψ(1 + |ρ|) < 4: free of butterfly arbitrage. */
const cleanSlices = fc
  .record({
    years: fc.double({ min: 0.003, max: 1.5, noNaN: true }),
    vol: fc.double({ min: 0.2, max: 1, noNaN: true }),
    rho: fc.double({ min: -0.85, max: 0.85, noNaN: true }),
    steepness: fc.double({ min: 0.05, max: 0.9, noNaN: true }),
  })
  .map(({ years, vol, rho, steepness }) => {
    const theta = vol * vol * years;
    const psi = steepness * Math.min(2 * Math.sqrt(theta / (1 + Math.abs(rho))), 3 / (1 + Math.abs(rho)));
    const phi = psi / theta;
    const width = Math.sqrt(1 - rho * rho) / phi;
    const b = 0.5 * theta * phi;
    return plainSvi({ a: 0.5 * theta * (1 - rho * rho), b, rho, m: -rho / phi, sigma: width }, years);
  });

/** Undiscounted put over the forward. */
function put(smile: Smile, k: number): number {
  const sd = Math.sqrt(smile.totalVariance(k));
  return Math.exp(k) * normalCdf(k / sd + 0.5 * sd) - normalCdf(k / sd - 0.5 * sd);
}

it('integrates to one and reprices the forward on every butterfly-free slice', () => {
  fc.assert(
    fc.property(cleanSlices, (smile) => {
      const moments = densityMoments(smile, null);
      if (!moments.ok) throw new Error(moments.error);
      expect(moments.value.raw[0]).toBeCloseTo(1, 11);
      expect(moments.value.forward).toBeCloseTo(1, 11);
    }),
    { numRuns: 150 },
  );
});

it('never lets the distribution fall or the density go below zero on a butterfly-free slice', () => {
  fc.assert(
    fc.property(cleanSlices, (smile) => {
      const sd = Math.sqrt(smile.totalVariance(0));
      let before = 0;
      for (let z = -12; z <= 12; z += 0.25) {
        const { pdf, below, above } = densityAt(smile, z * sd);
        expect(pdf).toBeGreaterThanOrEqual(0);
        expect(below).toBeGreaterThanOrEqual(before - 1e-15);
        expect(below + above).toBeCloseTo(1, 13);
        before = below;
      }
    }),
    { numRuns: 100 },
  );
});

it('is the slope and the curvature of put prices in strike', () => {
  const smile = plainSvi({ a: 0.004, b: 0.05, rho: -0.4, m: 0.02, sigma: 0.09 }, 30 / 365);
  const h = 1e-4;
  for (const k of [-0.3, -0.05, 0, 0.08]) {
    const strike = Math.exp(k);
    const at = (shift: number): number => put(smile, Math.log(strike + shift));
    const { pdf, below } = densityAt(smile, k);
    expect((at(h) - at(-h)) / (2 * h)).toBeCloseTo(below, 6);
    expect(((at(h) - 2 * at(0) + at(-h)) / (h * h)) * strike).toBeCloseTo(pdf, 3);
  }
});

it('has the moments of a normal law where vol is flat', () => {
  const moments = densityMoments(flatSmile(0.6, 0.25), { lo: -0.3, hi: 0.3 });
  if (!moments.ok) throw new Error(moments.error);
  const { mean, variance, skewness, kurtosis, extrapolated } = moments.value;
  expect(mean).toBeCloseTo(-0.045, 14);
  expect(variance).toBeCloseTo(0.09, 14);
  expect(skewness).toBeCloseTo(0, 12);
  expect(kurtosis).toBeCloseTo(3, 11);
  // One standard deviation each way of the centre −0.045, which is off the middle of the range.
  const outside = normalCdf((-0.3 + 0.045) / 0.3) + normalCdf(-(0.3 + 0.045) / 0.3);
  expect(extrapolated?.mass).toBeCloseTo(outside, 12);
  expect(extrapolated?.variance).toBeGreaterThan(outside);
  expect(extrapolated?.kurtosis).toBeGreaterThan(extrapolated?.variance ?? 1);
});

it('rests on extrapolation altogether when nothing is quoted and not at all when everything is', () => {
  const smile = plainSvi({ a: 0.004, b: 0.05, rho: -0.4, m: 0.02, sigma: 0.09 }, 30 / 365);
  const shares = (lo: number, hi: number): unknown => {
    const moments = densityMoments(smile, { lo, hi });
    return moments.ok ? moments.value.extrapolated : null;
  };
  expect(shares(0, 0)).toEqual({ mass: 1, variance: 1, skewness: 1, kurtosis: 1 });
  expect(shares(-1e3, 1e3)).toEqual({ mass: 0, variance: 0, skewness: 0, kurtosis: 0 });
});

it('leans the other way when a put-skewed smile is mirrored', () => {
  const smile = plainSvi({ a: 0.004, b: 0.05, rho: -0.6, m: 0, sigma: 0.09 }, 30 / 365);
  const [here, there] = [densityMoments(smile, null), densityMoments(mirrored(smile), null)];
  expect(here.ok && here.value.skewness).toBeLessThan(-0.3);
  expect(there.ok && there.value.skewness).toBeGreaterThan(0.1);
});

it('names butterfly arbitrage and endless wings instead of giving moments or quantiles', () => {
  expect(densityMoments(ARBITRAGEABLE, null)).toEqual({ ok: false, error: 'negative-density' });
  expect(densityQuantile(ARBITRAGEABLE, 0.99, null)).toEqual({ ok: false, error: 'negative-density' });
  const endless = plainSvi({ a: 0.2, b: 1.4, rho: 0.5, m: 0, sigma: 0.3 }, 1);
  expect(densityMoments(endless, null)).toEqual({ ok: false, error: 'wings-too-heavy' });
});

it('finds the log-strike of a probability, far tails included', () => {
  fc.assert(
    fc.property(
      cleanSlices,
      fc.constantFrom(1e-6, 0.001, 0.05, 0.5, 0.8, 0.99, 0.99999),
      (smile, probability) => {
        const found = densityQuantile(smile, probability, null);
        if (!found.ok) {
          expect(found.error).toBe('beyond-reach');
          return;
        }
        const { below, above } = densityAt(smile, found.value.k);
        expect(below / probability).toBeCloseTo(1, 10);
        expect(above / (1 - probability)).toBeCloseTo(1, 10);
      },
    ),
    { numRuns: 200 },
  );
});

it('marks probabilities and quantiles past the last quoted strike as extrapolated', () => {
  const smile = flatSmile(0.6, 0.25);
  const quoted = { lo: -0.3, hi: 0.3 };
  expect(tailProbability(smile, -0.2, quoted)).toMatchObject({ extrapolated: false });
  expect(tailProbability(smile, -0.2, quoted).below).toBeCloseTo(normalCdf((-0.2 + 0.045) / 0.3), 14);
  expect(tailProbability(smile, 0.4, quoted)).toMatchObject({ extrapolated: true });
  expect(densityQuantile(smile, 0.001, quoted)).toMatchObject({ ok: true, value: { extrapolated: true } });
  expect(densityQuantile(smile, 0.5, quoted)).toMatchObject({ ok: true, value: { extrapolated: false } });
});
