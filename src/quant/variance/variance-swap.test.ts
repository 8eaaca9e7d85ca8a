import { expect, it } from 'vitest';
import type { Smile } from '../smile.ts';
import { normalCdf } from '../special/normal.ts';
import { flatSmile, plainSvi } from '../testing/plain-svi.ts';
import { varianceSwap } from './variance-swap.ts';

const SKEWED = plainSvi({ a: 0.004, b: 0.05, rho: -0.4, m: 0.02, sigma: 0.09 }, 30 / 365);

/** The strip itself: out-of-the-money options weighted 2·e^(−k), by the midpoint rule on a fine grid. */
function strip(smile: Smile, lo: number, hi: number): number {
  const step = 1e-4;
  let sum = 0;
  for (let k = lo + 0.5 * step; k < hi; k += step) {
    const sd = Math.sqrt(smile.totalVariance(k));
    const sign = k < 0 ? -1 : 1;
    const d1 = -k / sd + 0.5 * sd;
    const price = sign * (normalCdf(sign * d1) - Math.exp(k) * normalCdf(sign * (d1 - sd)));
    sum += 2 * Math.exp(-k) * price * step;
  }
  return sum;
}

it('is the vol itself where vol is flat', () => {
  for (const [vol, years] of [
    [0.1, 0.003],
    [0.55, 30 / 365],
    [1.5, 2],
  ] as const) {
    const swap = varianceSwap(flatSmile(vol, years), null);
    expect(swap.ok && swap.value.vol / vol).toBeCloseTo(1, 13);
  }
});

it('equals the strip of out-of-the-money options, and its truncated shares the parts past the quoted strikes', () => {
  const swap = varianceSwap(SKEWED, { lo: -0.2, hi: 0.15 });
  if (!swap.ok) throw new Error(swap.error);
  const whole = strip(SKEWED, -6, 6);
  expect(swap.value.totalVariance).toBeCloseTo(whole, 8);
  expect(swap.value.truncated?.below).toBeCloseTo(strip(SKEWED, -6, -0.2) / whole, 6);
  expect(swap.value.truncated?.above).toBeCloseTo(strip(SKEWED, 0.15, 6) / whole, 6);
});

it('is dearer than the at-the-money vol on a smile that only rises from it', () => {
  const swap = varianceSwap(plainSvi({ a: 0.004, b: 0.05, rho: 0, m: 0, sigma: 0.09 }, 30 / 365), null);
  const atm = Math.sqrt(((0.004 + 0.05 * 0.09) * 365) / 30);
  expect(swap.ok && swap.value.vol).toBeGreaterThan(atm);
});

it('says so when a wing is steeper than any law of the price allows', () => {
  const smile = plainSvi({ a: 0.2, b: 1.4, rho: -0.5, m: 0, sigma: 0.3 }, 1);
  expect(varianceSwap(smile, null)).toEqual({ ok: false, error: 'wings-too-heavy' });
});
