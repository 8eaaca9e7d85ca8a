import { expect, it } from 'vitest';
import { analyseChainFrom } from '../analyse-chain.ts';
import { DEFAULT_SETTINGS } from '../analysis-settings.ts';
import { syntheticChain, withQuotes } from '../testing/synthetic-chain.ts';
import { contractTerms } from './contract-terms.ts';

const strikes = Array.from({ length: 21 }, (_, i) => 80_000 + 2000 * i);
const FORWARD = 101_300;
const termsOf = (premiumUnit: 'underlying' | 'quote', quoted = true) => {
  const chain = syntheticChain([
    { days: 30, forward: FORWARD, strikes, vol: () => 0.5, premiumUnit, discount: 1 },
  ]);
  const shown = quoted ? chain : withQuotes(chain, () => null);
  return contractTerms(analyseChainFrom(shown, DEFAULT_SETTINGS, null));
};

it('holds the true forward between what the tightest strike can be sold and bought at', () => {
  for (const unit of ['underlying', 'quote'] as const) {
    const [lo, hi] = termsOf(unit).forwards[0]!.interval!;
    expect(lo).toBeLessThan(FORWARD);
    expect(hi).toBeGreaterThan(FORWARD);
    expect((hi - lo) / FORWARD).toBeLessThan(0.01);
  }
});

it('knows no interval without quotes, and still the terms of what is listed', () => {
  const { forwards, example } = termsOf('underlying', false);
  expect(forwards.map(({ interval }) => interval)).toEqual([null]);
  expect(example).toMatchObject({ premiumUnit: 'underlying', contractSize: 1 });
});

it('takes a contract near the money for its example', () => {
  expect(Math.abs(termsOf('underlying').example!.strike - 100_000)).toBeLessThanOrEqual(2000);
});
