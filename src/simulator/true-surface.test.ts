import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY_MS, epochMs } from '#base/time.ts';
import { COINS } from './coin-profile.ts';
import { listedExpiries } from './expiry-calendar.ts';
import { marketStates } from './market-state.ts';
import { type TrueSlice, trueSlice, trueTotalVariance, trueVolAt } from './true-surface.ts';
import { varianceSwapVol } from './variance-swap-vol.ts';

const startedAt = epochMs(Date.parse('2026-11-22T14:00:00Z'));
const profiles = Object.values(COINS);
const surfaces = fc.record({
  seed: fc.integer({ min: 0, max: 1e6 }),
  after: fc.integer({ min: -200 * DAY_MS, max: 400 * DAY_MS }),
  profile: fc.constantFrom(...profiles),
});

function slicesOf({
  seed,
  after,
  profile,
}: {
  seed: number;
  after: number;
  profile: (typeof profiles)[number];
}) {
  const now = epochMs(startedAt + after);
  const state = marketStates(seed, startedAt)(profile, now);
  return listedExpiries(now, { quarterlyMonths: 12, expiryHour: 8 }).map(({ expiry }) =>
    trueSlice(state, expiry),
  );
}

/** Durrleman's function by central differences of total variance; negative where a butterfly would be free. */
function durrleman(slice: TrueSlice, k: number): number {
  const h = 1e-3 * Math.sqrt(slice.theta);
  const w = trueTotalVariance(slice, k);
  const up = trueTotalVariance(slice, k + h);
  const down = trueTotalVariance(slice, k - h);
  const first = (up - down) / (2 * h);
  const second = (up - 2 * w + down) / (h * h);
  return (1 - (k * first) / (2 * w)) ** 2 - (first * first * (1 / w + 0.25)) / 4 + second / 2;
}

it('has no butterfly arbitrage at any strike of any slice', () => {
  fc.assert(
    fc.property(surfaces, (market) => {
      let worst = Infinity;
      for (const slice of slicesOf(market))
        for (let z = -12; z <= 12; z += 0.25)
          worst = Math.min(worst, durrleman(slice, z * Math.sqrt(slice.theta)));
      expect(worst).toBeGreaterThan(0);
    }),
    { numRuns: 60, seed: 1 },
  );
});

it('has no calendar arbitrage: total variance rises with expiry at every log strike', () => {
  fc.assert(
    fc.property(surfaces, (market) => {
      const slices = slicesOf(market);
      let worst = Infinity;
      for (const [i, later] of slices.entries()) {
        const earlier = slices[i - 1];
        if (earlier === undefined) continue;
        for (let k = -4; k <= 4; k += 0.02)
          worst = Math.min(worst, trueTotalVariance(later, k) - trueTotalVariance(earlier, k));
      }
      expect(worst).toBeGreaterThan(0);
    }),
    { numRuns: 60, seed: 2 },
  );
});

it('starts with vols and skews in the range of each coin', () => {
  for (const profile of profiles) {
    const slices = slicesOf({ seed: 4, after: 0, profile });
    for (const slice of slices) {
      const atm = trueVolAt(slice, slice.forward);
      expect(atm).toBeGreaterThan(0.6 * profile.farVol);
      expect(atm).toBeLessThan(1.7 * profile.farVol);
    }
    const longest = slices.at(-1)!;
    const wing = Math.sqrt(longest.theta);
    const put = trueVolAt(longest, longest.forward * Math.exp(-wing));
    const call = trueVolAt(longest, longest.forward * Math.exp(wing));
    if (profile.coin === 'BTC') expect(put - call).toBeGreaterThan(0.03);
    if (profile.coin === 'XRP') expect(call - put).toBeGreaterThan(-0.06);
  }
});

it('answers a fall of the spot with dearer vol and dearer puts', () => {
  const pairs = Array.from({ length: 400 }, (_, i) => {
    const states = marketStates(i, startedAt);
    const at = epochMs(startedAt + 5 * DAY_MS);
    const before = states(COINS.BTC, startedAt);
    const after = states(COINS.BTC, at);
    return { move: Math.log(after.spot / before.spot), level: after.level, tilt: after.tiltShift };
  });
  const average = (of: (pair: (typeof pairs)[number]) => number, kept: typeof pairs) =>
    kept.reduce((sum, pair) => sum + of(pair), 0) / kept.length;
  const falls = pairs.filter(({ move }) => move < -0.05);
  const rises = pairs.filter(({ move }) => move > 0.05);
  expect(falls.length).toBeGreaterThan(40);
  expect(average((pair) => pair.level, falls)).toBeGreaterThan(1.1 * average((pair) => pair.level, rises));
  expect(average((pair) => pair.tilt, falls)).toBeLessThan(average((pair) => pair.tilt, rises) - 0.05);
});

it('prices a flat smile at a variance swap of the same vol, and a curved one above the money vol', () => {
  const flat = { forward: 100, years: 0.25, theta: 0.04, rho: 0, psi: 0 };
  expect(varianceSwapVol(flat)).toBeCloseTo(0.4, 6);
  const curved = { ...flat, psi: 0.2 };
  expect(varianceSwapVol(curved)).toBeGreaterThan(0.405);
});
