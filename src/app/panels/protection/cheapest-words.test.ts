import { expect, it } from 'vitest';
import { analyseChainFrom } from '#analytics/analyse-chain.ts';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import { elsewhereFromWords } from '#analytics/protection/study-from-words.ts';
import { syntheticChain } from '#analytics/testing/synthetic-chain.ts';
import { cheapestWords } from './cheapest-words.ts';

function wordsOn(days: readonly number[], words: string): string {
  const chain = syntheticChain(
    days.map((one) => ({
      days: one,
      forward: 100_000,
      strikes: Array.from({ length: 31 }, (_, i) => 60_000 + 2500 * i),
      vol: () => 0.5,
    })),
  );
  const analysis = analyseChainFrom(chain, DEFAULT_SETTINGS, null);
  const elsewhere = elsewhereFromWords({ chain, analysis }, words);
  if (!elsewhere.ok) throw new Error(elsewhere.error);
  const { value } = elsewhere;
  const perDay = value.everyExpiry.map(({ answer }) => (answer.ok ? answer.value.total.perDay : Infinity));
  const least = value.everyExpiry[perDay.indexOf(Math.min(...perDay))]?.label ?? '';
  return cheapestWords(value).replaceAll('\u202f', '').replace(least, 'LEAST');
}

it('names the expiry at which the same floor costs least a day, and what it costs here', () => {
  expect(wordsOn([30, 60, 180], '10 floor 95% 30d')).toMatch(
    /^Cheapest a day to LEAST \(180 days\): \d+ USD, here \d+ USD\.$/,
  );
});

it('says so when this expiry is the cheapest, and nothing where there is no other', () => {
  expect(wordsOn([30, 60, 180], '10 floor 95% 180d')).toMatch(
    /^No listed expiry is cheaper a day: \d+ USD\.$/,
  );
  expect(wordsOn([30], '10 floor 95% 30d')).toBe('');
});
