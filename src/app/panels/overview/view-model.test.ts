import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Report } from '#analytics/report.ts';
import { epochMs } from '#base/time.ts';
import { AXES, DEFAULT_SELECTION } from '#state/selection.ts';
import {
  analysedFixture,
  expiryFixture,
  pointFixture,
  reportFixture,
  skewFixture,
} from '#app/reading/report-fixture.ts';
import { drawnExpiries } from '#app/reading/drawn-expiries.ts';
import { expiryTable } from './expiry-table.ts';
import { overviewModel as modelOf } from './view-model.ts';

const overviewModel = (given: Report, selection: Parameters<typeof modelOf>[1]) =>
  modelOf(analysedFixture(given), selection);
const days = [1, 3, 9, 16, 23, 51, 79, 170, 261, 352];
const expiries = days.map((day) => expiryFixture(day, skewFixture(-day / 100)));
const report = reportFixture(expiries);
const of = (day: number) => expiries[days.indexOf(day)]!;

it('opens on a spread of expiries from a week to most of a year', () => {
  const { shown } = overviewModel(report, DEFAULT_SELECTION);
  expect(shown).toEqual([of(9), of(23), of(79), of(261)].map(({ expiry }) => expiry));
});

it('shows what was chosen and counts what this market does not list', () => {
  const chosen = [of(3).expiry, epochMs(0)];
  const model = overviewModel(report, { ...DEFAULT_SELECTION, expiries: chosen });
  expect([model.shown, model.missing]).toEqual([[of(3).expiry], 1]);
});

it('lists every expiry in the strip, the unfitted ones with their reason', () => {
  const broken = expiryFixture(2, { fit: null, unfitted: 'too-few-quotes', atmVol: null });
  const { chips } = overviewModel(reportFixture([broken, of(9)]), DEFAULT_SELECTION);
  expect(chips.map(({ label, atm, riskReversal }) => [label, atm, riskReversal])).toEqual([
    ['10 JUL', '–', '–'],
    ['17 JUL', '40.0', '−0.1'],
  ]);
  expect(chips[0]?.name).toBe('10 JUL 26, 2 days, too few two-sided quotes');
  expect(chips[1]?.name).toBe('17 JUL 26, 9 days, at the money 40.0, risk reversal −0.1 vol points');
});

it('keeps the year where two expiries would otherwise read the same', () => {
  const { chips } = overviewModel(reportFixture([of(9), expiryFixture(9 + 365), of(23)]), DEFAULT_SELECTION);
  expect(chips.map(({ label }) => label)).toEqual(['17 JUL 26', '17 JUL 27', '31 JUL']);
});

it('warns where a fitted curve misses most of its quotes', () => {
  const fit = { ...of(23).fit!, rmse: 0.62, insideBidAsk: 0.05 };
  const wide = { ...fit, insideBidAsk: 0.9 };
  const given = reportFixture([of(9), { ...of(23), fit }, { ...of(51), fit: wide }]);
  const { chips, shown } = overviewModel(given, DEFAULT_SELECTION);
  const rows = expiryTable(drawnExpiries({ report: given, lines: [] }), shown, 'forward');
  expect(rows.map(({ misfit, fitError }) => [misfit, fitError])).toEqual([
    [false, '0.20'],
    [true, '62.0'],
    [false, '62.0'],
  ]);
  expect(chips[1]?.name).toContain('; the fitted curve misses most quotes');
  expect(chips.map(({ warning }) => warning !== null)).toEqual([false, true, false]);
});

it('names the at-the-money vol of the chosen convention, and puts no forward tenors beside a straddle', () => {
  const model = overviewModel(report, { ...DEFAULT_SELECTION, atm: 'straddle' });
  expect(model.term.points[0]?.atm).toBeCloseTo(41);
  expect([model.term.atmLabel, model.term.tenors]).toEqual(['delta-neutral straddle', []]);
});

