import { expect, it } from 'vitest';
import { analyseChainFrom } from '../analyse-chain.ts';
import { DEFAULT_SETTINGS } from '../analysis-settings.ts';
import { syntheticChain } from '../testing/synthetic-chain.ts';
import { swapReach } from './swap-reach.ts';

const smirk = (k: number): number => Math.sqrt(0.25 + 0.12 * (-0.35 * k + Math.sqrt(k * k + 0.04) - 0.2));
const grid = (from: number, to: number): readonly number[] =>
  Array.from({ length: (to - from) / 2500 + 1 }, (_, i) => from + 2500 * i);

it('owes more to extrapolated wings where fewer strikes are quoted, and nothing is known without a fit', () => {
  const listed = [
    { days: 20, forward: 100_000, strikes: grid(50_000, 170_000), vol: smirk },
    { days: 30, forward: 100_000, strikes: grid(85_000, 115_000), vol: smirk },
    { days: 40, forward: 100_000, strikes: [100_000], vol: smirk },
  ];
  const analysis = analyseChainFrom(syntheticChain(listed), DEFAULT_SETTINGS, null);
  const [wide, narrow, unfitted] = swapReach(analysis);
  expect(wide?.expiry).toBe(analysis.report.expiries[0]?.expiry);
  expect(wide?.below).toBeLessThan(0.03);
  expect(wide?.above).toBeLessThan(0.03);
  expect(narrow?.below).toBeGreaterThan(0.05);
  expect(unfitted).toMatchObject({ below: null, above: null });
});
