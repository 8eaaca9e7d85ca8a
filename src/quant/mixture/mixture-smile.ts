import { assert } from '#base/assert.ts';
import { blackTimeValue } from '../black/black-price.ts';
import { impliedStdDev, impliedStdDevFromGap } from '../black/implied-std-dev.ts';
import type { Smile, VarianceJet } from '../smile.ts';
import { normalCdf, normalPdf } from '../special/normal.ts';

/** One lognormal state of the world at expiry. */
export interface MixtureComponent {
  /** Probability, > 0; the weights of a mixture sum to 1. */
  readonly weight: number;
  /** Forward of this state over the forward of the expiry, > 0; the weighted mean is 1 (martingale). */
  readonly forward: number;
  /** Total variance of ln S_T in this state, > 0. */
  readonly variance: number;
}

/** Out-of-the-money premium over the forward, with its first two derivatives in k. */
interface PremiumJet {
  readonly value: number;
  readonly d: number;
  readonly d2: number;
}

/** Below this premium (over the forward) the wings continue as straight lines: far beyond any quote. */
const LEAST_PREMIUM = 1e-200;

/**
 * Smile of a martingale mixture of lognormals: bimodal before an event, W-shaped in vol, free of butterflies by
 * construction. Total variance by exact inversion of the mixture's premium, derivatives by the implicit function
 * theorem. Where premiums fall below 1e-200 the wing goes on as its tangent. Brigo and Mercurio (2002).
 * Throws unless weights sum to one and the weighted forwards to one within 1e-9.
 */
export function mixtureSmile(components: readonly MixtureComponent[], years: number): Smile {
  const mass = components.reduce((sum, c) => sum + c.weight, 0);
  const mean = components.reduce((sum, c) => sum + c.weight * c.forward, 0);
  assert(
    Math.abs(mass - 1) < 1e-9 && Math.abs(mean - 1) < 1e-9,
    `weights summed to ${mass}, forwards to ${mean}`,
  );
  assert(
    components.every((c) => c.weight > 0 && c.forward > 0 && c.variance > 0),
    'a component was not positive',
  );
  const left = wingEnd(components, -1);
  const right = wingEnd(components, 1);
  const leftJet = exactJet(components, left);
  const rightJet = exactJet(components, right);
  const jet = (k: number): VarianceJet => {
    if (k < left) return tangent(leftJet, k - left);
    if (k > right) return tangent(rightJet, k - right);
    return exactJet(components, k);
  };
  return {
    years,
    totalVariance: (k) =>
      k < left || k > right ? jet(k).w : impliedDeviation(k, premium(components, k)) ** 2,
    jet,
  };
}

function tangent(end: VarianceJet, distance: number): VarianceJet {
  return { w: end.w + end.dw * distance, dw: end.dw, d2w: 0 };
}

// Farthest log-strike on one side whose premium is still well within the range of doubles.
function wingEnd(components: readonly MixtureComponent[], side: 1 | -1): number {
  let near = 0;
  let far: number = side;
  while (premium(components, far) > LEAST_PREMIUM && Math.abs(far) < 30) far *= 2;
  for (let i = 0; i < 40; i++) {
    const middle = (near + far) / 2;
    if (premium(components, middle) > LEAST_PREMIUM) near = middle;
    else far = middle;
  }
  return near;
}

// Undiscounted premium over the forward: the call for k ≥ 0, the put below; a sum of positive terms, nothing cancels.
function premium(components: readonly MixtureComponent[], k: number): number {
  const strike = Math.exp(k);
  const sign = k >= 0 ? 1 : -1;
  let value = 0;
  for (const { weight, forward, variance } of components)
    value += weight * option(forward, strike, variance, sign);
  return value;
}

function option(forward: number, strike: number, variance: number, sign: number): number {
  return Math.max(0, sign * (forward - strike)) + blackTimeValue(forward, strike, Math.sqrt(variance));
}

function premiumJet(components: readonly MixtureComponent[], k: number): PremiumJet {
  const strike = Math.exp(k);
  const sign = k >= 0 ? 1 : -1;
  let value = 0;
  let exercise = 0;
  let density = 0;
  for (const { weight, forward, variance } of components) {
    const s = Math.sqrt(variance);
    const d2 = (Math.log(forward) - k) / s - s / 2;
    value += weight * option(forward, strike, variance, sign);
    exercise += weight * normalCdf(sign * d2);
    density += (weight * normalPdf(d2)) / s;
  }
  const d = -sign * strike * exercise;
  return { value, d, d2: d + strike * density };
}

function impliedDeviation(k: number, value: number): number {
  const strike = Math.exp(k);
  const low = Math.min(1, strike);
  if (value <= low / 2) return impliedStdDev(Math.max(1, strike), low, value);
  return impliedStdDevFromGap(Math.abs(k), (low - value) / low);
}

function exactJet(components: readonly MixtureComponent[], k: number): VarianceJet {
  const target = premiumJet(components, k);
  const s = impliedDeviation(k, target.value);
  const strike = Math.exp(k);
  const sign = k >= 0 ? 1 : -1;
  const d1 = -k / s + s / 2;
  const d2 = d1 - s;
  const vega = normalPdf(d1);
  // Black's own derivatives at the same point, and the chain rule O(k) = B(k, s(k)).
  const bK = -sign * strike * normalCdf(sign * d2);
  const bKK = bK + vega / s;
  const bKS = -vega * (k / (s * s) - 0.5);
  const bSS = (vega * d1 * d2) / s;
  const ds = (target.d - bK) / vega;
  const d2s = (target.d2 - bKK - 2 * bKS * ds - bSS * ds * ds) / vega;
  return { w: s * s, dw: 2 * s * ds, d2w: 2 * (ds * ds + s * d2s) };
}
