import { expect, it } from 'vitest';
import { analyseChainFrom } from '#analytics/analyse-chain.ts';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import { syntheticChain } from '#analytics/testing/synthetic-chain.ts';
import { type ContractTerms, contractTerms } from '#analytics/venues/contract-terms.ts';
import { termsRows } from './terms-view.ts';

function terms(coin: boolean): ContractTerms {
  const chain = syntheticChain([
    {
      days: 30,
      forward: 100_000,
      strikes: Array.from({ length: 31 }, (_, i) => 70_000 + 2000 * i),
      vol: (k) => 0.5 - 0.1 * k,
      premiumUnit: coin ? 'underlying' : 'quote',
    },
  ]);
  return contractTerms(analyseChainFrom(chain, DEFAULT_SETTINGS, null));
}

it('tells coin from dollar premiums, and what is the same', () => {
  const rows = termsRows(terms(true), terms(false))!;
  const found = new Map(rows.map((row) => [row.name, row]));
  expect(found.get('Premium paid in')).toMatchObject({ a: 'coin, BTC', b: 'USD', differs: true });
  expect(found.get('Contract size')).toMatchObject({ differs: false });
  expect(found.get('Delivery')!.a).toBe('average of the index over 30 min before 12:00 UTC');
});
