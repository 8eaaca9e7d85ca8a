import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { cubicSpline } from './cubic-spline.ts';

const spread = (n: number) => Array.from({ length: n }, (_, i) => -1 + (2 * i) / (n - 1));

it('passes through its knots', () => {
  const gap = fc.double({ min: 0.01, max: 2, noNaN: true });
  const y = fc.double({ min: 0.05, max: 3, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(gap, y), { minLength: 2, maxLength: 30 }), (steps) => {
      let x = -1;
      const knots = steps.map(([step, height]) => ({ x: (x += step), y: height }));
      const curve = cubicSpline(knots);
      for (const knot of knots) expect(curve(knot.x)).toBeCloseTo(knot.y, 9);
    }),
    { numRuns: 100 },
  );
});

it('draws a straight line straight', () => {
  const curve = cubicSpline([0, 1, 3, 7].map((x) => ({ x, y: 2 * x - 5 })));
  for (const x of [0.5, 2, 4.25, 6.9]) expect(curve(x)).toBeCloseTo(2 * x - 5, 12);
});

it('follows a smile between strikes to a hundredth of a vol point', () => {
  const smile = (k: number) => Math.sqrt(0.04 + 0.1 * (-0.3 * k + Math.sqrt(k * k + 0.04)));
  const curve = cubicSpline(spread(21).map((k) => ({ x: k, y: smile(k) })));
  const worst = Math.max(...spread(401).map((k) => Math.abs(curve(k) - smile(k))));
  expect(worst).toBeLessThan(1e-4);
});
