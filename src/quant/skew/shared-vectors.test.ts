import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Smile } from '../smile.ts';
import { plainSvi } from '../testing/plain-svi.ts';
import { FORWARD_DELTA, PREMIUM_ADJUSTED_DELTA, deltaNeutralStrike } from './delta-strike.ts';
import { atmForwardVol, deltaSkew, normalisedSkew } from './delta-skew.ts';
import { smileShape } from './smile-shape.ts';

const FOLDER = '../shared/vectors';
const present = existsSync(`${FOLDER}/smile_grid.csv`);

type Row = Readonly<Record<string, string>>;

function table(name: string): Row[] {
  const [head = '', ...lines] = readFileSync(`${FOLDER}/${name}`, 'utf8').trim().split('\n');
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name_, i) => [name_, cells[i] ?? '']));
  });
}

function numberIn(row: Row, column: string): number | null {
  const text = row[column];
  return text === undefined || text === '' ? null : Number(text);
}

function sliceOf(row: Row): Smile {
  const [a, b, rho, m, sigma, years] = ['a', 'b', 'rho', 'm', 'sigma', 'T'].map((c) => Number(row[c]));
  return plainSvi({ a: a!, b: b!, rho: rho!, m: m!, sigma: sigma! }, years!);
}

const CONVENTIONS = [
  ['fwd', FORWARD_DELTA],
  ['pa', PREMIUM_ADJUSTED_DELTA],
] as const;

describe.skipIf(!present)('on the shared smile grid (skipped where ../shared/vectors is absent)', () => {
  const rows = present ? table('smile_grid.csv') : [];

  it('finds every delta strike to 1e-12 and its vol to 1e-13, and gives a reason where the grid has no number', () => {
    const worst = { strike: 0, vol: 0, numbers: 0, reasons: 0 };
    for (const row of rows) {
      const smile = sliceOf(row);
      for (const [name, convention] of CONVENTIONS) {
        const points = [
          [`dns_${name}`, deltaNeutralStrike(smile, convention)] as const,
          ...[10, 25].flatMap((percent) => {
            const skew = deltaSkew(smile, { delta: percent / 100, convention, centre: 'delta-neutral' });
            return [[`${percent}C_${name}`, skew.call] as const, [`${percent}P_${name}`, skew.put] as const];
          }),
        ];
        for (const [column, point] of points) {
          const strike = numberIn(row, `K${column.startsWith('dns') ? '_' : ''}${column}`);
          const vol = numberIn(row, `vol${column.startsWith('dns') ? '_' : ''}${column}`);
          expect([row['id'], column, point.ok]).toEqual([row['id'], column, strike !== null]);
          if (!point.ok || strike === null || vol === null) {
            worst.reasons++;
            continue;
          }
          worst.numbers++;
          worst.strike = Math.max(
            worst.strike,
            Math.abs((Number(row['F']) * Math.exp(point.value.k)) / strike - 1),
          );
          worst.vol = Math.max(worst.vol, Math.abs(point.value.vol - vol));
        }
      }
    }
    expect(worst.numbers).toBeGreaterThan(1_400);
    expect(worst.strike).toBeLessThan(1e-12);
    expect(worst.vol).toBeLessThan(1e-13);
  });

  it('agrees on risk reversals, butterflies, normalised skew, level and slope to 1e-12', () => {
    let worst = 0;
    const against = (value: number, expected: number | null): void => {
      if (expected !== null) worst = Math.max(worst, Math.abs(value - expected));
    };
    for (const row of rows) {
      const smile = sliceOf(row);
      against(atmForwardVol(smile), numberIn(row, 'vol_atmf'));
      against(smileShape(smile).slope, numberIn(row, 'skew_dvol_dk'));
      const mixon = normalisedSkew(smile, FORWARD_DELTA);
      expect(mixon.ok).toBe(numberIn(row, 'mixon') !== null);
      if (mixon.ok) against(mixon.value, numberIn(row, 'mixon'));
      for (const [name, convention] of CONVENTIONS) {
        for (const percent of [10, 25]) {
          const skew = deltaSkew(smile, { delta: percent / 100, convention, centre: 'delta-neutral' });
          const expected = numberIn(row, `RR${percent}_${name}`);
          if (expected !== null) expect(skew.riskReversal.ok).toBe(true);
          if (skew.riskReversal.ok) against(skew.riskReversal.value, expected);
          if (skew.butterfly.ok) against(skew.butterfly.value, numberIn(row, `BF${percent}_${name}`));
        }
      }
    }
    expect(worst).toBeLessThan(1e-12);
  });
});
