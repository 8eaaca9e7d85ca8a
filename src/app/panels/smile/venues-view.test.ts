import { expect, it } from 'vitest';
import { analyseChainFrom } from '#analytics/analyse-chain.ts';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import { syntheticChain } from '#analytics/testing/synthetic-chain.ts';
import { contractTerms } from '#analytics/venues/contract-terms.ts';
import { differenceOfIntervals, venuesInWords, venuesRows, type VenueSide } from './venues-view.ts';

const strikes = Array.from({ length: 31 }, (_, i) => 70_000 + 2000 * i);

function side(
  label: string,
  level: number,
  options: { readonly days?: number; readonly coin?: boolean } = {},
): VenueSide {
  const { days = 30, coin = true } = options;
  const chain = syntheticChain([
    {
      days,
      forward: 100_000,
      strikes,
      vol: (k) => level - 0.1 * k,
      premiumUnit: coin ? 'underlying' : 'quote',
    },
  ]);
  const analysis = analyseChainFrom(chain, DEFAULT_SETTINGS, null);
  return { label, report: analysis.report, terms: contractTerms(analysis) };
}

it('takes the widest difference that both intervals allow', () => {
  expect(differenceOfIntervals([3, 5], [1, 4])).toEqual([-1, 4]);
  expect(differenceOfIntervals([3, 5], null)).toBeNull();
});

it('finds two like markets the same beyond both spreads, and one dearer by ten points dearer', () => {
  const [same] = venuesRows(side('A', 0.5), side('B', 0.5));
  expect(same!.atm).toMatchObject({ value: '0.0', verdict: 'within spreads' });
  expect(same!.forward.verdict).toBe('within spreads');
  const [dearer] = venuesRows(side('A', 0.6), side('B', 0.5));
  expect(dearer!.atm.verdict).toBe('A higher');
  expect(Math.abs(Number(dearer!.atm.value) - 10)).toBeLessThan(0.3);
  const [cheaper] = venuesRows(side('A', 0.5), side('B', 0.6));
  expect(cheaper!.atm.verdict).toBe('B higher');
});

it('says when nothing is listed for the same day', () => {
  const [a, b] = [side('A', 0.5), side('B', 0.5, { days: 60 })];
  const rows = venuesRows(a, b);
  expect(rows).toEqual([]);
  expect(venuesInWords(a, b, rows)).toBe('A and B have no expiry in common.');
});
