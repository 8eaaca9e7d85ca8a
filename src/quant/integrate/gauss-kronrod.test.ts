import { expect, it } from 'vitest';
import { integrate } from './gauss-kronrod.ts';

it('is exact for polynomials up to the rule’s degree, several at once', () => {
  const powers = [0, 3, 10, 22];
  const found = integrate((x, out) => powers.forEach((n, i) => (out[i] = x ** n)), [-1, 2], powers.length);
  for (const [i, n] of powers.entries()) {
    const exact = (2 ** (n + 1) - (-1) ** (n + 1)) / (n + 1);
    expect(found[i]! / exact - 1).toBeCloseTo(0, 13);
  }
});

it('halves panels until a feature a thousand times narrower than they are is resolved', () => {
  const width = 1e-3;
  const found = integrate((x, out) => (out[0] = width / (x * x + width * width)), [-1, 0.3, 1], 1);
  expect(found[0]).toBeCloseTo(2 * Math.atan(1 / width), 12);
});

it('gives nothing for an empty interval', () => {
  expect(integrate((_, out) => (out[0] = 1), [0.5, 0.5], 1)[0]).toBe(0);
});
