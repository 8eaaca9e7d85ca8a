import { describe, expect, it } from 'vitest';
import type { Smile } from '#quant/smile.ts';
import { blackPrice } from './black-price.ts';
import {
  type SmileOption,
  minimumVarianceDelta,
  minimumVarianceVega,
  stickyDeltaDelta,
  stickyDeltaVega,
  stickyStrikeDelta,
  stickyStrikeVega,
} from './smile-greeks.ts';

const years = 0.25;
/** A parabola in k for the vol; the shape in deviations of `level` stays when the level moves. */
const vol = (k: number, level = 0.6): number => {
  const z = k / (level * Math.sqrt(years));
  return level * (1 - 0.06 * z + 0.03 * z * z);
};
const smile: Smile = {
  years,
  totalVariance: (k) => vol(k) ** 2 * years,
  jet: (k) => {
    const h = 1e-4;
    const [down, here, up] = [k - h, k, k + h].map((at) => vol(at) ** 2 * years) as [number, number, number];
    return { w: here, dw: (up - down) / (2 * h), d2w: (up - 2 * here + down) / (h * h) };
  },
};
const options: readonly SmileOption[] = [70, 90, 100, 115, 160].flatMap((strike) =>
  (['call', 'put'] as const).map((right) => ({ smile, forward: 100, strike, discount: 0.99, right })),
);

/** Central difference in the forward with the vol of the strike given by `volAt`. */
function difference(option: SmileOption, volAt: (forward: number) => number): number {
  const price = (forward: number): number =>
    blackPrice(forward, option.strike, volAt(forward), years, option.discount, option.right);
  return (price(100.01) - price(99.99)) / 0.02;
}

describe('deltas on a smile', () => {
  it('sticky strike holds the vol of the strike', () => {
    for (const option of options) {
      const here = vol(Math.log(option.strike / 100));
      expect(stickyStrikeDelta(option)).toBeCloseTo(
        difference(option, () => here),
        7,
      );
    }
  });

  it('sticky delta carries the smile along with the forward', () => {
    for (const option of options) {
      expect(stickyDeltaDelta(option)).toBeCloseTo(
        difference(option, (forward) => vol(Math.log(option.strike / forward))),
        6,
      );
    }
  });

  it('minimum variance moves the at-the-money vol by the stickiness times its slope', () => {
    for (const stickiness of [1.4, 2]) {
      for (const option of options) {
        const k = Math.log(option.strike / 100);
        const slope = (vol(k + 1e-5) - vol(k - 1e-5)) / 2e-5;
        const moved = (forward: number): number =>
          vol(k) + (stickiness - 1) * slope * Math.log(forward / 100);
        expect(minimumVarianceDelta(option, stickiness)).toBeCloseTo(difference(option, moved), 6);
      }
    }
  });

  it('lie in order of stickiness where the smile falls', () => {
    const put = options[1]!;
    expect(stickyDeltaDelta(put)).toBeGreaterThan(stickyStrikeDelta(put));
    expect(stickyStrikeDelta(put)).toBeGreaterThan(minimumVarianceDelta(put));
  });
});

describe('vegas on a smile', () => {
  const bump = (option: SmileOption, volAt: (shift: number) => number): number => {
    const price = (shift: number): number =>
      blackPrice(100, option.strike, volAt(shift), years, option.discount, option.right);
    return (price(1e-4) - price(-1e-4)) / 2e-4;
  };

  it('sticky strike shifts the whole smile in parallel', () => {
    for (const option of options) {
      const here = vol(Math.log(option.strike / 100));
      expect(stickyStrikeVega(option)).toBeCloseTo(
        bump(option, (shift) => here + shift),
        4,
      );
    }
  });

  it('sticky delta lifts the level and keeps the shape in deviations', () => {
    for (const option of options) {
      const k = Math.log(option.strike / 100);
      expect(stickyDeltaVega(option)).toBeCloseTo(
        bump(option, (shift) => vol(k, 0.6 + shift)),
        4,
      );
    }
  });

  it('minimum variance leaves the part that the forward does not explain', () => {
    const option = options[0]!;
    // slope at the money −0.06·0.6/(0.6·√T) = −0.12, doubled: −0.24 of vol per unit of ln F against a vol of vol of 0.8·…
    const correlation = (2 * -0.12) / 0.8;
    expect(minimumVarianceVega(option, 0.8)).toBeCloseTo(stickyDeltaVega(option) * (1 - correlation ** 2), 6);
    expect(minimumVarianceVega(option, 0.1)).toBeCloseTo(0, 12);
  });
});
