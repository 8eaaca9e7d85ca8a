import * as fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sviTotalVariance } from '../svi/raw-svi.ts';
import { essviCalendarFree } from './essvi-calendar.ts';
import { type EssviSlice, essviFromRhoPsi, essviToRawSvi, essviTotalVariance } from './essvi-slice.ts';

const GRID = '../shared/vectors/calendar_grid.csv';

// The textbook form, kept apart from the code's.
function textbook(theta: number, rho: number, psi: number, k: number): number {
  return (theta + rho * psi * k + Math.sqrt((psi * k + theta * rho) ** 2 + theta ** 2 * (1 - rho ** 2))) / 2;
}
const number = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const sliceArbitrary = fc.tuple(number(0.001, 0.5), number(-0.95, 0.95), number(0.01, 1));

it('is the textbook curve in wing-slope coordinates, and so is its raw SVI', () => {
  fc.assert(
    fc.property(sliceArbitrary, number(-3, 3), ([theta, rho, psi], k) => {
      const slice = essviFromRhoPsi(theta, rho, psi);
      const expected = textbook(theta, rho, psi, k);
      expect(Math.abs(essviTotalVariance(slice, k) / expected - 1)).toBeLessThan(1e-11);
      expect(Math.abs(sviTotalVariance(essviToRawSvi(slice), k) / expected - 1)).toBeLessThan(1e-11);
    }),
  );
});

it('finds a dip wherever a scan of two slices sees one', () => {
  const scanDips = (a: EssviSlice, b: EssviSlice): boolean => {
    for (let t = -9; t <= 9; t += 0.05) {
      const k = 0.02 * Math.sinh(t);
      if (essviTotalVariance(b, k) < essviTotalVariance(a, k) * (1 - 1e-12)) return true;
    }
    return false;
  };
  let dips = 0;
  fc.assert(
    fc.property(sliceArbitrary, number(1, 1.5), number(1, 2), number(1, 2), ([theta, rho, psi], t, r, l) => {
      const earlier = essviFromRhoPsi(theta, rho, psi);
      const later = {
        theta: theta * t,
        slopeRight: earlier.slopeRight * r,
        slopeLeft: earlier.slopeLeft * l,
      };
      if (!scanDips(earlier, later)) return;
      dips++;
      expect(essviCalendarFree(earlier, later)).toBe(false);
    }),
    { numRuns: 300, seed: 7 },
  );
  expect(dips).toBeGreaterThan(10);
});

it.skipIf(!existsSync(GRID))('judges every reference pair as exact arithmetic does', () => {
  const [, ...lines] = readFileSync(GRID, 'utf8').trim().split(/\r?\n/);
  for (const line of lines) {
    const [t1, rho1, psi1, t2, rho2, psi2, free] = line.split(',').map(Number);
    const earlier = essviFromRhoPsi(t1!, rho1!, psi1!);
    const later = essviFromRhoPsi(t2!, rho2!, psi2!);
    expect(essviCalendarFree(earlier, later)).toBe(free === 1);
  }
  expect(lines.length).toBe(400);
});
