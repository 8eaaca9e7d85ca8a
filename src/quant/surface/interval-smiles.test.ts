import { expect, it } from 'vitest';
import { smileVol, type Smile } from '../smile.ts';
import { fitSurface } from './fit-surface.ts';
import type { SliceFit } from './slice-fit.ts';
import { simulatedChain } from './testing/simulated-chain.ts';
import { delta25Strikes, sliceMetrics } from './testing/slice-metrics.ts';

interface Interval {
  readonly low: number;
  readonly high: number;
}

function metricIntervals(fit: SliceFit): { atm: Interval; riskReversal: Interval; butterfly: Interval } {
  const { smile, bidSmile, askSmile } = fit;
  const [put, call] = delta25Strikes(smile.years, (k) => smileVol(smile, k));
  const bid = (k: number): number => smileVol(bidSmile!, k);
  const ask = (k: number): number => smileVol(askSmile!, k);
  return {
    atm: { low: bid(0), high: ask(0) },
    riskReversal: { low: bid(call) - ask(put), high: ask(call) - bid(put) },
    butterfly: { low: (bid(call) + bid(put)) / 2 - ask(0), high: (ask(call) + ask(put)) / 2 - bid(0) },
  };
}

it('holds the true at-the-money vol, risk reversal and butterfly of simulated chains in nearly every slice', () => {
  const held = { atm: 0, riskReversal: 0, butterfly: 0 };
  let slices = 0;
  for (let seed = 1; seed <= 12; seed++) {
    const chain = simulatedChain('essvi', seed);
    const fits = fitSurface(chain.map((slice) => slice.quotes));
    fits.forEach((fit, i) => {
      if (fit === null) return;
      const truth = sliceMetrics(fit.smile.years, (k) => chain[i]!.trueVol(k));
      const intervals = metricIntervals(fit);
      slices++;
      for (const name of ['atm', 'riskReversal', 'butterfly'] as const)
        if (truth[name] >= intervals[name].low && truth[name] <= intervals[name].high) held[name]++;
    });
  }
  expect(slices).toBe(132);
  expect(held.atm / slices).toBeGreaterThan(0.95);
  expect(held.riskReversal / slices).toBeGreaterThan(0.97);
  expect(held.butterfly / slices).toBeGreaterThan(0.97);
});

it('is as wide as the quotes are, and never crosses the mid smile', () => {
  const chain = simulatedChain('essvi', 3);
  const fits = fitSurface(chain.map((slice) => slice.quotes));
  fits.forEach((fit, i) => {
    const { logStrikes, bidVols, askVols } = chain[i]!.quotes;
    const near: number[] = [];
    logStrikes.forEach((k, j) => {
      const width = askVols[j]! - bidVols[j]!;
      if (Math.abs(k) < fit!.smile.years ** 0.5 * 0.3 && width > 0) near.push(width);
    });
    near.sort((p, q) => p - q);
    const width = smileVol(fit!.askSmile!, 0) - smileVol(fit!.bidSmile!, 0);
    expect(width).toBeGreaterThan(0.6 * near[near.length >> 1]!);
    expect(width).toBeLessThan(1.6 * near[near.length >> 1]!);
    for (let k = -3; k <= 3; k += 0.1) {
      const mid = fit!.smile.totalVariance(k);
      expect(fit!.bidSmile!.totalVariance(k)).toBeLessThanOrEqual(mid);
      expect(fit!.askSmile!.totalVariance(k)).toBeGreaterThanOrEqual(mid);
      expect(fit!.bidSmile!.totalVariance(k)).toBeGreaterThan(0);
    }
  });
});

it('has derivatives that agree with central differences', () => {
  const chain = simulatedChain('essvi', 5);
  const fit = fitSurface(chain.map((slice) => slice.quotes))[4]!;
  const check = (smile: Smile): void => {
    for (const k of [-0.4, -0.1, 0, 0.05, 0.3]) {
      const h = 1e-4;
      const { dw, d2w } = smile.jet(k);
      expect(dw).toBeCloseTo((smile.totalVariance(k + h) - smile.totalVariance(k - h)) / (2 * h), 6);
      expect(d2w).toBeCloseTo((smile.jet(k + h).dw - smile.jet(k - h).dw) / (2 * h), 5);
    }
  };
  check(fit.bidSmile!);
  check(fit.askSmile!);
});
