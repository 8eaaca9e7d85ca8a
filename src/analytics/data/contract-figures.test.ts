import { expect, it } from 'vitest';
import { analyseChainFrom } from '../analyse-chain.ts';
import { DEFAULT_SETTINGS } from '../analysis-settings.ts';
import { syntheticChain, withQuotes } from '../testing/synthetic-chain.ts';
import { contractFigures } from './contract-figures.ts';

const strikes = Array.from({ length: 21 }, (_, i) => 75_000 + 2500 * i);
const chain = syntheticChain(
  [7, 30].map((days) => ({ days, forward: 100_000, strikes, vol: () => 0.5, halfSpreadTicks: 3 })),
);
const [someone] = chain.expiries[1]!.contracts;

it('gives one row a contract, in the order of the report’s points', () => {
  const analysis = analyseChainFrom(chain, DEFAULT_SETTINGS, null);
  const figures = contractFigures(analysis);
  const contracts = chain.expiries.flatMap((expiry) => expiry.contracts);
  expect(analysis.report.points.map(({ instrument }) => instrument)).toEqual(
    contracts.map(({ instrument }) => instrument.name),
  );
  expect(figures.bid).toEqual(contracts.map(({ quote }) => quote!.bid));
  expect(figures.at).toEqual(contracts.map(({ quote }) => quote!.at));
  expect(figures.premium).toBe('BTC');
});

it('counts a spread in ticks, below zero where bid and ask cross, and not at all where a side is missing', () => {
  const name = someone!.instrument.name;
  const spreadOf = (change: { readonly bid: number | null; readonly ask: number | null }) => {
    const changed = withQuotes(chain, ({ instrument }) => (instrument.name === name ? change : {}));
    const analysis = analyseChainFrom(changed, DEFAULT_SETTINGS, null);
    const row = analysis.report.points.findIndex(({ instrument }) => instrument === name);
    return contractFigures(analysis).spreadTicks[row];
  };
  const tick = someone!.instrument.ticks.base;
  expect(spreadOf({ bid: 2 * tick, ask: 5 * tick })).toBeCloseTo(3, 9);
  expect(spreadOf({ bid: 5 * tick, ask: 4 * tick })).toBeCloseTo(-1, 9);
  expect(spreadOf({ bid: null, ask: 4 * tick })).toBeNull();
});
