import type { Smile } from '../smile.ts';
import { solveCholesky } from './levenberg-marquardt.ts';
import { ASK_ONLY, BID_ONLY, type Observations, VOL_FLOOR, wingTolerance } from './observations.ts';

/** Fewest quotes of one side that make a curve. */
export const LEAST_SIDE_QUOTES = 3;

/** A lone side says less about the width of the market than a pair does. */
const ONE_SIDED_WEIGHT = 0.5;
/** A side the fit has crossed still counts as this share of its tolerance away. */
const LEAST_SHARE = 0.25;
const TERMS = 4;
const RIDGE = 0.02;
/** Misses of ln e beyond this count linearly. */
const STRAY = 0.7;

/** Offset of one side from the mid smile in log vol, with derivatives in k. */
interface Offset {
  readonly e: number;
  readonly de: number;
  readonly d2e: number;
}

/**
 * Smiles through the bids and through the asks: the mid smile's vol times exp(∓e), where ln e is a smooth curve in
 * log-strike fitted to every bid (or ask) that was not set aside. They never cross the mid smile; beyond the quotes the
 * offset levels off. Null for a side with fewer than three quotes.
 */
export function intervalSmiles(
  mid: Smile,
  o: Observations,
  active: Uint8Array,
): { readonly bidSmile: Smile | null; readonly askSmile: Smile | null } {
  return { bidSmile: sideSmile(mid, o, active, -1), askSmile: sideSmile(mid, o, active, 1) };
}

function sideSmile(mid: Smile, o: Observations, active: Uint8Array, side: 1 | -1): Smile | null {
  const offset = fitOffset(mid, o, active, side);
  if (offset === null) return null;
  return {
    years: mid.years,
    totalVariance: (k) => mid.totalVariance(k) * Math.exp(2 * side * offset(k).e),
    jet: (k) => {
      const { w, dw, d2w } = mid.jet(k);
      const { e, de, d2e } = offset(k);
      const factor = Math.exp(2 * side * e);
      return {
        w: factor * w,
        dw: factor * (dw + 2 * side * w * de),
        d2w: factor * (d2w + 4 * side * dw * de + w * (4 * de * de + 2 * side * d2e)),
      };
    },
  };
}

function fitOffset(
  mid: Smile,
  o: Observations,
  active: Uint8Array,
  side: 1 | -1,
): ((k: number) => Offset) | null {
  const z = new Float64Array(o.count);
  const target = new Float64Array(o.count);
  const weight = new Float64Array(o.count);
  const missing = side === 1 ? BID_ONLY : ASK_ONLY;
  let n = 0;
  for (let i = 0; i < o.count; i++) {
    if (active[i] === 0 || o.kind[i] === missing) continue;
    const fitted = Math.sqrt(mid.totalVariance(o.z[i]! * o.scale.rootW0) / o.scale.w0);
    const quoted = side === 1 ? o.ask[i]! : o.bid[i]!;
    const least = (LEAST_SHARE * tolerance(o, i)) / fitted;
    z[n] = o.z[i]!;
    target[n] = Math.log(Math.max(least, side * Math.log(quoted / fitted)));
    weight[n] = o.kind[i] === 0 ? 1 : ONE_SIDED_WEIGHT;
    n++;
  }
  if (n < LEAST_SIDE_QUOTES) return null;
  const centre = (z[0]! + z[n - 1]!) / 2;
  const reach = 0.6 * (z[n - 1]! - z[0]!) + 0.5;
  const rows = new Float64Array(TERMS * n);
  for (let i = 0; i < n; i++)
    writeTerms(rows, TERMS * i, centre + reach * Math.tanh((z[i]! - centre) / reach));
  const coefficients = robustFit(rows, target.subarray(0, n), weight);
  const { rootW0 } = o.scale;
  return (k) => {
    const t = Math.tanh((k / rootW0 - centre) / reach);
    const slope = (1 - t * t) / rootW0;
    return offsetAt(coefficients, centre + reach * t, slope, (-2 * t * slope) / (reach * rootW0));
  };
}

// Tolerance without the widening that far wings get in the fit.
function tolerance(o: Observations, i: number): number {
  const half = (o.ask[i]! - o.bid[i]!) / 2;
  return Number.isNaN(half)
    ? 1 / (o.inv[i]! * wingTolerance(o.z[i]!))
    : Math.max(half, VOL_FLOOR / o.scale.vol0);
}

const NARROW = 0.5;
const BROAD = 1.5;
/** Largest ln e: noise must not carry a side beyond the range of doubles. */
const WIDEST = 2;

function writeTerms(rows: Float64Array, at: number, x: number): void {
  rows[at] = 1;
  rows[at + 1] = x;
  rows[at + 2] = Math.sqrt(x * x + NARROW * NARROW);
  rows[at + 3] = Math.sqrt(x * x + BROAD * BROAD);
}

function offsetAt(c: Float64Array, x: number, dx: number, d2x: number): Offset {
  const narrow = Math.sqrt(x * x + NARROW * NARROW);
  const broad = Math.sqrt(x * x + BROAD * BROAD);
  const q = c[0]! + c[1]! * x + c[2]! * narrow + c[3]! * broad;
  if (!(q < WIDEST)) return { e: Math.exp(WIDEST), de: 0, d2e: 0 };
  const slope = c[1]! + (c[2]! * x) / narrow + (c[3]! * x) / broad;
  const curve = (c[2]! * NARROW * NARROW) / narrow ** 3 + (c[3]! * BROAD * BROAD) / broad ** 3;
  const dq = slope * dx;
  const d2q = curve * dx * dx + slope * d2x;
  const e = Math.exp(q);
  return { e, de: e * dq, d2e: e * (d2q + dq * dq) };
}

// Weighted least squares of ln e on the terms, reweighted twice so that a stray spread does not tilt the curve.
function robustFit(rows: Float64Array, target: Float64Array, weight: Float64Array): Float64Array {
  const n = target.length;
  const level = target.slice().sort()[n >> 1]!;
  let coefficients = Float64Array.of(level, 0, 0, 0);
  for (let round = 0; round < 3; round++) {
    const matrix = new Float64Array(TERMS * TERMS);
    const next = Float64Array.of(0.1 * RIDGE * level, 0, 0, 0);
    for (let j = 0; j < TERMS; j++) matrix[j * TERMS + j] = j === 0 ? 0.1 * RIDGE : RIDGE * (0.1 * n + 1);
    for (let i = 0; i < n; i++) {
      const at = TERMS * i;
      let miss = target[i]!;
      for (let j = 0; j < TERMS; j++) miss -= rows[at + j]! * coefficients[j]!;
      const w = weight[i]! * Math.min(1, STRAY / Math.max(1e-9, Math.abs(miss)));
      for (let j = 0; j < TERMS; j++) {
        const wj = w * rows[at + j]!;
        next[j]! += wj * target[i]!;
        for (let l = 0; l <= j; l++) matrix[j * TERMS + l]! += wj * rows[at + l]!;
      }
    }
    if (!solveCholesky(matrix, next, TERMS)) return coefficients;
    coefficients = next;
  }
  return coefficients;
}
