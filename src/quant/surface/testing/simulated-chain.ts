import { essviFromRhoPsi, essviTotalVariance } from '../../essvi/essvi-slice.ts';
import { type CoinQuote, coinPremium, coinTick, coinVol, sliceQuotesFromCoin } from './coin-premiums.ts';
import type { SliceQuotes } from '../slice-quotes.ts';

/** One simulated expiry: what a venue would show, and the truth behind it. */
export interface SimulatedSlice {
  readonly quotes: SliceQuotes;
  /** True vol at any log-strike. */
  trueVol(k: number): number;
  /** 1 where the simulator displaced the quote; for judging a fit, never for making one. */
  readonly stale: Uint8Array;
}

/** Uniform numbers in [0, 1) from a 32-bit seed (mulberry32). */
export function seededUniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const DAYS = [1, 2, 4, 8, 15, 29, 57, 92, 148, 239, 330];
const FORWARD = 100_000;

/**
 * A chain of coin-margined quotes around an eSSVI surface (`essvi`) or a mixture of two variance regimes and an event
 * jump on day 3 (`event`): ticks, spreads that widen in the wings, one-sided and stale quotes.
 */
export function simulatedChain(family: 'essvi' | 'event', seed: number): readonly SimulatedSlice[] {
  const uniform = seededUniform(seed);
  const truth = family === 'essvi' ? essviTruth(uniform) : eventTruth(uniform);
  const spreadLevel = 0.003 + 0.006 * uniform();
  return DAYS.map((days) => {
    const years = days / 365;
    return simulatedSlice(years, (k) => truth(years, k), spreadLevel, uniform);
  });
}

function simulatedSlice(
  years: number,
  trueVol: (k: number) => number,
  spreadLevel: number,
  uniform: () => number,
): SimulatedSlice {
  const deviation = trueVol(0) * Math.sqrt(years);
  const step = FORWARD * niceStep(Math.max(0.0025, deviation / 6));
  const rows: CoinQuote[] = [];
  const stale: number[] = [];
  for (let strike = step; strike < 4 * FORWARD; strike += step) {
    const k = Math.log(strike / FORWARD);
    if (Math.abs(k) > 4.5 * deviation) continue;
    const displaced = uniform() < 0.02;
    const shift = displaced ? (uniform() < 0.5 ? -1 : 1) * (0.06 + 0.14 * uniform()) : 0;
    const z = Math.abs(k) / deviation;
    const half = (spreadLevel / 2) * (1 + 0.7 * z * z) * (1 + 0.3 * uniform());
    const centre = trueVol(k) + shift + 0.5 * half * (uniform() - 0.5);
    const side = uniform();
    const tick = coinTick(coinPremium(k, trueVol(k) * Math.sqrt(years)));
    const price = (vol: number): number => coinPremium(k, Math.max(0.01, vol) * Math.sqrt(years));
    const bid = side < 0.025 ? 0 : tick * Math.floor(price(centre - half) / tick + 1e-9);
    const ask = side > 0.975 ? 0 : tick * Math.ceil(price(centre + half) / tick - 1e-9);
    if (bid === 0 && ask === 0) continue;
    rows.push({ strike, isCall: strike >= FORWARD, bid, ask });
    stale.push(displaced ? 1 : 0);
  }
  return { quotes: sliceQuotesFromCoin(years, FORWARD, rows), trueVol, stale: Uint8Array.from(stale) };
}

function niceStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(wanted));
  return power * ([1, 2, 2.5, 5].find((factor) => factor * power >= wanted) ?? 10);
}

function essviTruth(uniform: () => number): (years: number, k: number) => number {
  const vol = 0.35 + 0.4 * uniform();
  const tilt = -0.35 + 0.5 * uniform();
  const shape = 0.4 + 0.5 * uniform();
  const event = 0.03 * vol * uniform();
  return (years, k) => {
    const theta = vol * vol * years + (years > 3 / 365 ? event * event : 0);
    const rho = tilt * (1 - 0.5 * Math.min(1, years));
    return Math.sqrt(essviTotalVariance(essviFromRhoPsi(theta, rho, shape * Math.sqrt(theta)), k) / years);
  };
}

function eventTruth(uniform: () => number): (years: number, k: number) => number {
  const calm = 0.35 + 0.1 * uniform();
  const wild = calm * (1.4 + 0.5 * uniform());
  const share = 0.6 + 0.2 * uniform();
  const up = 0.025 + 0.03 * uniform();
  const odds = 0.4 + 0.25 * uniform();
  const down = Math.log((1 - odds * Math.exp(up)) / (1 - odds));
  return (years, k) => {
    const jumps =
      years > 3 / 365
        ? [
            [odds, up],
            [1 - odds, down],
          ]
        : [[1, 0]];
    let price = 0;
    for (const [chance = 0, jump = 0] of jumps)
      for (const [weight, vol] of [
        [share, calm],
        [1 - share, wild],
      ] as const)
        price += chance * weight * outOfTheMoney(k, jump, vol * Math.sqrt(years));
    return coinVol(price, k, years);
  };
}

// Premium (over the mixture's forward) of the mixture's out-of-the-money option under one component of forward exp(jump).
function outOfTheMoney(k: number, jump: number, deviation: number): number {
  const own = k - jump;
  const scale = Math.exp(jump);
  const premium = scale * coinPremium(own, deviation);
  if (k >= 0 && own < 0) return premium + scale - Math.exp(k);
  if (k < 0 && own >= 0) return premium + Math.exp(k) - scale;
  return premium;
}
