import * as fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { durrlemanG, logReturnDensity } from '../surface/durrleman.ts';
import { type RawSvi, rawSviDefect, rawSviSmile, sviJet, sviTotalVariance } from './raw-svi.ts';
import { sviButterfly, widenToButterflyFree } from './svi-butterfly.ts';
import { jumpWingsToRaw, naturalToRaw, rawToJumpWings, rawToNatural } from './svi-parametrisations.ts';

const VECTORS = '../shared/vectors';
const shared = existsSync(VECTORS);

function readCsv(name: string): readonly Readonly<Record<string, number>>[] {
  const [head = '', ...lines] = readFileSync(`${VECTORS}/${name}`, 'utf8').trim().split(/\r?\n/);
  const columns = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, i) => [column, Number(cells[i])]));
  });
}
function slice(row: Readonly<Record<string, number>>): RawSvi {
  return { a: row['a']!, b: row['b']!, rho: row['rho']!, m: row['m']!, sigma: row['sigma']! };
}
function expectClose(actual: number, expected: number, relative: number, scale = 0): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * (Math.abs(expected) + scale));
}

// Axel Vogt's slice: passes Lee's bound, fails Durrleman's. Gatheral and Jacquier (2012), section 3.1.
const vogt: RawSvi = { a: -0.041, b: 0.1331, rho: 0.306, m: 0.3586, sigma: 0.4153 };

const sliceArbitrary = fc
  .record({
    level: fc.double({ min: 0.0001, max: 0.5, noNaN: true }),
    b: fc.double({ min: 0.001, max: 1, noNaN: true }),
    rho: fc.double({ min: -0.97, max: 0.97, noNaN: true }),
    m: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
    sigma: fc.double({ min: 0.01, max: 1, noNaN: true }),
  })
  .map(({ level, b, rho, m, sigma }) => ({
    a: level - b * sigma * Math.sqrt(1 - rho * rho),
    b,
    rho,
    m,
    sigma,
  }));

