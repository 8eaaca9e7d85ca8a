import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { blackPrice } from '../black/black-price.ts';
import { smileVol } from '../smile.ts';
import { durrlemanG } from '../surface/durrleman.ts';
import { mixtureCoordinates, mixtureFromCoordinates } from './mixture-problem.ts';
import { type MixtureComponent, mixtureSmile } from './mixture-smile.ts';

const years = 4 / 365;
const event: readonly MixtureComponent[] = [
  { weight: 0.5, forward: 1.02, variance: 0.0009 },
  { weight: 0.3, forward: 0.97, variance: 0.0012 },
  { weight: 0.2, forward: (1 - 0.51 - 0.291) / 0.2, variance: 0.006 },
];
const number = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const mixtures = fc
  .tuple(
    number(-3, 3),
    number(-3, 3),
    number(-2, 1.5),
    number(-2, 1.5),
    number(-2, 1.5),
    number(-2, 2),
    number(-2, 2),
  )
  .map((x) => mixtureFromCoordinates(Float64Array.from(x), 0.005));

it('prices options as the weighted sum of its states', () => {
  const smile = mixtureSmile(event, years);
  for (const k of [-0.2, -0.05, -0.01, 0, 0.01, 0.03, 0.15]) {
    const right = k >= 0 ? 'call' : 'put';
    const strike = Math.exp(k);
    const sum = event.reduce(
      (total, c) =>
        total + c.weight * blackPrice(c.forward, strike, Math.sqrt(c.variance / years), years, 1, right),
      0,
    );
    expect(blackPrice(1, strike, smileVol(smile, k), years, 1, right) / sum).toBeCloseTo(1, 11);
  }
});

it('has derivatives that agree with central differences', () => {
  fc.assert(
    fc.property(mixtures, number(-0.3, 0.3), (components, k) => {
      const smile = mixtureSmile(components, years);
      const h = 1e-4;
      const { dw, d2w } = smile.jet(k);
      const slope = (smile.totalVariance(k + h) - smile.totalVariance(k - h)) / (2 * h);
      const curve = (smile.jet(k + h).dw - smile.jet(k - h).dw) / (2 * h);
      expect(Math.abs(dw - slope)).toBeLessThan(1e-5 * (1 + Math.abs(slope)));
      expect(Math.abs(d2w - curve)).toBeLessThan(1e-3 * (1 + Math.abs(curve)));
    }),
  );
});

it('is free of butterflies and finite however far out', () => {
  fc.assert(
    fc.property(mixtures, (components) => {
      const smile = mixtureSmile(components, years);
      for (let t = -8; t <= 8; t += 0.25) {
        const k = 0.01 * Math.sinh(t);
        const jet = smile.jet(k);
        expect(Number.isFinite(jet.w) && jet.w > 0).toBe(true);
        expect(durrlemanG(k, jet)).toBeGreaterThan(-1e-7);
      }
    }),
    { numRuns: 60 },
  );
});

it('draws a W before an event: highest near the money, lower on both sides, higher again in the wings', () => {
  const two: readonly MixtureComponent[] = [
    { weight: 0.5, forward: 1.03, variance: 0.0003 },
    { weight: 0.5, forward: 0.97, variance: 0.0003 },
  ];
  const smile = mixtureSmile(two, years);
  expect(smileVol(smile, 0)).toBeGreaterThan(smileVol(smile, 0.06));
  expect(smile.jet(0).d2w).toBeLessThan(0);
});

it('comes back from its fitting coordinates', () => {
  const back = mixtureFromCoordinates(mixtureCoordinates(event, 0.002)!, 0.002);
  back.forEach((c, i) => {
    expect(c.weight).toBeCloseTo(event[i]!.weight, 12);
    expect(c.forward).toBeCloseTo(event[i]!.forward, 12);
    expect(c.variance).toBeCloseTo(event[i]!.variance, 12);
  });
  expect(mixtureCoordinates(event.slice(0, 2), 0.002)).toBeNull();
});

it('refuses states that are no martingale', () => {
  expect(() => mixtureSmile([{ weight: 1, forward: 1.01, variance: 0.01 }], years)).toThrow('forwards');
});
