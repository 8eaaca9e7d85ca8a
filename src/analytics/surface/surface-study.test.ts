import { expect, it } from 'vitest';
import { smileVol } from '#quant/smile.ts';
import { analyseChainFrom } from '../analyse-chain.ts';
import { DEFAULT_SETTINGS } from '../analysis-settings.ts';
import { syntheticChain, withQuotes } from '../testing/synthetic-chain.ts';
import { type SurfacePillar, surfaceGrid } from './surface-grid.ts';
import { surfaceStudy } from './surface-study.ts';

const strikes = Array.from({ length: 33 }, (_, i) => 60_000 + 2500 * i);
const vol = (k: number): number => 0.5 - 0.1 * Math.tanh(2 * k);
const listed = [7, 30, 90].map((days) => ({ days, forward: 100_000 + 50 * days, strikes, vol }));
const chain = withQuotes(syntheticChain(listed), ({ instrument }) => ({
  openInterest: instrument.right === 'put' ? 3 : 2,
}));
const analysis = analyseChainFrom(chain, DEFAULT_SETTINGS, null);

function flatPillar(years: number, flat: number): SurfacePillar {
  const w = flat * flat * years;
  return {
    smile: { years, totalVariance: () => w, jet: () => ({ w, dw: 0, d2w: 0 }) },
    quotedRange: [-0.2, 0.2],
  };
}

it('passes through every listed expiry with the report’s own vols', () => {
  const { grid } = surfaceStudy(analysis, 'log');
  for (const { fit } of analysis.smiles) {
    const row = grid!.rows[grid!.years.indexOf(fit!.smile.years)]!;
    for (const node of row.filter((one) => one.vol !== null))
      expect(node.vol).toBeCloseTo(smileVol(fit!.smile, node.k!), 12);
  }
});

it('has every listed strike once, out of the money, with the report’s vols and the interest of put and call', () => {
  const { points } = surfaceStudy(analysis, 'moves');
  expect(points).toHaveLength(3 * strikes.length);
  const byName = new Map(analysis.report.points.map((point) => [point.instrument, point]));
  for (const point of points) {
    const reported = byName.get(point.instrument)!;
    expect(point.fitVol).toBe(reported.fitVol);
    expect(point.midVol).toBe(reported.midVol);
    expect(point.openInterest).toBe(5);
    expect(point.right).toBe(point.k <= 0 ? 'put' : 'call');
    if (point.residual !== null) expect(point.residual).toBeCloseTo(point.midVol! - point.fitVol!, 14);
  }
});

it('places the same log-strike where each axis says', () => {
  for (const { fit } of analysis.smiles) {
    const sd = Math.sqrt(fit!.smile.totalVariance(0));
    const row = (axis: 'log' | 'moves' | 'delta') => {
      const { grid } = surfaceStudy(analysis, axis);
      return { places: grid!.places, nodes: grid!.rows[grid!.years.indexOf(fit!.smile.years)]! };
    };
    const moves = row('moves');
    moves.nodes.forEach(({ k }, i) => {
      if (k !== null) expect(k).toBeCloseTo(moves.places[i]! * sd, 12);
    });
    const delta = row('delta');
    const middle = delta.nodes[45]!;
    expect(delta.places[45]).toBeCloseTo(0.5, 12);
    expect(middle.k).toBeCloseTo(0.5 * fit!.smile.totalVariance(middle.k!), 3);
  }
});

it('marks what lies beyond the quotes', () => {
  const { grid } = surfaceStudy(analysis, 'log');
  const { fit, quotedRange } = analysis.smiles[1]!;
  const row = grid!.rows[grid!.years.indexOf(fit!.smile.years)]!;
  for (const { k, extrapolated } of row)
    if (k !== null) expect(extrapolated).toBe(k < quotedRange![0] || k > quotedRange![1]);
});

it('is flat everywhere and fails nowhere where one vol prices everything', () => {
  const grid = surfaceGrid([flatPillar(0.1, 0.5), flatPillar(0.4, 0.5)], 'moves', 'forward')!;
  const nodes = grid.rows.flat().filter(({ vol: at }) => at !== null);
  expect(nodes.length).toBeGreaterThan(1000);
  for (const node of nodes) {
    expect(node.vol).toBeCloseTo(0.5, 12);
    expect(node.localVol).toBeCloseTo(0.5, 6);
    expect(node.fails).toBeNull();
  }
});

it('shows where total variance falls with time, and gives no local vol there', () => {
  const grid = surfaceGrid([flatPillar(0.1, 0.9), flatPillar(0.12, 0.5)], 'log', 'forward')!;
  const later = grid.rows
    .slice(1)
    .flat()
    .filter(({ vol: at }) => at !== null);
  expect(later.every(({ fails }) => fails === 'calendar')).toBe(true);
  expect(grid.rows[3]!.every(({ localVol: at }) => at === null)).toBe(true);
});

it('shows where a density is below zero', () => {
  const raw = { a: -0.041, b: 0.1331, rho: 0.306, m: 0.3586, sigma: 0.4153 };
  const jet = (k: number) => {
    const y = k - raw.m;
    const root = Math.sqrt(y * y + raw.sigma * raw.sigma);
    return {
      w: raw.a + raw.b * (raw.rho * y + root),
      dw: raw.b * (raw.rho + y / root),
      d2w: (raw.b * raw.sigma * raw.sigma) / root ** 3,
    };
  };
  const vogt: SurfacePillar = {
    smile: { years: 1, totalVariance: (k) => jet(k).w, jet },
    quotedRange: [-1, 1],
  };
  const grid = surfaceGrid([vogt], 'log', 'forward')!;
  const failing = grid.rows[0]!.filter(({ fails }) => fails === 'butterfly').map(({ k }) => k!);
  expect(failing.length).toBeGreaterThan(2);
  expect(Math.min(...failing)).toBeGreaterThan(0.6);
  expect(Math.max(...failing)).toBeLessThan(1.3);
});

it('keeps the listed strikes but has no surface where nothing is fitted', () => {
  const unfitted = analysis.smiles.map((smile) => ({ ...smile, fit: null, quotedRange: null }));
  const { grid, points } = surfaceStudy({ ...analysis, smiles: unfitted }, 'log');
  expect(grid).toBeNull();
  expect(points).toHaveLength(3 * strikes.length);
});
