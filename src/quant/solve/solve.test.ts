import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { bracketedNewton } from './bracketed-newton.ts';
import { bracketedRoot } from './bracketed-root.ts';

const roots = fc.double({ min: -0.95, max: 0.95, noNaN: true });
const steepness = fc.double({ min: 0.01, max: 200, noNaN: true });

it('finds the root of smooth steps of any steepness, rising or falling, from any start', () => {
  fc.assert(
    fc.property(roots, steepness, fc.boolean(), roots, (root, steep, rising, start) => {
      const sign = rising ? 1 : -1;
      const value = (x: number): number => sign * (Math.tanh(steep * (x - root)) + 0.1 * (x - root));
      const slope = (x: number): number => sign * (steep / Math.cosh(steep * (x - root)) ** 2 + 0.1);
      const f = (x: number): { value: number; slope: number } => ({ value: value(x), slope: slope(x) });
      expect(bracketedNewton(f, -1, 1, rising, start)).toBeCloseTo(root, 11);
      expect(bracketedRoot(value, -1, 1)).toBeCloseTo(root, 11);
    }),
  );
});

it('gets through a kink, a flat stretch and a slope that lies', () => {
  const kinked = (x: number): number => (x < 0.3 ? 1e-6 * (x - 0.3) : 5 * (x - 0.3));
  expect(bracketedRoot(kinked, -1, 1)).toBeCloseTo(0.3, 9);
  const lying = (x: number): { value: number; slope: number } => ({ value: x - 0.3, slope: -7 });
  expect(bracketedNewton(lying, -1, 1, true)).toBeCloseTo(0.3, 12);
});

it('has no root where both ends have one sign or are no numbers', () => {
  expect(bracketedRoot((x) => x * x + 1, -1, 1)).toBeNull();
  expect(bracketedRoot(() => Number.NaN, -1, 1)).toBeNull();
  expect(bracketedRoot((x) => x + 1, -1, 1)).toBe(-1);
});
