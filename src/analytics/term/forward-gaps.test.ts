import { expect, it } from 'vitest';
import { DAY_MS, epochMs } from '#base/time.ts';
import type { ExpiryReport, Interval } from '../report.ts';
import { analyseChain } from '../analyse-chain.ts';
import { syntheticChain } from '../testing/synthetic-chain.ts';
import { forwardGaps } from './forward-gaps.ts';

const strikes = Array.from({ length: 33 }, (_, i) => 60_000 + 2500 * i);
const smirk =
  (level: number) =>
  (k: number): number =>
    Math.sqrt(level ** 2 + 0.05 * (-0.3 * k + Math.sqrt(k * k + 0.04) - 0.2));
/** ATM vols at which all gaps have 50 % but the one to day 14, which has an extra move of 5 %. */
const listed = [4, 7, 14, 21, 35, 60];
const extra = 0.05 ** 2;
const levelAt = (days: number): number => Math.sqrt(0.25 + (days >= 14 ? (extra * 365) / days : 0));

const report = analyseChain(
  syntheticChain(listed.map((days) => ({ days, forward: 100_000, strikes, vol: smirk(levelAt(days)) }))),
);

it('has the report’s own forward vols, and the first expiry’s own vol before it', () => {
  const gaps = forwardGaps(report.expiries);
  expect(gaps[0]).toMatchObject({ near: null, nearYears: 0, vol: report.expiries[0]?.atmVol });
  for (const [index, gap] of gaps.entries()) {
    if (index === 0) continue;
    expect(gap.vol).toBe(report.expiries[index]?.forwardVolFromPrevious);
    expect(gap.near).toBe(report.expiries[index - 1]?.expiry);
  }
});

it('finds the one gap with an event in it, and what move it is worth', () => {
  const standing = forwardGaps(report.expiries).map((gap) => gap.standing);
  expect(standing.map((one) => one?.side ?? null)).toEqual([null, null, 'high', null, null, null]);
  expect(standing[2]?.beyondSpread).toBe(true);
  expect(standing[2]?.around).toBeCloseTo(0.5, 2);
  expect(standing[2]?.extraMove).toBeCloseTo(0.05, 2);
});

const bare = report.expiries[0];
function expiryAt(days: number, vol: number, half: number, change: Partial<ExpiryReport> = {}): ExpiryReport {
  if (bare === undefined) throw new Error('there must be an expiry');
  return {
    ...bare,
    expiry: epochMs(report.asOf + days * DAY_MS),
    years: days / 365,
    atmVol: vol,
    atmVolInterval: [vol - half, vol + half],
    ...change,
  };
}

it('leaves between the two extremes of the spreads what neither side can refuse', () => {
  const [, gap] = forwardGaps([
    expiryAt(10, 0.5, 0.01, { forwardVolFromPrevious: null }),
    expiryAt(20, 0.5, 0.01, { forwardVolFromPrevious: 0.5 }),
  ]);
  const ends: Interval = [Math.sqrt(2 * 0.49 ** 2 - 0.51 ** 2), Math.sqrt(2 * 0.51 ** 2 - 0.49 ** 2)];
  expect(gap?.interval?.[0]).toBeCloseTo(ends[0], 12);
  expect(gap?.interval?.[1]).toBeCloseTo(ends[1], 12);
});

it('flags total variance that falls, at the forward or only elsewhere on the smile', () => {
  const { fit } = expiryAt(1, 0.5, 0);
  const wings = fit && { ...fit, calendarFree: false };
  const gaps = forwardGaps([
    expiryAt(10, 0.9, 0.01),
    expiryAt(11, 0.7, 0.01, { forwardVolFromPrevious: null }),
    expiryAt(30, 0.7, 0.01, { forwardVolFromPrevious: 0.7, fit: wings }),
  ]);
  expect(gaps.map(({ flag }) => flag)).toEqual([null, 'falls-at-forward', 'falls-in-wings']);
  expect(gaps[1]).toMatchObject({ vol: null, interval: null, standing: null });
});

it('does not call an event what the spread may have made', () => {
  const wide = [0.5, 0.5, 0.53, 0.525, 0.52].map((vol, i) =>
    expiryAt(7 * (i + 1), vol, 0.05, { forwardVolFromPrevious: [null, 0.5, 0.586, 0.51, 0.5][i] ?? null }),
  );
  const { standing } = forwardGaps(wide)[2] ?? {};
  expect(standing).toMatchObject({ side: 'high', beyondSpread: false });
});

it('holds a quiet weekend against other weekends, not against the busy days beside it', () => {
  // From Wednesday noon: Thursday, Friday, Monday, Tuesday … with weekends at half the vol of weekdays.
  const days = [1, 2, 5, 6, 7, 8, 9, 12, 13];
  let variance = 0;
  let last = 0;
  const quiet = days.map((day) => {
    const vol = day - last > 2 ? 0.25 : 0.5;
    variance += vol * vol * (day - last);
    last = day;
    return expiryAt(day, Math.sqrt(variance / day), 0.001, {
      forwardVolFromPrevious: day === 1 ? null : vol,
    });
  });
  expect(forwardGaps(quiet).map(({ standing }) => standing)).toEqual(days.map(() => null));
});
