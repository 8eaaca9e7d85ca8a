import { expect, it } from 'vitest';
import { analyseChainFrom } from '../analyse-chain.ts';
import { DEFAULT_SETTINGS } from '../analysis-settings.ts';
import { syntheticChain } from '../testing/synthetic-chain.ts';
import { expiryDensity } from './expiry-density.ts';

const chain = syntheticChain([
  {
    days: 30,
    forward: 100_000,
    strikes: Array.from({ length: 33 }, (_, i) => 60_000 + 2500 * i),
    vol: (k) => 0.5 - 0.1 * Math.tanh(2 * k),
  },
]);
const analysis = analyseChainFrom(chain, DEFAULT_SETTINGS, null);
const [expiry] = chain.expiries;

it('gives a density that holds all the mass and the forward, and a distribution that is its integral', () => {
  const density = expiryDensity(analysis, expiry!.expiry)!;
  const { logStrikes: ks, pdf, below } = density;
  const integral = (weight: (k: number) => number): number =>
    ks.reduce((sum, k, i) => {
      if (i === 0) return 0;
      const before = ks[i - 1]!;
      return sum + 0.5 * (k - before) * (weight(k) * pdf[i]! + weight(before) * pdf[i - 1]!);
    }, 0);
  expect(integral(() => 1)).toBeCloseTo(1, 4);
  expect(integral(Math.exp)).toBeCloseTo(1, 3);
  const middle = 200;
  const upToMiddle = ks.slice(0, middle + 1).reduce((sum, k, i) => {
    if (i === 0) return below[0]!;
    return sum + 0.5 * (k - ks[i - 1]!) * (pdf[i]! + pdf[i - 1]!);
  }, 0);
  expect(below[middle]).toBeCloseTo(upToMiddle, 4);
});

it('says nothing about an expiry without a fit', () => {
  const unfitted = analysis.smiles.map(({ expiry: at, reasons }) => ({
    expiry: at,
    fit: null,
    unfitted: 'fit-failed' as const,
    reasons,
    quotedRange: null,
  }));
  expect(expiryDensity({ ...analysis, smiles: unfitted }, expiry!.expiry)).toBeNull();
});
