import { expect, it } from 'vitest';
import type { ConstantMaturity } from '#analytics/report.ts';
import { headline } from './headline.ts';
import { expiryFixture, reportFixture, skewFixture } from '#app/reading/report-fixture.ts';

const expiries = [
  expiryFixture(9, skewFixture(-7.9)),
  expiryFixture(23, skewFixture(-5)),
  expiryFixture(51, skewFixture(-3)),
  expiryFixture(352, skewFixture(-5.5)),
];
function at30Days(value: number, interval: readonly [number, number] | null, from = expiries) {
  const tenor: ConstantMaturity = {
    days: 30,
    atmVol: 0.4,
    riskReversal25: value / 100,
    butterfly25: null,
    riskReversal25Interval: interval && [interval[0] / 100, interval[1] / 100],
  };
  return headline(reportFixture(from, { constantMaturity: [tenor] }));
}

it('says what puts cost over calls and what the spread leaves of it', () => {
  expect(at30Days(-4.1, [-5.2, -2.9]).sentence).toBe(
    '30-day puts cost 4.1 vol points more than calls; the spread leaves between 2.9 and 5.2.',
  );
});

it('turns the sentence round when calls are dearer', () => {
  expect(at30Days(3.25, [2.1, 4.4]).sentence).toBe(
    '30-day calls cost 3.3 vol points more than puts; the spread leaves between 2.1 and 4.4.',
  );
});

it('says that a number is not distinguishable from zero when its interval straddles zero', () => {
  expect(at30Days(-1.2, [-3.1, 0.7]).sentence).toBe(
    '30-day puts cost 1.2 vol points more than calls, not distinguishable from zero after the spread (−0.7 to +3.1).',
  );
});

it('calls equal what rounds to nothing', () => {
  expect(at30Days(0.01, [-1, 1.02]).sentence).toBe(
    '30-day puts and calls cost the same; the spread leaves between −1.0 and +1.0.',
  );
});

it('gives no decimals that a wide spread does not support, and more where it is tight', () => {
  expect(at30Days(-9.4, [-16.2, -2.6]).sentence).toContain('cost 9 vol points more than calls');
  expect(at30Days(-4.123, [-4.2, -4.05]).sentence).toContain('cost 4.12 vol points');
});

it('does not invent an interval where none is known', () => {
  expect(at30Days(-4.1, null).sentence).toBe(
    '30-day puts cost 4.1 vol points more than calls; how much of that the spread leaves open is not known.',
  );
});

it('says on what the number rests and where the skew is deepest', () => {
  expect(at30Days(-4.1, [-5.2, -2.9]).basis).toBe(
    '25-delta, forward delta, interpolated between 31 JUL and 28 AUG (40 and 40 two-sided quotes). ' +
      'Skew is deepest at 9 days (−7.9) and −5.5 at 352 days.',
  );
});

it('warns when it rests on a curve that misses its quotes, and looks past such a curve for the deepest skew', () => {
  const fit = { ...expiries[0]!.fit!, rmse: 0.4, insideBidAsk: 0 };
  const missed = [...expiries.slice(0, 2), { ...expiryFixture(51, skewFixture(-80)), fit }, expiries[3]!];
  expect(at30Days(-4.1, [-5.2, -2.9], missed).basis).toBe(
    '25-delta, forward delta, interpolated between 31 JUL and 28 AUG (40 and 40 two-sided quotes). ' +
      'At 28 AUG the fitted curve misses most quotes: not to be relied on. ' +
      'Skew is deepest at 9 days (−7.9) and −5.5 at 352 days.',
  );
});

it('falls back to the expiry nearest to 30 days and says which', () => {
  const near = [expiryFixture(2, skewFixture(-1)), expiryFixture(23, skewFixture(-7.8, [-9.1, -6.6]))];
  const words = headline(reportFixture(near));
  expect(words.sentence).toBe(
    '31 JUL (23 days) puts cost 7.8 vol points more than calls; the spread leaves between 6.6 and 9.1.',
  );
  expect(words.basis).toContain('fitted on 40 two-sided quotes');
});

it('admits that nothing is known, and on how little that rests', () => {
  const words = headline(reportFixture([expiryFixture(23, { fit: null, unfitted: 'too-few-quotes' })]));
  expect(words.sentence).toBe(
    'What skew costs is not known here: no expiry has a 25-delta put and call that can be read.',
  );
  expect(words.basis).toBe('80 of 100 quotes could be used.');
});
