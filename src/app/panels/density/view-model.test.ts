import { expect, it } from 'vitest';
import { analyseChainFrom } from '#analytics/analyse-chain.ts';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import { expiryDensities } from '#analytics/density/expiry-density.ts';
import { syntheticChain } from '#analytics/testing/synthetic-chain.ts';
import { drawnExpiries } from '#app/reading/drawn-expiries.ts';
import { densityHeadline } from './headline.ts';
import { lawTables } from './law-tables.ts';
import { firstLevel, levelDecimals, levelStep, roundedLevel } from './level.ts';
import { axisDensity, axisK, axisX } from './price-axis.ts';
import { densityView, lawsOf, leadOf } from './view-model.ts';

const strikes = Array.from({ length: 33 }, (_, i) => 60_000 + 2500 * i);
const chain = syntheticChain([
  { days: 0.2, forward: 100_000, strikes: [99_000], vol: () => 0.5 },
  { days: 30, forward: 100_000, strikes, vol: (k) => 0.5 - 0.1 * Math.tanh(2 * k) },
  { days: 90, forward: 101_000, strikes, vol: (k) => 0.5 - 0.1 * Math.tanh(2 * k) },
]);
const analysis = analyseChainFrom(chain, DEFAULT_SETTINGS, null);
const { report } = analysis;
const drawn = drawnExpiries(analysis);
const laws = lawsOf(
  drawn,
  expiryDensities(
    analysis,
    report.expiries.map(({ expiry }) => expiry),
  ),
);
const asked = { axis: 'price', level: 90_000, priceUnit: 'USD', points: report.points } as const;

it('counts chances so that they add up to all of them on every axis', () => {
  const per = { price: 10_000, percent: 1, log: 1, moves: 0.1 };
  for (const axis of ['price', 'percent', 'log', 'moves'] as const) {
    const { points } = densityView(laws, { ...asked, axis }).curves[1]!;
    const mass = points.reduce((sum, { x, density }, i) => {
      const before = points[i - 1];
      return before ? sum + (0.5 * (density + before.density) * (x - before.x)) / per[axis] : 0;
    }, 0);
    expect(mass, axis).toBeCloseTo(100, 1);
  }
});

it('goes there and back on every axis', () => {
  const scale = { forward: 78_232, standardDeviation: 0.12, bucket: 1000 };
  for (const axis of ['price', 'percent', 'log', 'moves'] as const)
    for (const k of [-0.4, 0, 0.3]) {
      expect(axisK(axis, axisX(axis, k, scale), scale)).toBeCloseTo(k, 12);
      expect(axisDensity(axis, { k, pdf: 2 }, scale)).toBeGreaterThan(0);
    }
});

it('puts one price at one place on the price axis, and at each expiry’s own share of the forward elsewhere', () => {
  const at = (axis: 'price' | 'percent'): readonly (number | undefined)[] =>
    densityView(laws, { ...asked, axis })
      .curves.slice(1)
      .map(({ level }) => level?.x);
  const prices = at('price');
  expect(prices[0]).toBeCloseTo(90_000, 6);
  expect(prices[1]).toBeCloseTo(90_000, 6);
  expect(at('percent')[0]).toBeCloseTo(90, 6);
  expect(at('percent')[1]).toBeCloseTo((100 * 90_000) / 101_000, 6);
});

it('stops its crosshair at the contract out of the money of each listed strike, in order', () => {
  const { places } = densityView(laws, asked).curves[1]!;
  expect(places.map(({ strike }) => strike)).toEqual(strikes);
  expect(places.find(({ strike }) => strike === 60_000)?.id).toContain('put');
  expect(places.find(({ strike }) => strike === 140_000)?.id).toContain('call');
});

it('leads with the nearest expiry that has a law, and keeps the one that has none with its reason', () => {
  const model = densityView(laws, asked);
  expect(leadOf(laws)?.drawn.id).toBe(drawn[1]!.id);
  expect(model.leadId).toBe(drawn[1]!.id);
  expect(model.curves[0]).toMatchObject({ points: [], absence: 'too few two-sided quotes' });
  const tables = lawTables(laws, { level: 90_000, unit: 'USD', decimals: 0 });
  for (const { rows } of tables) expect(rows[0]).toMatchObject({ absence: 'too few two-sided quotes' });
});

it('tells the chance below in the sentence and in the table as the law has it', () => {
  const lead = leadOf(laws)!;
  const at = densityView(laws, asked).curves[1]!.level!;
  const { sentence, basis } = densityHeadline({
    underlying: 'BTC',
    lead,
    level: { price: 90_000, at },
    unit: 'USD',
    decimals: 0,
  });
  const share = `${at.below.toFixed(1)} %`;
  expect(sentence).toContain(`price BTC below 90\u202f000 USD at ${share}; the spread leaves`);
  expect(basis).toContain('Risk-neutral, not a forecast');
  const [chances] = lawTables(laws, { level: 90_000, unit: 'USD', decimals: 0 });
  expect(chances!.rows[1]!.cells).toContain(share);
  expect(at.belowRange![0]).toBeLessThanOrEqual(at.below);
  expect(at.belowRange![1]).toBeGreaterThanOrEqual(at.below);
});

it('speaks of the chance above once the level lies beyond the median', () => {
  const lead = leadOf(laws)!;
  const at = densityView(laws, { ...asked, level: 120_000 }).curves[1]!.level!;
  const words = { underlying: 'BTC', lead, level: { price: 120_000, at }, unit: 'USD', decimals: 0 };
  expect(densityHeadline(words).sentence).toContain(
    `above 120\u202f000 USD at ${(100 - at.below).toFixed(1)} %`,
  );
});

it('steps levels in round prices, whatever the price of the underlying', () => {
  expect([78_232, 6400, 0.6].map(levelStep)).toEqual([100, 10, 0.001]);
  expect([78_232, 6400, 0.6].map(levelDecimals)).toEqual([0, 0, 3]);
  expect([78_232, 6400, 0.6].map(firstLevel)).toEqual([70_000, 5800, 0.54]);
  expect(roundedLevel(0.1 + 0.2, 0.001)).toBe(0.3);
  expect(roundedLevel(-5, 100)).toBe(100);
});
