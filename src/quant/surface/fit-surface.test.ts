import { expect, it } from 'vitest';
import { smileVol } from '../smile.ts';
import { rawSviSmile } from '../svi/raw-svi.ts';
import { fitSurface, sliceRefusal } from './fit-surface.ts';
import type { SliceQuotes } from './slice-quotes.ts';

const years = 30 / 365;
const truth = rawSviSmile({ a: 0.004, b: 0.07, rho: -0.2, m: 0.01, sigma: 0.12 }, years);

function quotesOf(strikes: readonly number[], halfSpread: number): SliceQuotes {
  const logStrikes = Float64Array.from(strikes);
  return {
    years,
    logStrikes,
    bidVols: logStrikes.map((k) => smileVol(truth, k) - halfSpread),
    askVols: logStrikes.map((k) => smileVol(truth, k) + halfSpread),
    halfTickVols: new Float64Array(strikes.length),
  };
}
const strikes = Array.from({ length: 25 }, (_, i) => -0.36 + 0.03 * i);

it('returns to the slice that made the quotes', () => {
  const [fit] = fitSurface([quotesOf(strikes, 0.005)]);
  for (const k of [-0.5, -0.2, 0, 0.11, 0.4])
    expect(smileVol(fit!.smile, k)).toBeCloseTo(smileVol(truth, k), 3);
  expect(fit).toMatchObject({
    model: 'svi',
    converged: true,
    butterflyFree: true,
    quotes: 25,
    insideBidAsk: 1,
    note: null,
  });
});

it('sets a stale quote aside, says which, and is not moved by it', () => {
  const clean = quotesOf(strikes, 0.005);
  const stale = { ...clean, bidVols: clean.bidVols.slice(), askVols: clean.askVols.slice() };
  stale.bidVols[9]! += 0.08;
  stale.askVols[9]! += 0.08;
  const [fit] = fitSurface([stale]);
  expect([...fit!.outliers].flatMap((flag, i) => (flag ? [i] : []))).toEqual([9]);
  for (const k of strikes) expect(smileVol(fit!.smile, k)).toBeCloseTo(smileVol(truth, k), 3);
});

it('gives no fit to a slice of two quotes and says why', () => {
  const thin = quotesOf([-0.1, 0.1], 0.01);
  expect(fitSurface([thin])).toEqual([null]);
  expect(sliceRefusal(thin)).toBe('fewer than 3 two-sided quotes');
});
