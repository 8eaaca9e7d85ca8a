import { expect, it } from 'vitest';
import type { Smile } from '../smile.ts';
import { normalCdf } from '../special/normal.ts';
import { flatSmile, plainSvi } from '../testing/plain-svi.ts';
import { forwardSmile } from './forward-smile.ts';
import { localVol, localVolGrid } from './local-vol.ts';
import { type SmileAt, linearInVariance } from './smile-at.ts';

const NEAR = plainSvi({ a: 0.003, b: 0.04, rho: -0.4, m: 0.01, sigma: 0.1 }, 0.1);
const FAR = plainSvi({ a: 0.012, b: 0.06, rho: -0.35, m: 0.02, sigma: 0.2 }, 0.3);
const SURFACE = linearInVariance([NEAR, FAR]);

/** Undiscounted call at a forward of one. */
function call(surface: SmileAt, strike: number, years: number): number {
  const smile = surface(years);
  if (smile === null) throw new Error(`no smile at ${years}`);
  const k = Math.log(strike);
  const sd = Math.sqrt(smile.totalVariance(k));
  return normalCdf(-k / sd + 0.5 * sd) - strike * normalCdf(-k / sd - 0.5 * sd);
}

it('is the vol itself on a surface of one vol, and the instantaneous vol where vol only moves with time', () => {
  const flat: SmileAt = (years) => flatSmile(0.55, years);
  const rising: SmileAt = (years) => flatSmile(Math.sqrt(0.2 + 0.3 * years), years);
  for (const years of [0.003, 0.1, 2]) {
    const [constant, moving] = [localVol(flat, 0.2, years), localVol(rising, -0.1, years)];
    expect(constant.ok && constant.value).toBeCloseTo(0.55, 10);
    expect(moving.ok && moving.value).toBeCloseTo(Math.sqrt(0.2 + 0.6 * years), 8);
  }
});

it('agrees with Dupire’s formula on differenced call prices', () => {
  const [h, dt] = [2e-4, 1e-5];
  for (const k of [-0.25, -0.1, 0, 0.12]) {
    for (const years of [0.15, 0.25]) {
      const strike = Math.exp(k);
      const theta = (call(SURFACE, strike, years + dt) - call(SURFACE, strike, years - dt)) / (2 * dt);
      const up = call(SURFACE, strike + h, years);
      const down = call(SURFACE, strike - h, years);
      const gamma = (up - 2 * call(SURFACE, strike, years) + down) / (h * h);
      const found = localVol(SURFACE, k, years);
      expect(found.ok && found.value).toBeCloseTo(Math.sqrt((2 * theta) / (strike * strike * gamma)), 4);
    }
  }
});

it('tells falling variance, a negative density and an uncovered time apart, and never gives a number there', () => {
  const falling = linearInVariance([flatSmile(0.9, 0.1), flatSmile(0.5, 0.12)]);
  expect(localVol(falling, 0, 0.11)).toEqual({ ok: false, error: 'calendar-arbitrage' });
  const vogt = (years: number): Smile =>
    plainSvi({ a: -0.041 * years, b: 0.1331 * years, rho: 0.306, m: 0.3586, sigma: 0.4153 }, years);
  expect(localVol(vogt, 0.88, 1)).toEqual({ ok: false, error: 'butterfly-arbitrage' });
  expect(localVol(vogt, 0, 1)).toMatchObject({ ok: true });
  const grid = localVolGrid(SURFACE, [-0.1, 0, 0.1], [0.05, 0.1, 0.2, 0.3, 0.5]);
  expect(grid.map((row) => row.map((cell) => cell.ok))).toEqual([
    [false, false, false],
    [true, true, true],
    [true, true, true],
    [true, true, true],
    [false, false, false],
  ]);
  expect(grid[0]?.[0]).toEqual({ ok: false, error: 'outside' });
});

it('accrues between two smiles what the later one has more', () => {
  const points = forwardSmile(NEAR, FAR, [-0.2, 0, 0.2]);
  for (const { k, vol } of points) {
    const accrued = vol.ok ? vol.value ** 2 * 0.2 : Number.NaN;
    expect(accrued + NEAR.totalVariance(k)).toBeCloseTo(FAR.totalVariance(k), 14);
  }
  const crossed = forwardSmile(flatSmile(0.9, 0.1), FAR, [0]);
  expect(crossed[0]?.vol).toEqual({ ok: false, error: 'calendar-arbitrage' });
});

it('passes through the listed smiles and keeps their derivatives between them', () => {
  expect(SURFACE(0.1)).toBe(NEAR);
  const smile = SURFACE(0.2);
  const h = 1e-5;
  const jet = smile?.jet(0.1);
  const [down, up] = [smile?.totalVariance(0.1 - h) ?? 0, smile?.totalVariance(0.1 + h) ?? 0];
  expect(jet?.dw).toBeCloseTo((up - down) / (2 * h), 9);
  expect(jet?.w).toBeCloseTo((NEAR.totalVariance(0.1) + FAR.totalVariance(0.1)) / 2, 15);
});
