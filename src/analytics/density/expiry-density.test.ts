import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import { blackPrice } from '#quant/black/black-price.ts';
import { analyseChainFrom } from '../analyse-chain.ts';
import { DEFAULT_SETTINGS } from '../analysis-settings.ts';
import { syntheticChain, withQuotes } from '../testing/synthetic-chain.ts';
import { expiryDensities } from './expiry-density.ts';
import { lawBelow } from './law.ts';

const strikes = Array.from({ length: 33 }, (_, i) => 60_000 + 2500 * i);
const skewed = (k: number): number => 0.5 - 0.1 * Math.tanh(2 * k);
const chain = syntheticChain([{ days: 30, forward: 100_000, strikes, vol: skewed }]);
const analysis = analyseChainFrom(chain, DEFAULT_SETTINGS, null);
const expiry = chain.expiries[0]!.expiry;
const density = expiryDensities(analysis, [expiry])[0]!;

it('gives a density that holds all the mass and the forward, and a distribution that is its integral', () => {
  const { logStrikes: ks, mid } = density;
  const { pdf, below } = mid;
  const integral = (weight: (k: number) => number, upTo = ks.length): number =>
    ks.slice(0, upTo).reduce((sum, k, i) => {
      if (i === 0) return 0;
      const before = ks[i - 1]!;
      return sum + 0.5 * (k - before) * (weight(k) * pdf[i]! + weight(before) * pdf[i - 1]!);
    }, 0);
  expect(integral(() => 1)).toBeCloseTo(1, 4);
  expect(integral(Math.exp)).toBeCloseTo(1, 3);
  expect(below[300]).toBeCloseTo(below[0]! + integral(() => 1, 301), 4);
  expect(density.moments?.forwardRatio).toBeCloseTo(1, 9);
});

it('tells the moments its own density has, and that a put skew leans to the left', () => {
  const { logStrikes: ks, mid, moments } = density;
  const step = ks[1]! - ks[0]!;
  const raw = (power: number, about: number): number =>
    ks.reduce((sum, k, i) => sum + step * mid.pdf[i]! * (k - about) ** power, 0);
  const mean = raw(1, 0);
  const variance = raw(2, mean);
  expect(moments?.mean).toBeCloseTo(mean, 5);
  expect(moments?.standardDeviation).toBeCloseTo(Math.sqrt(variance), 4);
  expect(moments?.skewness).toBeCloseTo(raw(3, mean) / variance ** 1.5, 2);
  expect(moments?.skewness).toBeLessThan(-0.2);
});

it('reads a probability between its nodes as the slope of put prices in strike', () => {
  const { fit } = analysis.smiles[0]!;
  const put = (strike: number): number => {
    const k = Math.log(strike / density.forward);
    const vol = Math.sqrt(fit!.smile.totalVariance(k) / fit!.smile.years);
    return blackPrice(density.forward, strike, vol, fit!.smile.years, 1, 'put');
  };
  for (const strike of [71_111, 88_888, 100_003, 123_456]) {
    const slope = (put(strike + 1) - put(strike - 1)) / 2;
    const k = Math.log(strike / density.forward);
    expect(lawBelow(density.mid, density.logStrikes, k)).toBeCloseTo(slope, 6);
  }
});

it('says that nothing lies beyond its grid', () => {
  expect(lawBelow(density.mid, density.logStrikes, -50)).toBe(0);
  expect(lawBelow(density.mid, density.logStrikes, 50)).toBe(1);
});

it('puts the lognormal of the vol at the forward behind it', () => {
  const { atmVol, years } = analysis.report.expiries[0]!;
  const priced = blackPrice(100_000, 80_000, atmVol!, years, 1, 'put');
  const up = blackPrice(100_000, 80_001, atmVol!, years, 1, 'put');
  const below = lawBelow(density.lognormal, density.logStrikes, Math.log(0.800005));
  expect(below).toBeCloseTo(up - priced, 5);
});

it('finds quantiles that its distribution confirms, within what the spread leaves of them', () => {
  for (const { probability, logStrike, interval } of density.quantiles) {
    expect(lawBelow(density.mid, density.logStrikes, logStrike!)).toBeCloseTo(probability, 6);
    expect(interval![0]).toBeLessThan(logStrike!);
    expect(interval![1]).toBeGreaterThan(logStrike!);
  }
  expect(density.quantiles.map(({ logStrike }) => logStrike)).toEqual(
    density.quantiles.map(({ logStrike }) => logStrike!).toSorted((a, b) => a - b),
  );
});

it('leaves room for the law of a smile that is shifted or tilted within the spread', () => {
  const [forward, half, years] = [100_000, 0.02, 30 / 365];
  const move = skewed(0) * Math.sqrt(years);
  const price = (strike: number, vol: number, right: 'put' | 'call'): number =>
    blackPrice(forward, strike, vol, years, 1, right) / forward;
  const wide = withQuotes(chain, ({ instrument: { strike, right } }) => {
    const vol = skewed(Math.log(strike / forward));
    return { bid: price(strike, vol - half, right), ask: price(strike, vol + half, right) };
  });
  const [law] = expiryDensities(analyseChainFrom(wide, DEFAULT_SETTINGS, null), [expiry]);
  const leaning = (k: number): number => Math.tanh(k / move);
  const shifts: readonly ((k: number) => number)[] = [() => 1, () => -1, leaning, (k) => -leaning(k)];
  const laws = [law!.mid, law!.bid!, law!.ask!, ...law!.tilted!];
  for (const [which, shift] of shifts.entries())
    for (const strike of [80_000, 88_000, 94_000, 100_000, 106_000, 112_000]) {
      const put = (at: number): number => {
        const k = Math.log(at / forward);
        return blackPrice(forward, at, skewed(k) + 0.75 * half * shift(k), years, 1, 'put');
      };
      const below = (put(strike + 1) - put(strike - 1)) / 2;
      const range = laws.map((one) => lawBelow(one, law!.logStrikes, Math.log(strike / forward)));
      expect(below, `${which} at ${strike}`).toBeGreaterThan(Math.min(...range));
      expect(below, `${which} at ${strike}`).toBeLessThan(Math.max(...range));
    }
});

it('keeps the order it is asked in and says nothing about an expiry without a fit or a listing', () => {
  const unfitted = analysis.smiles.map((smile) => ({ ...smile, fit: null, quotedRange: null }));
  expect(expiryDensities({ ...analysis, smiles: unfitted }, [expiry])).toEqual([null]);
  const both = expiryDensities(analysis, [epochMs(1), expiry]);
  expect(both[0]).toBeNull();
  expect(both[1]?.expiry).toBe(expiry);
});
