import { isNearMoney } from './implied-std-dev.ts';
import { IMPLIED_VOL_OK, impliedVolOrStatus } from './implied-vol-kernel.ts';
import { logRatio } from './log-moneyness.ts';
import { nearMoneyStart } from './near-money-start.ts';
import { nearMoneyStep } from './near-money-step.ts';
import { SHORT_DATED_STD_DEV, shortDatedCorrection } from './short-dated.ts';
import { timeValue } from './time-value.ts';

/** Options to invert, one array per argument of `impliedVol`; the length of `prices` counts. */
export interface ImpliedVolInput {
  readonly prices: Float64Array;
  readonly forwards: Float64Array;
  readonly strikes: Float64Array;
  readonly years: Float64Array;
  readonly discounts: Float64Array;
  /** Positive for a call, zero or negative for a put: 1/0 in a `Uint8Array`, +1/−1 in an `Int8Array`. */
  readonly rights: Uint8Array | Int8Array;
}

/** Where `impliedVols` writes: the vol of each option, NaN where its status is not `IMPLIED_VOL_OK`. */
export interface ImpliedVolOutput {
  readonly vols: Float64Array;
  readonly status: Uint8Array;
}

/*
 * Scratch of one block. A double that passes between functions too long to be inlined is boxed, so the options near the
 * money are gathered into arrays, and each stage of the scheme is a short loop over them.
 */
const BLOCK = 256;
const index = new Int32Array(BLOCK);
const moneyness = new Float64Array(BLOCK);
const scaledValue = new Float64Array(BLOCK);
const stdDev = new Float64Array(BLOCK);
const correction = new Float64Array(BLOCK);

/**
 * Inverts many prices; the batch form of `impliedVol`, with the same results and no allocation near the money.
 *
 * Arrays shorter than `prices` are the caller's mistake: missing inputs read as invalid, missing outputs are lost.
 * @returns how many options have a vol
 */
export function impliedVols(input: ImpliedVolInput, out: ImpliedVolOutput): number {
  const count = input.prices.length;
  let inverted = 0;
  for (let from = 0; from < count; from += BLOCK) {
    const near = gatherNearMoney(input, out, from, Math.min(count, from + BLOCK));
    prepareCorrections(near);
    takeSteps(near);
    inverted += scatterNearMoney(input, out, near);
  }
  for (let i = 0; i < count; i += 1) {
    if (out.status[i] === PENDING) inverted += invertOne(input, out, i);
  }
  return inverted;
}

/** Status of an option that is left for the scalar kernel; never seen outside. */
const PENDING = 255;

/** Collects the options of a block that lie in the near-the-money domain, with their starts; returns how many. */
function gatherNearMoney(input: ImpliedVolInput, out: ImpliedVolOutput, from: number, to: number): number {
  const { prices, forwards, strikes, years, discounts, rights } = input;
  const { status } = out;
  let near = 0;
  for (let i = from; i < to; i += 1) {
    const forward = forwards[i]!;
    const strike = strikes[i]!;
    const discount = discounts[i]!;
    const high = forward > strike ? forward : strike;
    const low = forward > strike ? strike : forward;
    const value = timeValue(prices[i]!, forward, strike, discount, rights[i]! > 0);
    status[i] = PENDING;
    // false for NaN, and for every other invalid input too
    if (discount > 0 && years[i]! > 0 && years[i]! < Infinity && isNearMoney(high, low, value)) {
      const m = logRatio(high, low);
      const scaled = m > 0 ? (value / (high - low)) * m : value / low;
      const start = nearMoneyStart(m, scaled, 0);
      if (start < SHORT_DATED_STD_DEV) {
        status[i] = IMPLIED_VOL_OK;
        index[near] = i;
        moneyness[near] = m;
        scaledValue[near] = scaled;
        stdDev[near] = start;
        near += 1;
      }
    }
  }
  return near;
}

function prepareCorrections(near: number): void {
  for (let j = 0; j < near; j += 1) {
    const m = moneyness[j]!;
    const s = stdDev[j]!;
    correction[j] = shortDatedCorrection(0.25 * m * m, 0.25 * s * s);
  }
}

function takeSteps(near: number): void {
  for (let j = 0; j < near; j += 1) {
    stdDev[j] = nearMoneyStep(moneyness[j]!, scaledValue[j]!, stdDev[j]!, 0, correction[j]!);
  }
}

function scatterNearMoney(input: ImpliedVolInput, out: ImpliedVolOutput, near: number): number {
  let inverted = 0;
  for (let j = 0; j < near; j += 1) {
    const i = index[j]!;
    const vol = stdDev[j]! / Math.sqrt(input.years[i]!);
    if (vol > 0) {
      out.vols[i] = vol;
      inverted += 1;
    } else out.status[i] = PENDING;
  }
  return inverted;
}

/** One option by the scalar kernel; returns 1 where it has a vol, 0 where not. */
function invertOne(input: ImpliedVolInput, out: ImpliedVolOutput, i: number): number {
  const vol = impliedVolOrStatus(
    input.prices[i]!,
    input.forwards[i]!,
    input.strikes[i]!,
    input.years[i]!,
    input.discounts[i]!,
    input.rights[i]! > 0,
  );
  out.vols[i] = vol > 0 ? vol : Number.NaN;
  out.status[i] = vol > 0 ? IMPLIED_VOL_OK : -vol;
  return vol > 0 ? 1 : 0;
}
