import { expect, it } from 'vitest';
import { normalPdf } from '../special/normal.ts';
import { flatSmile } from '../testing/plain-svi.ts';
import { EVERYWHERE, aroundQuoted, integralsOver } from './integrals-over.ts';

const SMILE = flatSmile(0.5, 0.04);

it('finds spikes that fall between its nodes: two states a hundred standard deviations apart', () => {
  const [low, high, width] = [-0.06, 0.05, 0.0011];
  const states = (k: number, out: Float64Array): void => {
    out[0] = (0.5 * (normalPdf((k - low) / width) + normalPdf((k - high) / width))) / width;
    out[1] = k * out[0];
    out[2] = k * k * out[0];
  };
  const parts = integralsOver(SMILE, states, 3, [EVERYWHERE]);
  const [mass = 0, mean = 0, square = 0] = parts?.[0] ?? [];
  expect(mass).toBeCloseTo(1, 10);
  expect(mean).toBeCloseTo((low + high) / 2, 11);
  expect(square).toBeCloseTo((low * low + high * high) / 2 + width * width, 12);
});

it('gives below, inside and above apart, adding up to the whole', () => {
  const normal = (k: number, out: Float64Array): void => {
    out[0] = normalPdf((k + 0.005) / 0.1) / 0.1;
    out[1] = k * k * out[0];
  };
  const whole = integralsOver(SMILE, normal, 2, [EVERYWHERE]);
  const parts = integralsOver(SMILE, normal, 2, aroundQuoted({ lo: -0.05, hi: 0.2 }));
  expect(parts).toHaveLength(3);
  for (const c of [0, 1]) {
    const sum = parts?.reduce((total, part) => total + part[c]!, 0) ?? Number.NaN;
    expect(sum).toBeCloseTo(whole?.[0]?.[c] ?? Number.NaN, 14);
  }
});
