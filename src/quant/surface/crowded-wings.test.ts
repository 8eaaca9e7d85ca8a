import { expect, it } from 'vitest';
import { smileVol } from '../smile.ts';
import { fitSurface } from './fit-surface.ts';
import type { SliceQuotes } from './slice-quotes.ts';
import { arbitragePoints, insideWidenedSpread } from './testing/surface-score.ts';

const STRIKES = 289;
const HALF_SPREAD = 0.0005;

/**
 * An index's listing: three hundred strikes, nearly all of them far out in the put wing, where variance grows faster than
 * any straight line. The truth √w = s + c·|k| lets every smile with more deviation s lie above the earlier one.
 */
function expiry([days, atmVol]: readonly [number, number]): SliceQuotes {
  const years = days / 365;
  const deviation = atmVol * Math.sqrt(years);
  const logStrikes = Float64Array.from({ length: STRIKES }, (_, i) => 0.0025 * (i - 240));
  const at = (side: -1 | 1): Float64Array =>
    logStrikes.map((k, i) => {
      const z = k / deviation;
      const vol = atmVol * (1 + 0.08 * (Math.sqrt(1 + z * z) - 1) - 0.06 * z);
      const half = HALF_SPREAD * (1 + (z / 3) ** 2);
      return vol + 0.3 * half * Math.sin(7 * i) + side * half;
    });
  return { years, logStrikes, bidVols: at(-1), askVols: at(1), halfTickVols: new Float64Array(STRIKES) };
}

// Over the weekend hardly any variance is expected: √w grows from 1.03 to 1.30 % in three days.
const WEEKEND = [
  [1, 0.133],
  [2, 0.1395],
  [5, 0.111],
  [6, 0.114],
  [7, 0.1205],
  [8, 0.123],
  [9, 0.125],
  [16, 0.124],
] as const;

const quotes = WEEKEND.map(expiry);
const fits = fitSurface(quotes);

it('keeps every expiry at the money inside its own bid and ask, however many strikes the wings before it list', () => {
  fits.forEach((fit, i) => {
    const { logStrikes, bidVols, askVols } = quotes[i]!;
    const money = logStrikes.indexOf(0);
    const vol = smileVol(fit!.smile, 0);
    expect(vol).toBeGreaterThanOrEqual(bidVols[money]!);
    expect(vol).toBeLessThanOrEqual(askVols[money]!);
  });
});

it('holds nine tenths of the quotes within two deviations, and admits no arbitrage', () => {
  let inside = 0;
  let all = 0;
  fits.forEach((fit, i) => {
    const found = insideWidenedSpread(quotes[i]!, fit!);
    all += found.quotes;
    inside += found.quotes - found.missed.length;
    expect(fit!.butterflyFree && fit!.calendarFree).toBe(true);
  });
  expect(inside / all).toBeGreaterThan(0.9);
  expect(arbitragePoints(fits)).toEqual({ butterfly: 0, calendar: 0 });
});

it('claims of no expiry that its quotes lie below the earlier one, for none do', () => {
  for (const fit of fits) expect(fit!.note ?? '').not.toContain('below');
});
