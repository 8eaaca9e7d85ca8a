import { describe, expect, it } from 'vitest';
import { analyseChainFrom } from '#analytics/analyse-chain.ts';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import { protectionMarket } from '#analytics/protection/protection-market.ts';
import type { ProtectionPlan } from '#analytics/protection/protection-plan.ts';
import { type ProtectionStudy, studyProtection } from '#analytics/protection/protection-study.ts';
import { SYNTHETIC_NOW, syntheticChain, withQuotes } from '#analytics/testing/synthetic-chain.ts';
import { DAY_MS, epochMs } from '#base/time.ts';
import { costByExpiry } from './cost-by-expiry.ts';
import { costBySizeModel } from './cost-by-size.ts';
import { costMapView } from './cost-map-view.ts';
import { payoffView } from './payoff-view.ts';
import { pictureBasis } from './picture-words.ts';
import { scenarioTable } from './scenario-table.ts';
import { scenarioView } from './scenario-view.ts';
import { structuresView } from './structures-view.ts';

const month = {
  days: 30,
  forward: 100_500,
  strikes: Array.from({ length: 29 }, (_, i) => 60_000 + 2500 * i),
  vol: (k: number): number => 0.5 + 0.3 * k * k - 0.1 * k,
};
const chain = withQuotes(syntheticChain([month, { ...month, days: 90, forward: 101_500 }]), () => ({
  bidSize: 40,
  askSize: 40,
}));
const market = protectionMarket(chain, analyseChainFrom(chain, DEFAULT_SETTINGS, null));
const plan: ProtectionPlan = {
  amount: 10,
  entry: null,
  floor: { by: 'forward', share: 0.85 },
  horizon: { kind: 'expiry', expiry: epochMs(SYNTHETIC_NOW + 30 * DAY_MS), series: null },
  structure: { kind: 'put' },
  funding: 'from-holding',
  fees: null,
};

function studied(change: Partial<ProtectionPlan> = {}): ProtectionStudy {
  return studyProtection(market, { ...plan, ...change });
}

function billOf({ answer }: ProtectionStudy) {
  if (!answer.ok) throw new Error(answer.error.reason);
  return answer.value;
}

const study = studied();
const basis = pictureBasis(study);
const bill = billOf(study);

describe('cost at every expiry', () => {
  it('tells the same bill per day, of the holding and per year', () => {
    const at = (unit: 'day' | 'share' | 'year') => costByExpiry(study, basis, unit).model.points[0];
    expect(at('day')?.cost).toBeCloseTo(bill.total.quote / 30, 6);
    expect(at('share')?.cost).toBeCloseTo((100 * bill.total.quote) / (10 * bill.forward), 9);
    expect(at('year')?.cost).toBeCloseTo(((100 * bill.total.share) / 30) * 365, 6);
    const parts = bill.parts.filter(({ id }) => !['flat-atm', 'skew'].includes(id));
    const execution = parts.reduce((sum, { amounts }) => sum + (amounts?.quote ?? 0), 0);
    expect(at('day')?.execution).toBeCloseTo(execution / 30, 6);
  });

  it('names the plan and the cheapest, but calls nothing cheapest where terms cannot be compared', () => {
    const { model, text } = costByExpiry(study, basis, 'day');
    expect(model.marks.map(({ text: words }) => words).join('; ')).toMatch(/this plan.*cheapest/);
    expect(text.summary).toMatch(/^Cheapest at .*2 of 2 expiries give a bill\.$/);
    const share = costByExpiry(study, basis, 'share').model;
    expect(share.marks.every(({ text: words }) => !words.includes('cheapest'))).toBe(true);
  });

  it('keeps expiries that cannot be had, with the reason', () => {
    const huge = studied({ amount: 1e6 });
    const { model, text } = costByExpiry(huge, pictureBasis(huge), 'day');
    expect(model.points).toHaveLength(2);
    for (const { cost, note } of model.points) {
      expect(cost).toBeNull();
      expect(note).toMatch(/on offer$/);
    }
    expect(text.summary).toMatch(/none/);
  });
});

