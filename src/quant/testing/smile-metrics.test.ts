import { expect, it } from 'vitest';
import { densityAt } from '../density/density.ts';
import { densityMoments } from '../density/moments.ts';
import {
  FORWARD_DELTA,
  PREMIUM_ADJUSTED_DELTA,
  deltaNeutralStrike,
  deltaStrike,
} from '../skew/delta-strike.ts';
import { varianceSwap } from '../variance/variance-swap.ts';
import { plainSvi } from './plain-svi.ts';
// Made in high precision by bench/smile-metrics-reference.py.
import reference from './smile-metrics.reference.json' with { type: 'json' };

const CONVENTIONS = { forward: FORWARD_DELTA, adjusted: PREMIUM_ADJUSTED_DELTA } as const;

/** Finds the strike that a name of the reference set asks for, such as `put10_adjusted`. */
function strikeNamed(smile: ReturnType<typeof plainSvi>, name: string): ReturnType<typeof deltaStrike> {
  const [, what = '', percent = '', which = ''] = /^(dns|put|call)(\d*)_(forward|adjusted)$/.exec(name) ?? [];
  const convention = CONVENTIONS[which === 'forward' ? 'forward' : 'adjusted'];
  if (what === 'dns') return deltaNeutralStrike(smile, convention);
  return deltaStrike(smile, {
    delta: Number(percent) / 100,
    right: what === 'put' ? 'put' : 'call',
    convention,
  });
}

for (const { slice, strikes, density, moments } of reference) {
  const smile = plainSvi(slice, slice.years);
  const days = Math.round(365 * slice.years);

  it(`finds every delta strike of the ${days}-day slice to 1e-13 and its vol to 1e-14`, () => {
    const names = Object.entries(strikes);
    expect(names).toHaveLength(14);
    for (const [name, expected] of names) {
      const found = strikeNamed(smile, name);
      if (!found.ok) throw new Error(`${name}: ${found.error}`);
      expect(Math.abs(found.value.k - Number(expected.k))).toBeLessThan(1e-13);
      expect(Math.abs(found.value.vol - Number(expected.vol))).toBeLessThan(1e-14);
    }
  });

  it(`has the density, the distribution and the moments of the ${days}-day slice to 1e-12`, () => {
    for (const { k, pdf, below } of density) {
      const at = densityAt(smile, k);
      expect(Math.abs(at.pdf / Number(pdf) - 1)).toBeLessThan(1e-12);
      expect(Math.abs(at.below / Number(below) - 1)).toBeLessThan(1e-12);
    }
    const found = densityMoments(smile, null);
    const swap = varianceSwap(smile, null);
    if (!found.ok || !swap.ok) throw new Error('the slice is free of arbitrage');
    const { mean, variance, skewness, kurtosis } = found.value;
    expect(Math.abs(mean / Number(moments.mean) - 1)).toBeLessThan(1e-12);
    expect(Math.abs(variance / Number(moments.variance) - 1)).toBeLessThan(1e-12);
    expect(Math.abs(skewness - Number(moments.skewness))).toBeLessThan(1e-12);
    expect(Math.abs(kurtosis / Number(moments.kurtosis) - 1)).toBeLessThan(1e-12);
    expect(Math.abs(swap.value.totalVariance / (-2 * Number(moments.mean)) - 1)).toBeLessThan(1e-12);
  });
}
