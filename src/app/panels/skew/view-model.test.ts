import { describe, expect, it } from 'vitest';
import type { ExpiryReport, Report } from '#analytics/report.ts';
import { analyseChainFrom } from '#analytics/analyse-chain.ts';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import { skewStudy } from '#analytics/skew/skew-study.ts';
import { syntheticChain } from '#analytics/testing/synthetic-chain.ts';
import { analysedFixture, expiryFixture, reportFixture, skewFixture } from '#app/reading/report-fixture.ts';
import { type SkewChoice, skewModel } from './view-model.ts';

const choice: SkewChoice = { expiries: null, wing: '25', grid: 'over-atm', translated: null };

const modelOf = (report: Report, change: Partial<SkewChoice> = {}) =>
  skewModel(analysedFixture(report), null, { ...choice, ...change });

const sentenceOf = (expiries: readonly ExpiryReport[]): string =>
  modelOf(reportFixture(expiries)).headline.sentence;

const puts = skewFixture(-4, [-6, -2]);
const zero = skewFixture(-1, [-3, 1]);
const calls = skewFixture(3, [1, 5]);

describe('the sentence', () => {
  it('counts where the spread leaves puts dearer, and gives the expiry nearest to 30 days', () => {
    expect(sentenceOf([expiryFixture(1, zero), expiryFixture(23, puts), expiryFixture(80, puts)])).toBe(
      '25Δ puts are dearer than calls at 2 of 3 expiries after the spread; 31 JUL (23 days): −4.0 vol points (−6.0 to −2.0).',
    );
  });

  it('never calls one side dearer where zero lies inside every spread', () => {
    expect(sentenceOf([expiryFixture(23, zero)])).toBe(
      'After the spread neither 25Δ puts nor calls are dearer at any of 1 expiry; 31 JUL (23 days): −1.0 vol points (−3.0 to +1.0).',
    );
  });

  it('names both sides where the sign turns along the term', () => {
    expect(sentenceOf([expiryFixture(5, calls), expiryFixture(23, puts)])).toContain(
      '25Δ puts are dearer than calls at 1 of 2 expiries and calls than puts at 1 after the spread',
    );
  });

  it('says so when nothing can be read', () => {
    expect(sentenceOf([expiryFixture(23, { fit: null, unfitted: 'too-few-quotes' })])).toBe(
      'Skew is not known here: no expiry has a 25-delta put and call that can be read.',
    );
  });
});

it('answers for each expiry whether it can be told from zero, and why where it cannot', () => {
  const { verdicts } = modelOf(
    reportFixture([
      expiryFixture(1, skewFixture(-0.02, [-0.03, -0.001])),
      expiryFixture(5, zero),
      expiryFixture(23, puts),
      expiryFixture(50, skewFixture(-2)),
      expiryFixture(80, { fit: null, unfitted: 'too-few-quotes' }),
    ]),
  );
  expect(
    verdicts.expiries.map(
      ({ riskReversal, absence }) => absence ?? riskReversal.verdict.answer + riskReversal.verdict.least,
    ),
  ).toEqual([
    'barely: puts dearer',
    'no: zero lies inside the spread',
    'yes: puts dearer by at least 2.0',
    'not known: one side of the spread is missing',
    'too few two-sided quotes',
  ]);
});

describe('on a fitted market', () => {
  const smirk = (k: number): number => Math.sqrt(0.25 + 0.12 * (-0.35 * k + Math.sqrt(k * k + 0.04) - 0.2));
  const strikes = Array.from({ length: 33 }, (_, i) => 60_000 + 2500 * i);
  const listed = [8, 40, 95].map((days) => ({ days, forward: 100_000, strikes, vol: smirk }));
  const analysis = analyseChainFrom(syntheticChain(listed), DEFAULT_SETTINGS, null);
  const { report } = analysis;
  const study = skewStudy(analysis, [0.25, 0.15, 0.1]);
  const analysed = { ...analysedFixture(report), lines: analysis.lines };
  const at = (change: Partial<SkewChoice>) => skewModel(analysed, study, { ...choice, ...change });

  it('draws the report’s own numbers at 25 and 10 delta, tenors too', () => {
    for (const [wing, which] of [
      ['25', 'delta25'],
      ['10', 'delta10'],
    ] as const) {
      const { riskReversal, butterfly } = at({ wing }).pictures;
      for (const [index, expiry] of report.expiries.entries()) {
        expect(riskReversal.points[index]?.value).toBe((expiry[which].riskReversal ?? Number.NaN) * 100);
        expect(butterfly.points[index]?.value).toBe((expiry[which].butterfly ?? Number.NaN) * 100);
      }
    }
    const tenor = report.constantMaturity.find(({ days }) => days === 30);
    expect(at({}).pictures.riskReversal.tenors.find(({ days }) => days === 30)?.value).toBe(
      (tenor?.riskReversal25 ?? Number.NaN) * 100,
    );
  });

  it('holds the report’s vols in the grid, as vols or over the vol at the forward', () => {
    const { rows, columns } = at({ grid: 'vol' }).grid;
    const over = at({}).grid;
    const put = columns.findIndex(({ name }) => name === '25Δ put');
    const atm = columns.findIndex(({ side }) => side === 'atm');
    for (const [index, { delta25, atmVol }] of report.expiries.entries()) {
      expect(rows[index]?.cells[put]?.value).toBe((delta25.putVol ?? Number.NaN) * 100);
      expect(rows[index]?.cells[atm]?.value).toBe((atmVol ?? Number.NaN) * 100);
      expect(over.rows[index]?.cells[atm]?.value).toBe(0);
    }
  });

  it('reads 15 delta between 10 and 25', () => {
    const [at10, at15, at25] = (['10', '15', '25'] as const).map(
      (wing) => at({ wing }).pictures.riskReversal.points[1]?.value ?? Number.NaN,
    );
    expect(at15).toBeLessThan(at25 ?? Number.NaN);
    expect(at15).toBeGreaterThan(at10 ?? Number.NaN);
  });

  it('translates the chosen expiry, and the one nearest to 30 days when none is chosen', () => {
    expect(at({}).translator.heading).toBe('17 AUG (40 days)');
    const last = report.expiries.at(-1);
    const { heading, lines } = at({ translated: last?.expiry ?? null }).translator;
    expect(heading).toBe('11 OCT (95 days)');
    const slope = lines.find(({ definition }) => definition.id === 'slope');
    expect(slope?.value).toBe(((last?.skewSlope ?? 0) * 100).toFixed(1).replace('-', '−'));
  });

  it('gives every line a formula, a sign and what it is not, and no smile’s slope to a tenor', () => {
    const { lines, across } = at({ wing: '15' }).translator;
    expect(lines).toHaveLength(15);
    for (const { definition, value } of lines) {
      expect(definition.formula.length, definition.name).toBeGreaterThan(8);
      expect(definition.isNot).toMatch(/^Not /);
      expect(JSON.stringify(definition)).not.toMatch(/[{](put|call|delta)[}]/);
      expect(value).toMatch(/\d/);
    }
    const month = across.findIndex(({ label }) => label === '30D');
    const texts = Object.fromEntries(lines.map(({ definition, across: all }) => [definition.id, all[month]]));
    expect(texts['riskReversal']).toMatch(/\d/);
    expect(texts['slope']).toBe('–');
  });
});
