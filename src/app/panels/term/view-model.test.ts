import { describe, expect, it } from 'vitest';
import { analyseChainFrom } from '#analytics/analyse-chain.ts';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import { syntheticChain } from '#analytics/testing/synthetic-chain.ts';
import { analysedFixture, expiryFixture, reportFixture } from '#app/reading/report-fixture.ts';
import { type TermChoice, termPanelModel } from './view-model.ts';

const choice: TermChoice = { expiries: null, atm: 'forward', termLines: 'all' };

function sentenceOf(levels: readonly (readonly [days: number, vol: number])[], half = 0.002): string {
  const expiries = levels.map(([days, vol]) =>
    expiryFixture(days, { atmVol: vol, atmVolInterval: [vol - half, vol + half] }),
  );
  return termPanelModel(analysedFixture(reportFixture(expiries)), choice).headline.sentence.replaceAll(
    '\u00a0',
    ' ',
  );
}

describe('the sentence', () => {
  it('calls a rise contango and a fall backwardation, with both ends', () => {
    expect(
      sentenceOf([
        [2, 0.4],
        [30, 0.45],
        [90, 0.5],
      ]),
    ).toBe('Contango: at-the-money vol rises from 40.0 % at 10 JUL (2 days) to 50.0 % at 6 OCT (90 days).');
    expect(
      sentenceOf([
        [2, 0.8],
        [90, 0.5],
      ]),
    ).toMatch(/^Backwardation: at-the-money vol falls from 80.0 %/);
  });

  it('names the turn of a term that falls and then rises, or rises and then falls', () => {
    const trough = sentenceOf([
      [2, 0.45],
      [16, 0.37],
      [90, 0.44],
    ]);
    expect(trough).toContain(
      'then contango: at-the-money vol falls from 45.0 % at 10 JUL (2 days) to 37.0 %',
    );
    const hump = sentenceOf([
      [2, 0.3],
      [16, 0.5],
      [90, 0.4],
    ]);
    expect(hump).toMatch(/^Contango, then backwardation/);
  });

  it('calls flat what the spread cannot tell from level', () => {
    const wide = [
      [2, 0.4],
      [90, 0.42],
    ] as const;
    expect(sentenceOf(wide, 0.03)).toMatch(/^Flat after the spread/);
    expect(sentenceOf(wide, 0.002)).toMatch(/^Contango/);
  });

  it('says so when one expiry or none can be read', () => {
    expect(sentenceOf([[30, 0.4]])).toMatch(/the one expiry that can be read/);
    expect(sentenceOf([])).toMatch(/is not known here/);
  });
});

it('shows the report’s own forward vols, variance swaps and tenors', () => {
  const strikes = Array.from({ length: 33 }, (_, i) => 60_000 + 2500 * i);
  const smirk = (k: number): number => Math.sqrt(0.25 + 0.05 * (-0.3 * k + Math.sqrt(k * k + 0.04) - 0.2));
  const listed = [8, 40, 95].map((days) => ({ days, forward: 100_000, strikes, vol: smirk }));
  const analysis = analyseChainFrom(syntheticChain(listed), DEFAULT_SETTINGS, null);
  const { report } = analysis;
  const { structure, rows, tenors } = termPanelModel({ report, lines: analysis.lines }, choice);
  const inPoints = (vol: number | null): number | null => (vol === null ? null : vol * 100);
  const { expiries } = report;
  expect(structure.points.map(({ swapVol }) => swapVol)).toEqual(
    expiries.map(({ varianceSwapVol }) => inPoints(varianceSwapVol)),
  );
  const forward = expiries.map(({ forwardVolFromPrevious }) => inPoints(forwardVolFromPrevious)).slice(1);
  expect(structure.steps.slice(1).map(({ vol }) => vol)).toEqual(forward);
  expect(rows.map(({ forwardVol }) => forwardVol)).toEqual(['–', ...forward.map((vol) => vol?.toFixed(1))]);
  const month = report.constantMaturity.find(({ days }) => days === 30);
  expect(structure.tenors.find(({ days }) => days === 30)?.atm).toBe((month?.atmVol ?? Number.NaN) * 100);
  expect(tenors.find(({ days }) => days === 7)?.atm).toBe('–');
});

it('names a gap that stands out by its dates, never by what may happen in it', () => {
  const around = [0.5, 0.5, 0.9, 0.5, 0.5];
  let variance = 0;
  const expiries = around.map((forward, i) => {
    variance += forward * forward * 7;
    const vol = Math.sqrt(variance / (7 * (i + 1)));
    return expiryFixture(7 * (i + 1), {
      atmVol: vol,
      atmVolInterval: [vol - 0.002, vol + 0.002],
      forwardVolFromPrevious: i === 0 ? null : forward,
    });
  });
  const { events, headline, rows } = termPanelModel(analysedFixture(reportFixture(expiries)), choice);
  expect(events).toHaveLength(1);
  expect(events[0]?.words).toBe(
    '22 JUL to 29 JUL: forward vol 90.0 % against 50.0 % about it, worth one extra move of ±10.4 %',
  );
  expect(headline.sentence).toContain('forward vol stands out over 22 JUL to 29 JUL');
  expect(rows[2]?.tone).toBe('event');
});

it('keeps constant tenors away from a straddle’s vol, beside which they do not belong', () => {
  const report = reportFixture([expiryFixture(30)], {
    constantMaturity: [
      { days: 30, atmVol: 0.4, riskReversal25: null, butterfly25: null, riskReversal25Interval: null },
    ],
  });
  const at = (atm: TermChoice['atm']) =>
    termPanelModel(analysedFixture(report), { ...choice, atm }).structure.tenors.length;
  expect([at('forward'), at('straddle')]).toEqual([1, 0]);
});
