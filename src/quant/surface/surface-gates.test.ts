import { expect, it } from 'vitest';
import { fitSurface } from './fit-surface.ts';
import type { SliceFit } from './slice-fit.ts';
import { type SimulatedSlice, simulatedChain } from './testing/simulated-chain.ts';
import { arbitragePoints, rmseBasisPoints } from './testing/surface-score.ts';

const SEEDS = [1, 2, 3, 4, 5, 6];

function errorOf({ slice, fit }: { slice: SimulatedSlice; fit: SliceFit }): number {
  return rmseBasisPoints(slice.quotes, fit, (i) => slice.trueVol(slice.quotes.logStrikes[i]!));
}

function median(values: readonly number[]): number {
  return [...values].sort((p, q) => p - q)[values.length >> 1]!;
}

function fitAll(
  family: 'essvi' | 'event',
): readonly { slice: SimulatedSlice; fit: SliceFit; before: SliceFit | null }[] {
  return SEEDS.flatMap((seed) => {
    const chain = simulatedChain(family, seed);
    const fits = fitSurface(chain.map((slice) => slice.quotes));
    return chain.map((slice, i) => ({ slice, fit: fits[i]!, before: fits[i - 1] ?? null }));
  });
}

const essvi = fitAll('essvi');
const event = fitAll('event');

it('comes within 15 basis points of eSSVI truths and 25 of event mixtures, in the median slice', () => {
  expect(median(essvi.map(errorOf))).toBeLessThan(15);
  expect(median(event.map(errorOf))).toBeLessThan(25);
});

it('leaves no butterfly and no calendar arbitrage on grids that reach far beyond the quotes', () => {
  for (const { fit, before } of [...essvi, ...event]) {
    expect(fit.butterflyFree && fit.calendarFree).toBe(true);
    expect(arbitragePoints([before, fit])).toEqual({ butterfly: 0, calendar: 0 });
  }
});

it('sees the W of an event and says in words that it left SVI', () => {
  const mixtures = event.filter(({ fit }) => fit.model === 'mixture');
  expect(mixtures.length).toBeGreaterThan(3);
  for (const { fit, slice } of mixtures) {
    expect(fit.note).toContain('mixture');
    expect(slice.quotes.years * 365).toBeGreaterThan(3);
    expect(Object.keys(fit.parameters)).toHaveLength(9);
  }
  expect(essvi.some(({ fit }) => fit.model === 'mixture')).toBe(false);
});

it('sets most displaced quotes aside and hardly any other', () => {
  let found = 0;
  let wrong = 0;
  let displaced = 0;
  for (const { slice, fit } of essvi) {
    fit.outliers.forEach((flag, i) => {
      if (flag === 1 && slice.stale[i] === 1) found++;
      if (flag === 1 && slice.stale[i] === 0) wrong++;
    });
    displaced += slice.stale.reduce((sum, flag) => sum + flag, 0);
  }
  expect(found).toBeGreaterThan(0.5 * displaced);
  expect(wrong).toBeLessThan(0.1 * displaced);
});
