import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import { epochMs } from '#base/time.ts';
import { createAnalysisShelf } from './analysis-shelf.ts';

const chain = (version: number) => ({
  venue: 'deribit' as const,
  underlying: 'BTC',
  asOf: epochMs(version),
  version,
  indexPrice: null,
  volatilityIndex: null,
  expiries: [],
  rejected: [],
});

it('analyses a chain once for each way of analysing it', () => {
  const shelf = createAnalysisShelf();
  const one = chain(1);
  const first = shelf.of(one, DEFAULT_SETTINGS);
  expect(shelf.of(one, { ...DEFAULT_SETTINGS })).toBe(first);
  const adjusted = shelf.of(one, { ...DEFAULT_SETTINGS, deltaConvention: 'premium-adjusted' });
  expect(adjusted).not.toBe(first);
  expect(adjusted.report.deltaConvention).toBe('premium-adjusted');
});

it('makes room by letting go of what was asked about longest ago', () => {
  const shelf = createAnalysisShelf();
  const chains = [1, 2, 3, 4].map(chain);
  const analyses = chains.map((one) => shelf.of(one, DEFAULT_SETTINGS));
  expect(shelf.of(chains[0]!, DEFAULT_SETTINGS)).toBe(analyses[0]);
  shelf.of(chain(5), DEFAULT_SETTINGS);
  expect(shelf.of(chains[0]!, DEFAULT_SETTINGS)).toBe(analyses[0]);
  expect(shelf.of(chains[1]!, DEFAULT_SETTINGS)).not.toBe(analyses[1]);
});
