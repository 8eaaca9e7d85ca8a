import { expect, it } from 'vitest';
import { smileVol } from '../smile.ts';
import { durrlemanG } from './durrleman.ts';
import { fitSurface } from './fit-surface.ts';
import { surfaceSmile } from './surface.ts';
import { simulatedChain } from './testing/simulated-chain.ts';

const chain = simulatedChain('essvi', 11);
const fits = fitSurface(chain.map((slice) => slice.quotes));
const first = fits[0]!.smile;
const last = fits.at(-1)!.smile;
const strikes = Array.from({ length: 121 }, (_, i) => 0.02 * Math.sinh((i - 60) / 10));

it('passes through the fitted expiries', () => {
  for (const fit of fits)
    for (const k of strikes)
      expect(
        surfaceSmile(fits, fit!.smile.years)!.totalVariance(k) / fit!.smile.totalVariance(k),
      ).toBeCloseTo(1, 12);
});

it('grows in time at every log-strike and admits no butterfly, before, between and beyond the expiries', () => {
  const times = Array.from({ length: 96 }, (_, i) => first.years * 0.2 * 1.09 ** i);
  expect(times.at(-1)).toBeGreaterThan(last.years * 1.5);
  let before = strikes.map(() => 0);
  for (const years of times) {
    const smile = surfaceSmile(fits, years)!;
    const now = strikes.map((k) => smile.totalVariance(k));
    now.forEach((w, i) => expect(w).toBeGreaterThan(before[i]!));
    for (const k of strikes) expect(durrlemanG(k, smile.jet(k))).toBeGreaterThan(-1e-9);
    before = now;
  }
});

it('is flat in vol before the first expiry and flat in forward variance after the last', () => {
  expect(smileVol(surfaceSmile(fits, first.years / 5)!, 0.01)).toBeCloseTo(smileVol(first, 0.01), 12);
  const later = surfaceSmile(fits, 2 * last.years)!;
  expect(later.totalVariance(0)).toBeCloseTo(2 * last.totalVariance(0), 12);
  expect(later.jet(4).dw).toBeCloseTo(last.jet(4).dw, 12);
});

it('has nothing to say without a fit', () => {
  expect(surfaceSmile([null, null], 1)).toBeNull();
  expect(() => surfaceSmile(fits, 0)).toThrow('years');
});
