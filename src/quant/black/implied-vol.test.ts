import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ImpliedVolFailure, impliedVol } from './implied-vol.ts';

const GRID = '../shared/vectors/iv_grid.csv';
const INVALID = '../shared/vectors/iv_invalid.csv';
const EPS = 2 ** -52;
/** Regions of ordinary markets, where rule B allows 4 units; 8 elsewhere. */
const ORDINARY = new Set(['deribit', 'tick', 'odte', 'nearatm', 'itm', 'deepotm']);

function records(path: string): ReadonlyArray<Readonly<Record<string, string>>> {
  if (!existsSync(path)) return [];
  const [head = [], ...lines] = readFileSync(path, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  return lines.map((line) => Object.fromEntries(head.map((name, i) => [name, line[i] ?? ''])));
}

function invert(row: Readonly<Record<string, string>>): ReturnType<typeof impliedVol> {
  const [price, forward, strike, years, discount] = ['price', 'F', 'K', 'T', 'df'].map((name) =>
    Number(row[name]),
  );
  return impliedVol(price!, forward!, strike!, years!, discount!, row['type'] === 'C' ? 'call' : 'put');
}

describe.skipIf(!existsSync(GRID))('on the shared reference grid (skipped where it is absent)', () => {
  it('every vol is within pass rule B: a few units of 2⁻⁵² and of one ulp of the price, none of F/K', () => {
    const failures: string[] = [];
    for (const row of records(GRID)) {
      const attainable = Number(row['attain_rel']);
      if (row['region'] === 'extreme' && attainable > 1e-3) continue;
      const vol = invert(row);
      const truth = Number(row['sigma_true']);
      const units = vol.ok ? Math.abs(vol.value - truth) / truth / (EPS + attainable) : Infinity;
      if (!(units <= (ORDINARY.has(row['region'] ?? '') ? 4 : 8))) failures.push(`${row['id']}: ${units}`);
    }
    expect(failures).toEqual([]);
  });

  it('names the class of every price that has no vol, and inverts the extreme ones that have', () => {
    const reasons: Record<string, ImpliedVolFailure> = {
      below_intrinsic: 'below-intrinsic',
      zero_time_value: 'zero-time-value',
      above_max: 'above-maximum',
      invalid_input: 'invalid-input',
    };
    for (const row of records(INVALID)) {
      const vol = invert(row);
      if (row['expect'] === 'finite')
        expect(vol.ok && vol.value > 0 && vol.value < Infinity, row['note']).toBe(true);
      else expect(vol, row['note']).toEqual({ ok: false, error: reasons[row['expect'] ?? ''] });
    }
  });
});
