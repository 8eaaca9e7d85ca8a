import { describe, expect, it } from 'vitest';
import { analyseChainFrom } from '../analyse-chain.ts';
import { DEFAULT_SETTINGS } from '../analysis-settings.ts';
import { type SyntheticExpiry, syntheticChain } from '../testing/synthetic-chain.ts';
import { GRID_COLUMNS } from './delta-grid.ts';
import type { Measured } from './skew-definitions.ts';
import { skewStudy } from './skew-study.ts';

const smirk =
  (level: number) =>
  (k: number): number =>
    Math.sqrt(level ** 2 + 0.12 * (-0.35 * k + Math.sqrt(k * k + 0.04) - 0.2));

const month: SyntheticExpiry = {
  days: 30,
  forward: 100_000,
  strikes: Array.from({ length: 33 }, (_, i) => 60_000 + 2500 * i),
  vol: smirk(0.5),
};
const chain = syntheticChain([
  { ...month, days: 8, vol: smirk(0.45) },
  { ...month, days: 40 },
  { ...month, days: 60, strikes: [100_000] },
  { ...month, days: 95, forward: 101_000, vol: smirk(0.55) },
]);

const DELTAS = [0.25, 0.15, 0.1];
const conventions = ['forward', 'premium-adjusted'] as const;

describe.each(conventions)('the skew study with %s delta', (deltaConvention) => {
  const analysis = analyseChainFrom(chain, { ...DEFAULT_SETTINGS, deltaConvention }, null);
  const { report } = analysis;
  const study = skewStudy(analysis, DELTAS);

  it('has the report’s own numbers at 25 and 10 delta, to the last bit', () => {
    const fitted = report.expiries.filter(({ fit }) => fit !== null);
    expect(fitted).toHaveLength(3);
    for (const expiry of fitted) {
      const found = study.expiries.find((one) => one.expiry === expiry.expiry);
      const [at25, , at10] = found?.byDelta ?? [];
      expect(at25?.points).toEqual(expiry.delta25);
      expect(at10?.points).toEqual(expiry.delta10);
      const { riskReversal, riskReversalInterval, butterfly, butterflyInterval } = expiry.delta25;
      expect(at25?.definitions).toMatchObject({
        riskReversal: { value: riskReversal, interval: riskReversalInterval },
        butterfly: { value: butterfly, interval: butterflyInterval },
        slope: { value: expiry.skewSlope },
      });
      expect(at25?.definitions.normalisedSkew.value).toBeCloseTo(expiry.normalisedSkew ?? Number.NaN, 14);
    }
  });

  it('has an entry for each of the report’s expiries, empty where there is no smile', () => {
    expect(study.expiries.map(({ expiry }) => expiry)).toEqual(report.expiries.map(({ expiry }) => expiry));
    expect(study.expiries.map(({ byDelta }) => byDelta === null)).toEqual([false, false, true, false]);
  });

  it('has the report’s own constant tenors, and an interval for each number that has sides', () => {
    for (const [index, tenor] of report.constantMaturity.entries()) {
      const [at25] = study.tenors[index]?.byDelta ?? [];
      expect(study.tenors[index]?.days).toBe(tenor.days);
      expect(at25?.riskReversal).toEqual({
        value: tenor.riskReversal25,
        interval: tenor.riskReversal25Interval,
      });
      expect(at25?.butterfly.value).toBe(tenor.butterfly25);
    }
    const known = study.tenors.filter(({ byDelta }) => byDelta[0]?.riskReversal.value !== null);
    expect(known.map(({ days }) => days)).toEqual([14, 30, 60, 90]);
    for (const { byDelta } of known) expect(byDelta[0]?.butterfly.interval).not.toBeNull();
  });

  it('keeps the identities between definitions', () => {
    const valueOf = (measured: Measured): number => measured.value ?? Number.NaN;
    for (const { definitions: d } of study.expiries.flatMap(({ byDelta }) => byDelta ?? [])) {
      const riskReversal = valueOf(d.riskReversal);
      expect(valueOf(d.putMinusCall)).toBeCloseTo(-riskReversal, 14);
      expect(valueOf(d.putOverAtm) - valueOf(d.callOverAtm)).toBeCloseTo(-riskReversal, 14);
      expect(valueOf(d.doubledButterfly)).toBeCloseTo(2 * valueOf(d.butterfly), 14);
      expect(Math.sign(valueOf(d.normalisedSkew))).toBe(-Math.sign(valueOf(d.riskReversalOverAtm)));
      expect(valueOf(d.putCallRatio) > 1).toBe(riskReversal < 0);
    }
  });

  it('keeps every value within what its own spread leaves open', () => {
    for (const { definitions } of study.expiries.flatMap(({ byDelta }) => byDelta ?? [])) {
      for (const { value, interval } of Object.values(definitions)) {
        if (value === null || interval === null) continue;
        // Fits of the sides are their own curves: a mid may stand past an end by a hair.
        expect(value).toBeGreaterThan(interval[0] - 0.002);
        expect(value).toBeLessThan(interval[1] + 0.002);
      }
    }
  });

  it('reads a wider risk reversal further out on a smirk', () => {
    const month25 = study.expiries[1]?.byDelta?.map(({ points }) => Math.abs(points.riskReversal ?? 0)) ?? [];
    expect(month25).toHaveLength(DELTAS.length);
    expect(month25).toEqual(month25.toSorted((a, b) => a - b));
  });

  it('falls along the grid from the far put to the call side, with strikes that rise', () => {
    const cells = study.expiries[1]?.grid ?? [];
    expect(cells).toHaveLength(GRID_COLUMNS.length);
    const strikes = cells.map((cell) => cell?.strike ?? Number.NaN);
    expect(strikes).toEqual(strikes.toSorted((a, b) => a - b));
    expect(cells[GRID_COLUMNS.findIndex(({ right }) => right === 'atm')]?.vol).toBe(
      report.expiries[1]?.atmVol,
    );
    const at25 = GRID_COLUMNS.findIndex(({ right, delta }) => right === 'put' && delta === 0.25);
    expect(cells[at25]?.vol).toBe(report.expiries[1]?.delta25.putVol);
  });

  it('takes the strip’s skewness from listed quotes: negative on a smirk, none where two strikes are listed', () => {
    expect(study.expiries[1]?.strip?.skewness).toBeLessThan(-0.1);
    expect(study.expiries[1]?.strip?.options).toBeGreaterThan(10);
    expect(study.expiries[2]?.strip).toBeNull();
  });
});
