import {
  ONE,
  density,
  distribution,
  divide,
  exponential,
  fixed,
  logarithm,
  multiply,
  squareRoot,
  toDouble,
} from './fixed-point.ts';

/** Arguments of an option as exact doubles. */
export interface ReferenceOption {
  readonly right: 'call' | 'put';
  readonly forward: number;
  readonly strike: number;
  readonly years: number;
  readonly discount: number;
}

interface Black {
  readonly price: bigint;
  readonly vega: bigint;
  readonly d1: bigint;
  readonly d2: bigint;
}

function blackAt(option: ReferenceOption, vol: bigint): Black {
  const [forward, strike, years, discount] = [
    option.forward,
    option.strike,
    option.years,
    option.discount,
  ].map(fixed);
  const root = squareRoot(years!);
  const s = multiply(vol, root);
  const x = logarithm(forward!) - logarithm(strike!);
  const d1 = divide(x, s) + (s >> 1n);
  const d2 = d1 - s;
  const w = option.right === 'call' ? 1n : -1n;
  const value = w * (multiply(forward!, distribution(w * d1)) - multiply(strike!, distribution(w * d2)));
  return {
    price: multiply(discount!, value),
    vega: multiply(multiply(discount!, forward!), multiply(density(d1), root)),
    d1,
    d2,
  };
}

/** The price at a vol, rounded to the nearest double. */
export function referencePrice(option: ReferenceOption, vol: number): number {
  return toDouble(blackAt(option, fixed(vol)).price);
}

/**
 * The exact inverse of a double price by Newton's method from a nearby vol, and what one unit in the last place of the
 * price is worth relative to it.
 */
export function referenceVol(
  option: ReferenceOption,
  price: number,
  near: number,
): { readonly vol: number; readonly attainable: number } {
  const target = fixed(price);
  let vol = fixed(near);
  for (let step = 0; step < 40; step += 1) {
    const { price: value, vega } = blackAt(option, vol);
    const change = divide(target - value, vega);
    vol += change;
    if (change < ONE >> 260n && -change < ONE >> 260n) {
      const ulp = 2 ** (Math.floor(Math.log2(price)) - 52);
      return { vol: toDouble(vol), attainable: toDouble(divide(fixed(ulp), multiply(vega, vol))) };
    }
  }
  throw new Error(`no exact inverse of ${price} near ${near}`);
}

/** Every sensitivity of `blackGreeks`, by name, from the definitions; `scale` is the larger term of those that are sums. */
export function referenceGreeks(
  option: ReferenceOption,
  vol: number,
): { readonly values: Readonly<Record<string, number>>; readonly scales: Readonly<Record<string, number>> } {
  const sigma = fixed(vol);
  const { price, vega, d1, d2 } = blackAt(option, sigma);
  const [forward, strike, years, discount] = [
    option.forward,
    option.strike,
    option.years,
    option.discount,
  ].map(fixed) as [bigint, bigint, bigint, bigint];
  const w = option.right === 'call' ? 1n : -1n;
  const s = d1 - d2;
  const rate = divide(-logarithm(discount), years);
  const n1 = w * distribution(w * d1);
  const n2 = w * distribution(w * d2);
  const deltaF = multiply(discount, n1);
  const gamma = divide(multiply(discount, density(d1)), multiply(forward, s));
  const decay = -divide(multiply(vega, sigma), 2n * years);
  const drift = divide(multiply(multiply(discount, density(d1)), d2), 2n * years);
  const steep = -divide(gamma, forward);
  const coinCurve = divide(gamma, forward);
  const coinDelta = divide(multiply(multiply(discount, strike), n2), multiply(forward, forward));
  const values = {
    price,
    deltaForward: n1,
    deltaF,
    deltaPremiumAdjusted: divide(multiply(strike, n2), forward),
    coinPrice: divide(price, forward),
    coinDelta,
    coinGamma: coinCurve - 2n * divide(coinDelta, forward),
    gamma,
    vega,
    theta: decay + multiply(rate, price),
    rhoF: -multiply(years, price),
    rhoS: multiply(multiply(strike, years), multiply(discount, n2)),
    vanna: -divide(multiply(multiply(discount, density(d1)), d2), sigma),
    volga: divide(multiply(multiply(vega, d1), d2), sigma),
    charm: multiply(rate, deltaF) + drift,
    speed: steep + multiply(steep, divide(d1, s)),
    dualDelta: -multiply(discount, n2),
    dualGamma: divide(multiply(discount, density(d2)), multiply(strike, s)),
  };
  const scales = { theta: decay, charm: drift, speed: steep, coinGamma: coinCurve };
  const doubles = (from: Readonly<Record<string, bigint>>): Record<string, number> =>
    Object.fromEntries(Object.entries(from).map(([name, value]) => [name, toDouble(value)]));
  return { values: doubles(values), scales: doubles(scales) };
}

/** Φ, ln Φ, erfc, erfcx at a double and Φ⁻¹ at a probability, by name. */
export function referenceSpecial(name: string, x: number): number {
  const at = fixed(x);
  const rootTwo = squareRoot(2n * ONE);
  switch (name) {
    case 'normalCdf':
      return toDouble(distribution(at));
    case 'logNormalCdf':
      return toDouble(logarithm(distribution(at)));
    case 'erfc':
      return toDouble(2n * distribution(-multiply(at, rootTwo)));
    case 'erfcx':
      return toDouble(multiply(exponential(multiply(at, at)), 2n * distribution(-multiply(at, rootTwo))));
    default:
      return quantile(at);
  }
}

function quantile(p: bigint): number {
  const lower = p < ONE >> 1n;
  const tail = lower ? p : ONE - p;
  // left of the root, from where Newton's method on the concave ln Φ climbs monotonically
  let x = -squareRoot(-2n * logarithm(tail));
  for (let step = 0; step < 60; step += 1) {
    const cdf = distribution(x);
    const change = multiply(divide(cdf, density(x)), logarithm(divide(tail, cdf)));
    x += change;
    if (change < ONE >> 260n && -change < ONE >> 260n) return toDouble(lower ? x : -x);
  }
  throw new Error('quantile did not settle');
}