const month = expiryFixture(36.5, { quotedRange: [-0.2, 0.2] });
const smileAt = (
  axis: (typeof AXES)[number],
  points = [-0.2, -0.1, 0.1, 0.2].map((k) => pointFixture(month, k)),
) => overviewModel(reportFixture([month], { points }), { ...DEFAULT_SELECTION, axis }).smile.curves[0]!;

it('puts each quote at its place on every axis', () => {
  const put = (axis: (typeof AXES)[number]) => smileAt(axis).quotes[0]?.x;
  expect(put('strike')).toBe(Math.round(60_000 * Math.exp(-0.2)));
  expect(put('percent')).toBeCloseTo(81.8731, 4);
  expect(put('log')).toBe(-0.2);
  expect(put('moves')).toBeCloseTo(-0.2 / (0.4 * Math.sqrt(0.1)), 9);
  expect(put('delta')).toBe(0.3);
});

it('draws the fit through the report’s own values, solid as far as the quotes reach', () => {
  const curve = smileAt('log');
  for (const k of [-0.2, -0.1, 0.1, 0.2]) {
    const nearest = curve.fit.find(({ x }) => Math.abs(x - k) < 1e-9);
    expect(nearest?.vol).toBeCloseTo(100 * (0.4 + k * k), 9);
  }
  expect(curve.quotedRange).toEqual([-0.2, 0.2]);
});

it('is solid on the delta axis too where a quote lies a hair beyond the drawn line', () => {
  const wide = expiryFixture(36.5, { quotedRange: [-50, 50] });
  const { fit, quotedRange } = overviewModel(reportFixture([wide]), { ...DEFAULT_SELECTION, axis: 'delta' })
    .smile.curves[0]!;
  expect(quotedRange).toEqual([fit[0]?.x, fit.at(-1)?.x]);
});

it('leaves the in-the-money side out, and shows what no fit could use together with the reason', () => {
  const curve = smileAt('log', [
    pointFixture(month, -0.1),
    pointFixture(month, 0.1, { reason: 'in-the-money' }),
    pointFixture(month, 0.15, { reason: 'ask-only', bidVol: null, midVol: null }),
    pointFixture(month, 0.2, { reason: 'none', bidVol: null, askVol: null, midVol: null }),
  ]);
  expect(curve.quotes.map(({ standing, note, bid }) => [standing, note, bid])).toEqual([
    ['used', null, 39],
    ['left-out', 'no bid', null],
  ]);
});

it('hands nothing to a chart that is not finite', () => {
  const k = fc.double({ min: -3, max: 3, noNaN: true });
  const vol = fc.option(fc.double({ min: 0.01, max: 5, noNaN: true }));
  const point = fc
    .tuple(k, vol, vol, vol)
    .map(([at, bidVol, askVol, fitVol]) => pointFixture(month, at, { bidVol, askVol, midVol: null, fitVol }));
  fc.assert(
    fc.property(fc.array(point, { maxLength: 12 }), fc.constantFrom(...AXES), (points, axis) => {
      const curve = smileAt(axis, points);
      const numbers = [...curve.fit.flatMap(({ x, vol: y }) => [x, y]), ...curve.quotes.map(({ x }) => x)];
      expect(numbers.every(Number.isFinite)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

it('marks 25Δ and 10Δ on the smile, 10Δ only where the line is drawn', () => {
  const at = (put: number, call: number) => ({
    ...expiryFixture(9).delta25,
    putVol: 0.5,
    callVol: 0.4,
    putStrike: 60_000 * Math.exp(put),
    callStrike: 60_000 * Math.exp(call),
  });
  const nine = expiryFixture(9, { delta25: at(-0.1, 0.1), delta10: at(-0.45, 0.3) });
  const { smile } = overviewModel(reportFixture([nine]), { ...DEFAULT_SELECTION, axis: 'delta' });
  expect(smile.curves[0]?.markers.map(({ kind, right, x, vol }) => [kind, right, x, vol])).toEqual([
    ['25Δ', 'put', 0.25, 50],
    ['25Δ', 'call', 0.75, 40],
    ['10Δ', 'call', 0.9, 40],
  ]);
});
