import { expect, it } from 'vitest';
import { analyseChainFrom } from '#analytics/analyse-chain.ts';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import { studyFromWords } from '#analytics/protection/study-from-words.ts';
import { syntheticChain } from '#analytics/testing/synthetic-chain.ts';
import { sizingInWords } from './plan-words.ts';

function sizingOf(contractSize: number, words: string): string {
  const bare = syntheticChain([
    {
      days: 30,
      forward: 100_000,
      strikes: Array.from({ length: 31 }, (_, i) => 60_000 + 2500 * i),
      vol: () => 0.5,
      premiumUnit: 'quote',
    },
  ]);
  const expiries = bare.expiries.map(({ expiry, series, contracts }) => ({
    expiry,
    series,
    contracts: contracts.map(({ instrument, quote }) => ({
      instrument: { ...instrument, contractSize },
      quote,
    })),
  }));
  const chain = { ...bare, expiries };
  const study = studyFromWords({ chain, analysis: analyseChainFrom(chain, DEFAULT_SETTINGS, null) }, words);
  if (!study.ok) throw new Error(study.error);
  const { answer } = study.value;
  if (!answer.ok) throw new Error(answer.error.reason);
  return sizingInWords(answer.value, 'SPX');
}

it('says of what size contracts are that do not stand for one unit each', () => {
  expect(sizingOf(1, '5 floor 85% 30d')).toBe(
    '5.00 contracts, one for every SPX held: the premium is paid in cash.',
  );
  expect(sizingOf(100, '200 floor 85% 30d')).toBe(
    '2.00 contracts of 100 SPX each, for as many SPX held: the premium is paid in cash.',
  );
});