describe('payoff', () => {
  const { model, text } = payoffView(study, basis);
  const line = (id: string) => model.lines.find((one) => one.id === id)?.values ?? [];

  it('measures gain and loss from spot, and never loses more than the bill says', () => {
    const at = model.xs.findIndex((price) => price >= 100_000);
    expect(line('without')[at]).toBeCloseTo(10 * ((model.xs[at] ?? 0) - 100_000), 6);
    expect(Math.min(...line('expiry'))).toBeGreaterThanOrEqual(-bill.maximumLoss.quote - 1e-6);
    expect(model.level?.y).toBe(-bill.maximumLoss.quote);
  });

  it('crosses the unhedged line at the break-even that it marks', () => {
    const even = model.rules.find(({ text: words }) => words.startsWith('break-even'))?.x ?? 0;
    const gain = model.xs.map((_, i) => (line('expiry')[i] ?? 0) - (line('without')[i] ?? 0));
    const after = model.xs.findIndex((price) => price > even);
    expect(gain[after - 1]).toBeGreaterThanOrEqual(0);
    expect(gain[after]).toBeLessThanOrEqual(0);
  });

  it('says what settlement in coin does to it', () => {
    expect(text.howToRead).toMatch(/payout comes in BTC.*leaves 9\.\d+/);
  });
});

it('puts every listed strike on the map and outlines the plan’s own', () => {
  const { model } = costMapView(study, basis);
  const row = model.rows[0];
  const own = row?.cells.find(({ strike }) => strike === model.chosenStrike);
  expect(row?.chosen).toBe(true);
  expect(own?.cost).toBeCloseTo(100 * bill.total.share, 9);
  const all = study.map.reduce((sum, { cells }) => sum + cells.length, 0);
  expect(model.rows.reduce((sum, { cells }) => sum + cells.length, 0)).toBe(all);
});

it('sets all structures side by side, each with break-even and largest loss or with a reason', () => {
  const { model } = structuresView(study, basis);
  expect(model.rows).toHaveLength(7);
  for (const { cost, words } of model.rows) {
    if (cost === null) expect(words).not.toBe('');
    else expect(words).toMatch(/break-even.*(most that can be lost|at the worst) \d|nothing can be lost/);
  }
  expect(model.rows.find(({ chosen }) => chosen)?.id).toBe('put');
});

it('ends the sizes where what is on offer ends', () => {
  const { model } = costBySizeModel(study, basis);
  const filled = model.points.filter(({ cost }) => cost !== null);
  expect(filled.length).toBeGreaterThan(0);
  expect(model.limit?.x).toBeGreaterThanOrEqual(filled.at(-1)?.x ?? Infinity);
  expect(model.limit?.text).toMatch(/beyond/);
  const own = model.points.find(({ chosen }) => chosen);
  if (own?.cost !== null) expect(own?.cost).toBeCloseTo(100 * bill.total.share, 9);
});

it('shows the hedge at its best after the deepest fall, and what leaving it costs', () => {
  const { model, text } = scenarioView(study, basis);
  expect(model.xs).toEqual(model.xs.toSorted((a, b) => a - b));
  const values = (id: string) =>
    [...model.lines, ...model.columns].find((one) => one.id === id)?.values ?? [];
  expect(values('strike')[0] ?? 0).toBeGreaterThan(values('without')[0] ?? 0);
  expect(values('value')[0] ?? 0).toBeGreaterThan(values('value').at(-1) ?? 0);
  expect(text.summary).toMatch(/^After −30 %/);
});

it('has words for a plan without a bill in every picture', () => {
  const none = studied({ amount: 1e6 });
  const empty = pictureBasis(none);
  expect(payoffView(none, empty).model.emptyText).toMatch(/no bill/);
  expect(scenarioView(none, empty).model.xs).toEqual([]);
  expect(costMapView(none, empty).model.rows[0]?.cells.every(({ reason }) => reason !== null)).toBe(true);
  expect(structuresView(none, empty).model.rows.find(({ id }) => id === 'put')?.cost).toBeNull();
});

it('tells in figures what each move does to the hedge and what it costs to leave it', () => {
  const table = scenarioTable(study);
  const plain = (text: string | undefined): number =>
    Number((text ?? '').replaceAll(/[\s+]/g, '').replace('−', '-'));
  expect(table?.rows.map(({ move }) => move)).toEqual([
    '−50 %',
    '−40 %',
    '−30 %',
    '−20 %',
    '−10 %',
    '0 %',
    '+20 %',
  ]);
  const fall = study.shocks.find(({ shock, dynamics }) => shock.gap === -0.3 && dynamics === 'sticky-strike');
  if (fall === undefined) throw new Error('no such move');
  const cells = table?.rows[2]?.cells ?? [];
  expect(plain(cells[3])).toBe(Math.round(fall.unhedgedChange));
  expect(plain(cells[4])).toBe(Math.round(fall.valueAfter));
  expect(plain(cells[6])).toBe(Math.round(fall.halfSpread + (fall.fees ?? 0)));
  expect(plain(cells[7])).toBe(Math.round(fall.hedgedChange));
  expect(scenarioTable(studied({ floor: { by: 'strike', strike: 1 } }))).toBeNull();
});
