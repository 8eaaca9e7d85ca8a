import { expect, it } from 'vitest';
import { analyseChainFrom } from '../analyse-chain.ts';
import { DEFAULT_SETTINGS } from '../analysis-settings.ts';
import { syntheticChain } from '../testing/synthetic-chain.ts';

const strikes = Array.from({ length: 33 }, (_, i) => 60_000 + 2500 * i);
const smirk = (k: number): number => Math.sqrt(0.2 + 0.12 * (-0.35 * k + Math.sqrt(k * k + 0.04) - 0.2));
const chain = syntheticChain([
  { days: 30, forward: 100_000, strikes, vol: smirk },
  { days: 90, forward: 101_000, strikes: [100_000], vol: smirk },
]);
const { report, lines } = analyseChainFrom(chain, DEFAULT_SETTINGS, null);
const [line] = lines;

/** Straight between the two places next to k. */
function heightAt(xs: Float64Array, ys: Float64Array, k: number): number {
  const right = Math.max(
    1,
    xs.findIndex((x) => x >= k - 1e-12),
  );
  const [x0, x1, y0, y1] = [xs[right - 1]!, xs[right]!, ys[right - 1]!, ys[right]!];
  return y0 + ((y1 - y0) * (k - x0)) / (x1 - x0);
}

it('has a line for each fitted expiry of the report, in its order, and none for the rest', () => {
  expect(lines.map((one) => one !== null)).toEqual(report.expiries.map(({ fit }) => fit !== null));
  expect(lines).toEqual([expect.anything(), null]);
});

it('reaches from the lowest to the highest strike, rising all the way', () => {
  const forward = report.expiries[0]!.forward!;
  const { logStrikes, deltas } = line!;
  expect(logStrikes[0]).toBeCloseTo(Math.log(60_000 / forward), 9);
  expect(logStrikes.at(-1)).toBeCloseTo(Math.log(140_000 / forward), 9);
  for (const along of [logStrikes, deltas]) {
    expect(along.every((value, i) => i === 0 || value > along[i - 1]!)).toBe(true);
  }
});

it('runs through the report’s own fitted vols and deltas', () => {
  const outOfTheMoney = report.points.filter(
    ({ expiry, k, right }) =>
      expiry === report.expiries[0]!.expiry && k !== null && (right === 'put' ? k <= 0 : k > 0),
  );
  expect(outOfTheMoney.length).toBeGreaterThan(30);
  for (const { k, fitVol, delta, right } of outOfTheMoney) {
    expect(heightAt(line!.logStrikes, line!.vols, k!)).toBeCloseTo(fitVol!, 4);
    const x = right === 'put' ? -delta! : 1 - delta!;
    expect(heightAt(line!.logStrikes, line!.deltas, k!)).toBeCloseTo(x, 3);
  }
});