describe('raw SVI', () => {
  it('rejects parameters that are no slice and names the reason', () => {
    expect(rawSviDefect({ ...vogt, a: -0.2 })).toBe('variance not positive');
    expect(rawSviDefect({ ...vogt, rho: 1 })).toBe('rho outside (-1, 1)');
    expect(rawSviDefect({ ...vogt, b: Number.NaN })).toBe('not finite');
    expect(() => sviTotalVariance({ ...vogt, sigma: 0 }, 0)).toThrow('sigma not positive');
    expect(() => rawSviSmile(vogt, 0)).toThrow('years');
  });

  it('has derivatives that agree with central differences', () => {
    fc.assert(
      fc.property(sliceArbitrary, fc.double({ min: -2, max: 2, noNaN: true }), (p, k) => {
        const h = 1e-4 * p.sigma;
        const w = (x: number): number => p.a + p.b * (p.rho * (x - p.m) + Math.hypot(x - p.m, p.sigma));
        const jet = sviJet(p, k);
        const scale = p.b;
        expectClose(jet.w, w(k), 1e-12, scale);
        expectClose(jet.dw, (w(k + h) - w(k - h)) / (2 * h), 1e-6, scale + 1e-6);
        expectClose(jet.d2w, (sviJet(p, k + h).dw - sviJet(p, k - h).dw) / (2 * h), 1e-6, scale / p.sigma);
      }),
    );
  });

  it('returns from natural and jump-wings parameters to the same curve', () => {
    fc.assert(
      fc.property(sliceArbitrary, fc.double({ min: 0.01, max: 3, noNaN: true }), (p, years) => {
        const natural = naturalToRaw(rawToNatural(p));
        const wings = jumpWingsToRaw(rawToJumpWings(p, years), years);
        for (const k of [-1, -0.2, 0, 0.1, 0.7]) {
          expectClose(sviJet(natural, k).w, sviJet(p, k).w, 1e-10);
          // v − ṽ cancels when the smile is lowest at the money: the width is then hardly in the five numbers.
          if (wings !== null && Math.abs(p.m + (p.rho * p.sigma) / Math.sqrt(1 - p.rho ** 2)) > 0.1 * p.sigma)
            expectClose(sviJet(wings, k).w, sviJet(p, k).w, 1e-7);
        }
      }),
    );
  });

  it('finds the butterfly in the slice of Vogt although its wings obey Lee', () => {
    const test = sviButterfly(vogt);
    expect(test.leeFree).toBe(true);
    expect(test.free).toBe(false);
    expect(test.minG).toBeCloseTo(-0.0328635735, 9);
    expect(test.kMinG).toBeCloseTo(0.8792625416, 6);
    expect(sviButterfly({ ...vogt, b: 2 }).leeFree).toBe(false);
  });

  it('widens a slice just enough to lose its butterflies', () => {
    fc.assert(
      fc.property(sliceArbitrary, (p) => {
        const wide = widenToButterflyFree(p);
        if (wide === null) return;
        expect(sviButterfly(wide).free).toBe(true);
        if (wide === p) return;
        const scale = wide.sigma / p.sigma;
        const less = { ...p, a: wide.a * 0.99, m: wide.m * 0.99, sigma: wide.sigma * 0.99 };
        expect(scale).toBeGreaterThan(1);
        expect(sviButterfly(less).minG).toBeLessThan(0);
      }),
    );
  });

  it.skipIf(!shared)('converts every reference slice to natural and jump-wings parameters', () => {
    const rows = readCsv('svi_params.csv');
    for (const row of rows) {
      const natural = rawToNatural(slice(row));
      const wings = rawToJumpWings(slice(row), row['T']!);
      expectClose(natural.delta, row['nat_Delta']!, 4e-15, Math.abs(row['a']!));
      expectClose(natural.mu, row['nat_mu']!, 4e-15, Math.abs(row['m']!));
      expectClose(natural.omega, row['nat_omega']!, 4e-15);
      expectClose(natural.zeta, row['nat_zeta']!, 4e-15);
      expectClose(wings.v, row['jw_v']!, 1e-13);
      expectClose(wings.psi, row['jw_psi']!, 1e-13, 1e-2);
      expectClose(wings.p, row['jw_p']!, 1e-13);
      expectClose(wings.c, row['jw_c']!, 1e-13);
      expectClose(wings.vTilde, row['jw_vtilde']!, 1e-12);
    }
    expect(rows.length).toBe(150);
  });

  it.skipIf(!shared)('finds the least g of every reference slice and judges it as the reference does', () => {
    for (const row of readCsv('smile_grid.csv')) {
      const test = sviButterfly(slice(row));
      expect(test.free).toBe(row['butterfly_ok'] === 1);
      expect(test.leeFree).toBe(row['lee_ok'] === 1);
      expect(test.minG).toBeLessThanOrEqual(row['gmin']! + 1e-9 * (1 + Math.abs(row['gmin']!)));
      expectClose(sviJet(slice(row), 0).w, row['w0']!, 1e-13);
    }
  });

  it.skipIf(!shared)('has the reference derivatives, g and density', () => {
    const slices = new Map(readCsv('smile_grid.csv').map((row) => [row['id']!, slice(row)]));
    for (const row of readCsv('density_grid.csv')) {
      const p = slices.get(row['slice_id']!)!;
      const k = row['k']!;
      const jet = sviJet(p, k);
      expectClose(jet.w, row['w']!, 1e-12);
      expectClose(jet.dw, row['w_prime']!, 1e-12, p.b);
      expectClose(jet.d2w, row['w_second']!, 1e-12);
      expectClose(durrlemanG(k, jet), row['g']!, 1e-12, 1);
      expectClose(logReturnDensity(k, jet), row['pdf_k']!, 1e-12, 1);
    }
  });
});
