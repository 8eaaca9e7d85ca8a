import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Smile } from '../smile.ts';
import { plainSvi } from '../testing/plain-svi.ts';
import { bkmMoments } from '../variance/bkm-moments.ts';
import { varianceSwap } from '../variance/variance-swap.ts';
import { densityAt } from './density.ts';
import { densityMoments } from './moments.ts';
import { densityQuantile } from './quantile.ts';

const FOLDER = '../shared/vectors';
const present = existsSync(`${FOLDER}/density_grid.csv`);

type Row = ReadonlyMap<string, string>;

function table(name: string): Row[] {
  const [head = '', ...lines] = readFileSync(`${FOLDER}/${name}`, 'utf8').trim().split('\n');
  const columns = head.split(',');
  return lines.map((line) => new Map(line.split(',').map((cell, i) => [columns[i] ?? '', cell])));
}

/** Empty and complex entries (the truncated series of some heavy wings) are null. */
function numberIn(row: Row, column: string): number | null {
  const text = row.get(column) ?? '';
  return text === '' || Number.isNaN(Number(text)) ? null : Number(text);
}

function sliceOf(row: Row): Smile {
  const [a = 0, b = 0, rho = 0, m = 0, sigma = 0, years = 0] = ['a', 'b', 'rho', 'm', 'sigma', 'T'].map((c) =>
    Number(row.get(c)),
  );
  return plainSvi({ a, b, rho, m, sigma }, years);
}

describe.skipIf(!present)(
  'on the shared smile and density grids (skipped where ../shared/vectors is absent)',
  () => {
    const slices = present ? table('smile_grid.csv') : [];
    const smiles = new Map(slices.map((row) => [row.get('id') ?? '', sliceOf(row)]));

    it('has density and distribution to 1e-12, relative, and finds its way back from probability to strike', () => {
      let [worst, worstStrike, points] = [0, 0, 0];
      for (const row of table('density_grid.csv')) {
        const smile = smiles.get(row.get('slice_id') ?? '');
        const k = numberIn(row, 'k') ?? Number.NaN;
        const cdf = numberIn(row, 'cdf_k') ?? Number.NaN;
        if (smile === undefined) throw new Error('a density row without a slice');
        const { pdf, below, above } = densityAt(smile, k);
        worst = Math.max(
          worst,
          Math.abs(pdf / (numberIn(row, 'pdf_k') ?? Number.NaN) - 1),
          Math.abs(below / cdf - 1),
          Math.abs(above - (1 - cdf)),
        );
        const back = densityQuantile(smile, cdf, null);
        if (back.ok) worstStrike = Math.max(worstStrike, (Math.abs(back.value.k - k) * pdf) / cdf);
        points += back.ok ? 1 : 0;
      }
      expect(worst).toBeLessThan(1e-13);
      expect(worstStrike).toBeLessThan(1e-13);
      expect(points).toBeGreaterThan(1_000);
    });

    it('has mean, variance, skewness, kurtosis and the variance swap to 1e-12 in spite of heavy wings, and refuses arbitrage', () => {
      let worst = 0;
      let refused = 0;
      for (const row of slices) {
        const smile = smiles.get(row.get('id') ?? '');
        if (smile === undefined) throw new Error('a slice without a smile');
        const moments = densityMoments(smile, null);
        const swap = varianceSwap(smile, null);
        expect(moments.ok).toBe(numberIn(row, 'rn_var') !== null);
        if (!moments.ok || !swap.ok) {
          refused++;
          continue;
        }
        const { mean, variance, skewness, kurtosis, raw, forward } = moments.value;
        for (const [value, column] of [
          [mean, 'E_k'],
          [variance, 'rn_var'],
          [skewness, 'rn_skew'],
          [kurtosis, 'rn_kurt'],
          [raw[2], 'bkm_V'],
          [raw[3], 'bkm_W'],
          [raw[4], 'bkm_X'],
          [swap.value.totalVariance, 'vs_total'],
          [swap.value.vol, 'vs_vol'],
          [densityAt(smile, 0).above, 'prob_above_F'],
        ] as const) {
          const expected = numberIn(row, column) ?? Number.NaN;
          worst = Math.max(worst, Math.abs(value - expected) / Math.max(Math.abs(expected), 1e-3));
        }
        worst = Math.max(worst, Math.abs(raw[0] - 1), Math.abs(forward - 1));
      }
      expect(worst).toBeLessThan(1e-12);
      expect(refused).toBe(37);
    });

    it('has the published truncated series, and a reason where the series leaves no variance', () => {
      let worst = 0;
      for (const row of slices.filter((slice) => numberIn(slice, 'rn_var') !== null)) {
        const found = bkmMoments(
          smiles.get(row.get('id') ?? '') ?? plainSvi({ a: 0, b: 0, rho: 0, m: 0, sigma: 1 }, 1),
        );
        const skewness = numberIn(row, 'bkm_skew');
        expect(found.ok).toBe(skewness !== null);
        if (!found.ok || skewness === null) continue;
        for (const [value, expected] of [
          [found.value.mean, numberIn(row, 'bkm_mu')],
          [found.value.skewness, skewness],
          [found.value.kurtosis, numberIn(row, 'bkm_kurt')],
        ] as const) {
          worst = Math.max(worst, Math.abs(value / (expected ?? Number.NaN) - 1));
        }
      }
      expect(worst).toBeLessThan(1e-9);
    });
  },
);
