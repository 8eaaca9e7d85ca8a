import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Smile } from '../smile.ts';
import { normalCdf } from '../special/normal.ts';
import { flatSmile, mirrored, plainSvi } from '../testing/plain-svi.ts';
import {
  type DeltaConvention,
  type DeltaKind,
  FORWARD_DELTA,
  PREMIUM_ADJUSTED_DELTA,
  deltaNeutralStrike,
  deltaStrike,
} from './delta-strike.ts';

const SKEWED = plainSvi({ a: 0.004, b: 0.05, rho: -0.4, m: 0.02, sigma: 0.09 }, 30 / 365);

const slices = fc
  .record({
    years: fc.double({ min: 0.003, max: 2, noNaN: true }),
    vol: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
    wings: fc.double({ min: 0.02, max: 0.5, noNaN: true }),
    rho: fc.double({ min: -0.8, max: 0.8, noNaN: true }),
    width: fc.double({ min: 0.5, max: 2, noNaN: true }),
  })
  .map(({ years, vol, wings, rho, width }) => {
    const w = vol * vol * years;
    const sigma = width * Math.sqrt(w);
    const b = (wings * w) / sigma;
    return plainSvi({ a: w - b * sigma, b, rho, m: 0, sigma }, years);
  });

/** Delta's size recomputed from k and the vol at k alone, by the textbook formula. */
function deltaSize(k: number, sd: number, right: 'call' | 'put', convention: DeltaConvention): number {
  const sign = right === 'call' ? 1 : -1;
  const discount = convention.kind.startsWith('spot') ? (convention.foreignDiscount ?? Number.NaN) : 1;
  const adjusted = convention.kind.endsWith('premium-adjusted');
  const d = -k / sd + (adjusted ? -0.5 : 0.5) * sd;
  return discount * (adjusted ? Math.exp(k) : 1) * normalCdf(sign * d);
}

it('finds a strike whose delta, on the vol at that strike, is the one asked for', () => {
  const kinds: DeltaKind[] = ['forward', 'spot', 'premium-adjusted', 'spot-premium-adjusted'];
  fc.assert(
    fc.property(
      slices,
      fc.constantFrom(...kinds),
      fc.constantFrom<'call' | 'put'>('call', 'put'),
      fc.double({ min: 0.02, max: 0.45, noNaN: true }),
      (smile, kind, right, delta) => {
        const convention = { kind, foreignDiscount: 0.97 };
        const found = deltaStrike(smile, { delta, right, convention });
        if (!found.ok) {
          expect(found.error).not.toBe('not-monotone');
          return;
        }
        const { k, vol } = found.value;
        const sd = vol * Math.sqrt(smile.years);
        expect(deltaSize(k, sd, right, convention)).toBeCloseTo(delta, 12);
        expect(sd * sd).toBeCloseTo(smile.totalVariance(k), 14);
      },
    ),
    { numRuns: 400 },
  );
});

it('takes the larger of the two strikes of a premium-adjusted call', () => {
  const smile = flatSmile(0.8, 1);
  const found = deltaStrike(smile, { delta: 0.25, right: 'call', convention: PREMIUM_ADJUSTED_DELTA });
  const k = found.ok ? found.value.k : Number.NaN;
  for (let further = k + 0.01; further < k + 5; further += 0.01) {
    expect(deltaSize(further, 0.8, 'call', PREMIUM_ADJUSTED_DELTA)).toBeLessThan(0.25);
  }
  const nearer = Array.from({ length: 400 }, (_, i) => k - 0.02 * (i + 1));
  const sizes = nearer.map((at) => deltaSize(at, 0.8, 'call', PREMIUM_ADJUSTED_DELTA));
  expect(Math.max(...sizes)).toBeGreaterThan(0.25);
  expect(Math.min(...sizes)).toBeLessThan(0.25);
});

it('says that a premium-adjusted call does not exist where vol is too high for its delta', () => {
  const ask = (sd: number): unknown =>
    deltaStrike(flatSmile(sd, 1), { delta: 0.25, right: 'call', convention: PREMIUM_ADJUSTED_DELTA });
  expect(ask(1.3559)).toMatchObject({ ok: true });
  expect(ask(1.356)).toEqual({ ok: false, error: 'does-not-exist' });
});

it('says that a spot delta above the foreign discount factor does not exist', () => {
  const convention = { kind: 'spot', foreignDiscount: 0.2 } as const;
  const found = deltaStrike(SKEWED, { delta: 0.25, right: 'put', convention });
  expect(found).toEqual({ ok: false, error: 'does-not-exist' });
});

it('refuses to choose a strike on a smile whose d1 turns back', () => {
  const vogt = plainSvi({ a: -0.041, b: 0.1331, rho: 0.306, m: 0.3586, sigma: 0.4153 }, 1);
  const ask = (convention: DeltaConvention): unknown =>
    deltaStrike(vogt, { delta: 0.25, right: 'call', convention });
  expect(ask(FORWARD_DELTA)).toEqual({ ok: false, error: 'not-monotone' });
  expect(ask(PREMIUM_ADJUSTED_DELTA)).toMatchObject({ ok: true });
});

it('puts the delta-neutral straddle at k = w/2, premium-adjusted at k = −w/2', () => {
  fc.assert(
    fc.property(slices, (smile) => {
      for (const [convention, sign] of [
        [FORWARD_DELTA, 1],
        [PREMIUM_ADJUSTED_DELTA, -1],
      ] as const) {
        const found = deltaNeutralStrike(smile, convention);
        const k = found.ok ? found.value.k : Number.NaN;
        expect(k).toBeCloseTo(sign * 0.5 * smile.totalVariance(k), 13);
      }
    }),
  );
});

it('mirrors the forward straddle into the premium-adjusted one when the smile is mirrored', () => {
  const centre = deltaNeutralStrike(SKEWED, FORWARD_DELTA);
  const image = deltaNeutralStrike(mirrored(SKEWED), PREMIUM_ADJUSTED_DELTA);
  expect(centre.ok && image.ok && centre.value.k + image.value.k).toBeCloseTo(0, 15);
});

it('throws on a delta that is no size and on a spot delta without its discount factor', () => {
  expect(() => deltaStrike(SKEWED, { delta: -0.25, right: 'put', convention: FORWARD_DELTA })).toThrow(
    'delta was -0.25',
  );
  expect(() => deltaStrike(SKEWED, { delta: 0.25, right: 'put', convention: { kind: 'spot' } })).toThrow(
    'foreign discount',
  );
});

it('is not disturbed by a wing that makes no sense past the end of the distribution', () => {
  const w = 0.0004;
  const ending: Smile = {
    years: 0.01,
    totalVariance: (k) => (Math.abs(k) < 0.6 ? w : w - (Math.abs(k) - 0.6)),
    jet: (k) => ({ w: ending.totalVariance(k), dw: Math.abs(k) < 0.6 ? 0 : -Math.sign(k), d2w: 0 }),
  };
  const scaled: Smile = { ...ending, totalVariance: (k) => (k === 0 ? 0.0036 : ending.totalVariance(k)) };
  for (const right of ['call', 'put'] as const) {
    const there = deltaStrike(scaled, { delta: 0.25, right, convention: FORWARD_DELTA });
    const plain = deltaStrike(flatSmile(0.2, 0.01), { delta: 0.25, right, convention: FORWARD_DELTA });
    expect(there.ok && plain.ok && there.value.k - plain.value.k).toBeCloseTo(0, 14);
  }
});
