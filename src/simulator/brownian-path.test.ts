import { expect, it } from 'vitest';
import { DAY_MS, epochMs } from '#base/time.ts';
import { brownianAt } from './brownian-path.ts';
import { normalAt, smoothNoise, streamOf, uniformAt } from './seeded-noise.ts';

const origin = epochMs(Date.parse('2026-06-01T00:00:00Z'));
const year = 365 * DAY_MS;

function moments(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
}

it('starts at zero and is the same whatever was asked before', () => {
  const path = { stream: streamOf('a', 1), origin };
  const late = brownianAt(path, epochMs(origin + 40 * DAY_MS));
  expect(brownianAt(path, origin)).toBe(0);
  brownianAt(path, epochMs(origin - 300 * DAY_MS));
  expect(brownianAt(path, epochMs(origin + 40 * DAY_MS))).toBe(late);
});

it('has increments whose variance is the time that passed, over minutes and over months', () => {
  for (const span of [10 * 60_000, DAY_MS, 90 * DAY_MS]) {
    const steps = Array.from({ length: 1500 }, (_, i) => {
      const path = { stream: streamOf(`path ${i}`, 5), origin };
      const from = epochMs(origin + (i % 7) * 13 * DAY_MS);
      return brownianAt(path, epochMs(from + span)) - brownianAt(path, from);
    });
    const { mean, deviation } = moments(steps);
    const expected = Math.sqrt(span / year);
    expect(Math.abs(mean) / expected).toBeLessThan(0.1);
    expect(deviation / expected).toBeGreaterThan(0.93);
    expect(deviation / expected).toBeLessThan(1.07);
  }
});

it('does not jump', () => {
  const path = { stream: streamOf('smooth', 3), origin };
  for (let i = 0; i < 400; i++) {
    const at = epochMs(origin + i * 7_777_777);
    const step = brownianAt(path, epochMs(at + 1)) - brownianAt(path, at);
    expect(Math.abs(step)).toBeLessThan(1e-5);
  }
});

it('refuses an instant beyond its span', () => {
  const path = { stream: 1, origin };
  expect(() => brownianAt(path, epochMs(origin + 6 * year))).toThrow('not defined');
});

it('draws uniforms and normals that have the right mean and spread', () => {
  const uniforms = Array.from({ length: 20_000 }, (_, i) => uniformAt(17, i));
  const normals = Array.from({ length: 20_000 }, (_, i) => normalAt(17, i));
  expect(moments(uniforms).mean).toBeCloseTo(0.5, 2);
  expect(moments(uniforms).deviation).toBeCloseTo(Math.sqrt(1 / 12), 2);
  expect(Math.abs(moments(normals).mean)).toBeLessThan(0.03);
  expect(moments(normals).deviation).toBeCloseTo(1, 1);
});

it('draws other numbers for another seed, stream or counter', () => {
  const draws = new Set(
    [0, 1, 2].flatMap((seed) =>
      ['a', 'b', 'ab'].flatMap((name) =>
        [0, 1, -1, 2 ** 33, -(2 ** 33)].map((counter) => uniformAt(streamOf(name, seed), counter)),
      ),
    ),
  );
  expect(draws.size).toBe(45);
});

it('keeps smooth noise at unit size between its lattice points', () => {
  const values = Array.from({ length: 20_000 }, (_, i) => smoothNoise(9, i * 137, 1000));
  expect(moments(values).deviation).toBeGreaterThan(0.9);
  expect(moments(values).deviation).toBeLessThan(1.1);
});
