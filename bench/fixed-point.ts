/*
 * Real numbers as BigInts times 2⁻¹⁶⁰⁰: enough for every double, and for 500 digits below one. Slow and exact to far beyond
 * what reference tables need; it shares no formula with src/quant.
 */
const BITS = 1600n;

/** One, in fixed point. */
export const ONE: bigint = 1n << BITS;

/** A double, exactly. */
export function fixed(x: number): bigint {
  let exponent = 0;
  let mantissa = x;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent += 1;
  }
  return (BigInt(mantissa) << BITS) >> BigInt(exponent);
}

/** The nearest double. */
export function toDouble(a: bigint): number {
  if (a < 0n) return -toDouble(-a);
  const excess = a.toString(2).length - 64;
  if (excess <= 0) return Number(a) * 2 ** -800 * 2 ** -800;
  const sticky = a & ((1n << BigInt(excess)) - 1n) ? 1n : 0n;
  const top = Number((a >> BigInt(excess)) | sticky);
  const scale = excess - Number(BITS);
  const half = Math.trunc(scale / 2);
  return top * 2 ** half * 2 ** (scale - half);
}

export function multiply(a: bigint, b: bigint): bigint {
  return (a * b) >> BITS;
}

export function divide(a: bigint, b: bigint): bigint {
  return (a << BITS) / b;
}

export function squareRoot(a: bigint): bigint {
  const target = a << BITS;
  let root = 1n << BigInt(Math.ceil(target.toString(2).length / 2));
  for (;;) {
    const next = (root + target / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** Σ over odd n of sign^((n−1)/2)·a^n/n: the arctangent (−1) or its hyperbolic sister (+1) of a small number. */
function oddSeries(a: bigint, sign: 1n | -1n): bigint {
  const square = multiply(a, a);
  let power = a;
  let sum = 0n;
  for (let n = 1n; power !== 0n; n += 2n) {
    sum += power / n;
    power = sign * multiply(power, square);
  }
  return sum;
}

const LN2 = 2n * oddSeries(ONE / 3n, 1n);
const PI = 16n * oddSeries(ONE / 5n, -1n) - 4n * oddSeries(ONE / 239n, -1n);
const SQRT_2PI = squareRoot(2n * PI);

export function exponential(a: bigint): bigint {
  const doublings = a / LN2;
  const HALVINGS = 24n;
  const rest = (a - doublings * LN2) >> HALVINGS;
  let term = ONE;
  let sum = ONE;
  for (let n = 1n; term !== 0n && term !== -1n; n += 1n) {
    term = multiply(term, rest) / n;
    sum += term;
  }
  for (let i = 0n; i < HALVINGS; i += 1n) sum = multiply(sum, sum);
  return doublings >= 0n ? sum << doublings : sum >> -doublings;
}

export function logarithm(a: bigint): bigint {
  const doublings = BigInt(a.toString(2).length) - 1n - BITS; // leaves a number in [1, 2)
  const reduced = doublings >= 0n ? a >> doublings : a << -doublings;
  const ratio = divide(reduced - ONE, reduced + ONE);
  return 2n * oddSeries(ratio, 1n) + doublings * LN2;
}

/** φ(x). */
export function density(x: bigint): bigint {
  return divide(exponential(-multiply(x, x) >> 1n), SQRT_2PI);
}

/** Φ(x) by the series ½ + φ(x)·(x + x³/3 + x⁵/15 + …), whose terms all have one sign. */
export function distribution(x: bigint): bigint {
  const square = multiply(x, x);
  let term = x;
  let sum = 0n;
  for (let n = 3n; term !== 0n && term !== -1n; n += 2n) {
    sum += term;
    term = multiply(term, square) / n;
  }
  // divided by the growing exponential, which keeps its relative accuracy
  return (ONE >> 1n) + divide(sum, multiply(SQRT_2PI, exponential(square >> 1n)));
}
