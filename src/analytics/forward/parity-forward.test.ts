import { assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parityForward } from './parity-forward.ts';
import type { ParityPair } from './parity-pairs.ts';

const strikes = Array.from({ length: 21 }, (_, i) => 80 + 2 * i);

function pairs(
  premiumUnit: ParityPair['premiumUnit'],
  difference: (strike: number, index: number) => number,
  halfSpread = 0.002,
): readonly ParityPair[] {
  return strikes.map((strike, index) => ({
    strike,
    premiumUnit,
    difference: difference(strike, index),
    halfSpread,
  }));
}

describe('parityForward', () => {
  it('finds the forward of coin premiums, where a call less a put is 1 − K/F', () => {
    const found = parityForward(
      pairs('underlying', (k) => 1 - k / 97.25),
      null,
    );
    expect(found?.forward).toBeCloseTo(97.25, 10);
    expect(found?.discount).toBe(1);
  });

  it('finds the forward of premiums in the quote currency under a known discount', () => {
    const found = parityForward(
      pairs('quote', (k) => 0.96 * (101.5 - k)),
      0.96,
    );
    expect(found?.forward).toBeCloseTo(101.5, 10);
  });

  it('finds forward and discount together where the venue states neither', () => {
    assert(
      property(
        double({ min: 85, max: 115, noNaN: true }),
        double({ min: 0.8, max: 1, noNaN: true }),
        (forward, discount) => {
          const found = parityForward(
            pairs('quote', (k) => discount * (forward - k)),
            null,
          );
          expect(found?.forward).toBeCloseTo(forward, 7);
          expect(found?.discount).toBeCloseTo(discount, 9);
        },
      ),
    );
  });

  it('is not moved by one strike whose quotes are stale', () => {
    const spoilt = pairs('quote', (k, index) => 0.97 * (100 - k) + (index === 6 ? 9 : 0));
    expect(parityForward(spoilt, null)?.forward).toBeCloseTo(100, 2);
    expect(parityForward(spoilt, null)?.discount).toBeCloseTo(0.97, 3);
    expect(parityForward(spoilt, 0.97)?.forward).toBeCloseTo(100, 10);
  });

  it('leaves strikes with wide quotes out when tight ones exist', () => {
    const wideIsWrong = strikes.map((strike): ParityPair => ({
      strike,
      premiumUnit: 'underlying',
      difference: 1 - strike / (strike > 110 ? 80 : 100),
      halfSpread: strike > 110 ? 0.2 : 0.001,
    }));
    const found = parityForward(wideIsWrong, null);
    expect(found?.forward).toBeCloseTo(100, 10);
    expect(found?.pairs).toBe(strikes.filter((k) => k <= 110).length);
  });

  it('has no answer where the spreads leave the forward open by more than 2 %', () => {
    const fair = (strike: number): number => 1 - strike / 100;
    expect(parityForward(pairs('underlying', fair, 0.019), null)?.forward).toBeCloseTo(100, 10);
    expect(parityForward(pairs('underlying', fair, 0.021), null)).toBeNull();
  });

  it('has no answer without a strike that has both rights, nor for a line that no discount factor makes', () => {
    expect(parityForward([], null)).toBeNull();
    expect(
      parityForward(
        pairs('quote', (k) => 3 * (100 - k)),
        null,
      ),
    ).toBeNull();
  });
});
