import { expect, it } from 'vitest';
import { analyseChainFrom } from '#analytics/analyse-chain.ts';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import { surfaceStudy } from '#analytics/surface/surface-study.ts';
import { syntheticChain, withQuotes } from '#analytics/testing/synthetic-chain.ts';
import { drawnExpiries } from '#app/reading/drawn-expiries.ts';
import { surfaceHeadline } from './headline.ts';
import { fixedStrikeMatrix } from './matrix.ts';
import { quantityWords } from './quantities.ts';
import { surfaceWords } from './figure-words.ts';
import { surfaceView } from './view-model.ts';

const strikes = Array.from({ length: 49 }, (_, i) => 50_000 + 2500 * i);
const vol = (k: number): number => 0.5 - 0.1 * Math.tanh(2 * k);
const chain = withQuotes(
  syntheticChain([7, 30, 90].map((days) => ({ days, forward: 100_000, strikes, vol }))),
  () => ({ openInterest: 4 }),
);
const analysis = analyseChainFrom(chain, DEFAULT_SETTINGS, null);
const { report } = analysis;
const expiries = drawnExpiries(analysis);
const study = surfaceStudy(analysis, 'moves');
const shown = [report.expiries[1]!.expiry];

it('colours a field everywhere and a contract’s number only where it is listed', () => {
  const field = surfaceView(report, expiries, study, { axis: 'moves', quantity: 'vol', shown });
  const contracts = surfaceView(report, expiries, study, { axis: 'moves', quantity: 'interest', shown });
  expect(field.kind).toBe('field');
  expect(field.rows[0]!.some(({ value }) => value !== null)).toBe(true);
  expect(contracts.kind).toBe('contracts');
  expect(contracts.rows.flat().every(({ value }) => value === null)).toBe(true);
  expect(contracts.contracts[0]!.values.interest).toBe(8);
});

it('marks the expiries that are shown, and names them in its summary', () => {
  const model = surfaceView(report, expiries, study, { axis: 'moves', quantity: 'vol', shown });
  expect(model.expiries.map(({ chosen }) => chosen)).toEqual([false, true, false]);
  const { summary } = surfaceWords(model, quantityWords('BTC').vol, 'map');
  expect(summary).toContain(`chosen are ${expiries[1]!.label}`);
});

it('shows the report’s numbers in display units', () => {
  const { contracts } = surfaceView(report, expiries, study, { axis: 'moves', quantity: 'vol', shown });
  const byName = new Map(report.points.map((point) => [point.instrument, point]));
  expect(contracts).toHaveLength(3 * strikes.length);
  for (const { id, values, mid } of contracts) {
    const { fitVol, midVol } = byName.get(id)!;
    expect(values.vol).toBe(fitVol === null ? null : 100 * fitVol);
    expect(mid).toBe(midVol === null ? null : 100 * midVol);
  }
});

it('says from where to where vol runs within the quotes, and that no test fails', () => {
  const { sentence, basis } = surfaceHeadline(report, expiries, study);
  const fitted = study.points.filter(({ used }) => used).map(({ fitVol }) => 100 * fitVol!);
  expect(sentence).toContain(`from ${Math.min(...fitted).toFixed(1)} %`);
  expect(sentence).toContain(`to ${Math.max(...fitted).toFixed(1)} %`);
  expect(sentence).toContain('no arbitrage test fails');
  expect(basis).toContain('3 of 3 expiries');
});

it('says which test fails where a fit says so of itself', () => {
  const failing = expiries.map((drawn) => ({
    ...drawn,
    report: { ...drawn.report, fit: { ...drawn.report.fit!, calendarFree: false } },
  }));
  expect(surfaceHeadline(report, failing, study).sentence).toContain('the calendar test fails in places');
  const { warnings } = surfaceView(report, failing, study, { axis: 'moves', quantity: 'vol', shown });
  expect(warnings.join(' ')).toContain('total variance below the expiry before');
});

it('has words for a market without a surface, and while there is none yet', () => {
  const none = { grid: null, points: study.points.map((point) => ({ ...point, used: false })) };
  expect(surfaceHeadline(report, expiries, none).sentence).toContain('There is no surface');
  expect(surfaceHeadline(report, expiries, null).sentence).toContain('Reading the surface');
});

it('tables strikes by expiries with the report’s vols, the rule at the forward', () => {
  const words = quantityWords('BTC').vol;
  const all = fixedStrikeMatrix(study, expiries, { words, all: true });
  expect(all.rows.map(({ strike }) => strike)).toEqual(strikes);
  expect(all.rows[all.forwardRow]!.strike).toBe(100_000);
  const point = report.points.find(
    ({ strike, expiry, right }) =>
      strike === 90_000 && right === 'put' && expiry === report.expiries[1]!.expiry,
  )!;
  const row = all.rows.find(({ strike }) => strike === 90_000)!;
  expect(row.cells()[1]!.text).toBe((100 * point.fitVol!).toFixed(1));
  const few = fixedStrikeMatrix(study, expiries, { words, all: false });
  expect(few.rows).toHaveLength(40);
  expect(few.strikes).toBe(49);
  expect(few.rows.some(({ strike }) => strike === 100_000)).toBe(true);
});
