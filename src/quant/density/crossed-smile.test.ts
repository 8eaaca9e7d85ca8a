import { expect, it } from 'vitest';
import type { Smile } from '../smile.ts';
import { crossedSmile } from './crossed-smile.ts';

const smile = (level: number, tilt: number): Smile => {
  const w = (k: number): number => level * Math.exp(tilt * k) * (1 + k * k);
  return {
    years: 0.25,
    totalVariance: w,
    jet: (k) => ({
      w: w(k),
      dw: level * Math.exp(tilt * k) * (tilt * (1 + k * k) + 2 * k),
      d2w: level * Math.exp(tilt * k) * (tilt * tilt * (1 + k * k) + 4 * tilt * k + 2),
    }),
  };
};
const [bid, ask] = [smile(0.04, -0.5), smile(0.05, -0.4)];

it('runs along one smile under the forward and along the other over it, and between them at the forward', () => {
  const crossed = crossedSmile(ask, bid, 0.1);
  expect(crossed.totalVariance(-1)).toBeCloseTo(ask.totalVariance(-1), 8);
  expect(crossed.totalVariance(1)).toBeCloseTo(bid.totalVariance(1), 8);
  expect(crossed.totalVariance(0)).toBeCloseTo(Math.sqrt(0.04 * 0.05), 12);
});

it('has the derivatives that its own values have', () => {
  const crossed = crossedSmile(ask, bid, 0.2);
  const step = 1e-4;
  for (const k of [-0.6, -0.2, -0.05, 0, 0.13, 0.4]) {
    const [before, here, after] = [k - step, k, k + step].map((at) => crossed.totalVariance(at));
    const { w, dw, d2w } = crossed.jet(k);
    expect(w).toBeCloseTo(here!, 12);
    expect(dw).toBeCloseTo((after! - before!) / (2 * step), 7);
    expect(d2w).toBeCloseTo((after! - 2 * here! + before!) / (step * step), 5);
  }
});
