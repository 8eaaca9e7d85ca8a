import { expect, it } from 'vitest';
import { analyseChainFrom } from '#analytics/analyse-chain.ts';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import { studyFromWords } from '#analytics/protection/study-from-words.ts';
import { syntheticChain } from '#analytics/testing/synthetic-chain.ts';
import { leastHolding } from './least-holding.ts';

const strikes = Array.from({ length: 31 }, (_, i) => 60_000 + 2500 * i);
const chain = syntheticChain([{ days: 30, forward: 100_000, strikes, vol: () => 0.5 }]);
const analysis = analyseChainFrom(chain, DEFAULT_SETTINGS, null);

function studied(words: string) {
  const study = studyFromWords({ chain, analysis }, words);
  if (!study.ok) throw new Error(study.error);
  return study.value;
}

it('offers one contract to who holds less than the smallest order, and to nobody else', () => {
  expect(leastHolding(studied('0.05 floor 85% 30d'), 1)).toBe(1);
  expect(leastHolding(studied('10 floor 85% 30d'), 100)).toBeNull();
  expect(leastHolding(studied('0.05 floor 10% 30d'), 1)).toBeNull();
  expect(leastHolding(studied('0.05 floor 85% 30d'), null)).toBeNull();
});
