import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { essviProblem } from '../essvi/essvi-problem.ts';
import { mixtureProblem } from '../mixture/mixture-problem.ts';
import { sviBox, sviProblem } from '../svi/svi-problem.ts';
import { plainTargets } from './curve-targets.ts';
import { type LeastSquares, levenbergMarquardt } from './levenberg-marquardt.ts';
import { observe } from './observations.ts';
import { poolAdjacentViolators } from './pool-adjacent-violators.ts';
import { simulatedChain } from './testing/simulated-chain.ts';

const observations = observe(simulatedChain('essvi', 6)[5]!.quotes)!;
const { active } = plainTargets(observations);

function expectGradient(problem: LeastSquares, x: Float64Array): void {
  const n = problem.size;
  const gradient = new Float64Array(n);
  const unused = new Float64Array(n);
  const matrix = new Float64Array(n * n);
  problem.normalEquations(x, gradient, matrix);
  const scale = Math.max(...gradient.map(Math.abs), 1);
  for (let i = 0; i < n; i++) {
    const h = 1e-5;
    const cost = (step: number): number =>
      problem.normalEquations(
        x.map((value, j) => (j === i ? value + step : value)),
        unused,
        new Float64Array(n * n),
      );
    expect(Math.abs(gradient[i]! - (cost(h) - cost(-h)) / (2 * h)) / scale).toBeLessThan(1e-5);
  }
}

it('is handed gradients that agree with central differences, hinges included', () => {
  const [lower, upper] = sviBox(observations);
  const targets = {
    ...plainTargets(observations),
    anchors: { z: [-4, 5], y: [1.1, 1.3], inv: [5, 4] },
    butterflyAt: [-2, 0.3, 2.5],
    calendar: { z: [-1, 1], w: [1.4, 0.7], sign: [1 as const, -1 as const] },
  };
  expectGradient(sviProblem(targets, lower, upper), Float64Array.of(1, 0.4, -0.6, 0.1, -0.8));
  expectGradient(
    essviProblem(targets, { centre: new Float64Array(3), inv: Float64Array.of(1, 2, 3) }),
    Float64Array.of(0.1, -0.8, -1.3),
  );
});

it('is handed premium-space gradients of mixtures that agree with central differences', () => {
  const centre = Float64Array.of(0, 0, -0.5, -0.5, 0.5, 0.4, -0.4);
  expectGradient(
    mixtureProblem(observations, active, centre),
    Float64Array.of(0.2, -0.3, -0.4, -0.2, 0.6, 0.5, -0.3),
  );
});

it('finds the bottom of the valley of Rosenbrock, and the best point of a box that leaves it out', () => {
  const rosenbrock = (lower: number, upper: number): LeastSquares => ({
    size: 2,
    lower: Float64Array.of(lower, -10),
    upper: Float64Array.of(upper, 10),
    normalEquations(p, gradient, matrix) {
      const [x = 0, y = 0] = p;
      const r1 = 10 * (y - x * x);
      const r2 = 1 - x;
      gradient.set([-20 * x * r1 - r2, 10 * r1]);
      matrix.set([400 * x * x + 1, -200 * x, -200 * x, 100]);
      return (r1 * r1 + r2 * r2) / 2;
    },
  });
  const free = levenbergMarquardt(rosenbrock(-10, 10), Float64Array.of(-1.2, 1), 100);
  expect(free.converged).toBe(true);
  expect(free.x[0]).toBeCloseTo(1, 8);
  const boxed = levenbergMarquardt(rosenbrock(-10, 0.5), Float64Array.of(-1.2, 1), 100);
  expect([...boxed.x].map((v) => Math.round(1e6 * v) / 1e6)).toEqual([0.5, 0.25]);
});

it('pools violators into the nearest non-decreasing sequence', () => {
  const number = fc.double({ min: -5, max: 5, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(number, fc.double({ min: 0.1, max: 3, noNaN: true })), { maxLength: 12 }),
      (rows) => {
        const values = Float64Array.from(rows, ([v]) => v);
        const weights = Float64Array.from(rows, ([, w]) => w);
        const pooled = poolAdjacentViolators(values, weights);
        for (let i = 1; i < pooled.length; i++) expect(pooled[i]).toBeGreaterThanOrEqual(pooled[i - 1]!);
        const sum = (v: Float64Array): number => v.reduce((total, x, i) => total + x * weights[i]!, 0);
        expect(sum(pooled)).toBeCloseTo(sum(values), 8);
      },
    ),
  );
  expect([...poolAdjacentViolators(Float64Array.of(1, 3, 2, 4), Float64Array.of(1, 1, 3, 1))]).toEqual([
    1, 2.25, 2.25, 4,
  ]);
});
