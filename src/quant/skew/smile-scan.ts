import type { Smile } from '../smile.ts';
import { type Moneyness, moneyness } from './moneyness.ts';

/** How far the scan reaches, in at-the-money standard deviations √w(0): strikes beyond have no market and no meaning. */
export const SCAN_REACH = 16;
const HALF = 32;
const NODES = 2 * HALF + 1;
const CROWDING = 3.5;
const REFINEMENTS = 24;
/** Φ of minus this is nothing in double precision. */
const NOTHING_LEFT = 25;
/** Log-strikes of every scan as multiples of √w(0): crowded about the forward. */
const UNIT_NODES = Float64Array.from(
  { length: NODES },
  (_, i) => (SCAN_REACH * Math.sinh((CROWDING * (i - HALF)) / HALF)) / Math.sinh(CROWDING),
);

/** A smile sampled once on log-strikes crowded at the money, so that delta strikes start from a bracket. */
export interface SmileScan {
  /** √w(0): the nodes' log-strikes are this times fixed numbers (`scanNode`). */
  readonly scale: number;
  readonly d1: Float64Array;
  readonly d2: Float64Array;
  /** d1 falls everywhere within reach, so that a forward delta names one strike. */
  readonly d1Monotone: boolean;
  /** d2 falls everywhere within reach, so that a premium-adjusted put delta names one strike. */
  readonly d2Monotone: boolean;
}

/** Log-strike of a scan's node, rising with i from −reach to +reach. */
export function scanNode(scan: SmileScan, i: number): number {
  return scan.scale * UNIT_NODES[i]!;
}

let latest: { readonly smile: Smile; readonly scan: SmileScan } | null = null;

/** The scan of a smile. The latest one is kept, since all deltas of an expiry are read one after another; smiles are immutable. */
export function smileScan(smile: Smile): SmileScan {
  if (latest?.smile !== smile) latest = { smile, scan: scanSmile(smile) };
  return latest.scan;
}

const fall1 = new Float64Array(NODES);
const fall2 = new Float64Array(NODES);

function scanSmile(smile: Smile): SmileScan {
  const scale = Math.sqrt(smile.totalVariance(0));
  const d1 = new Float64Array(NODES);
  const d2 = new Float64Array(NODES);
  scanOutward(smile, scale, 1, d1, d2);
  scanOutward(smile, scale, -1, d1, d2);
  const d1Monotone = staysNegative(scale, fall1, (x) => scaledSlope(moneyness(smile, x), 'd1Slope'));
  const d2Monotone = staysNegative(scale, fall2, (x) => scaledSlope(moneyness(smile, x), 'd2Slope'));
  return { scale, d1, d2, d1Monotone, d2Monotone };
}

/**
 * Fills one side, the forward included. Past the point where nothing is left of the distribution a smile need not make sense any more
 * (a wing that falls to zero variance): there d1 and d2 count as infinite and falling.
 */
function scanOutward(smile: Smile, scale: number, side: 1 | -1, d1: Float64Array, d2: Float64Array): void {
  let ended = false;
  for (let i = HALF; i >= 0 && i < NODES; i += side) {
    if (ended) {
      d1[i] = -side * Infinity;
      d2[i] = -side * Infinity;
      fall1[i] = -1;
      fall2[i] = -1;
      continue;
    }
    const at = moneyness(smile, scale * UNIT_NODES[i]!);
    d1[i] = at.d1;
    d2[i] = at.d2;
    fall1[i] = at.d1Slope * at.sd;
    fall2[i] = at.d2Slope * at.sd;
    ended = side > 0 ? at.d1 < -NOTHING_LEFT : at.d2 > NOTHING_LEFT;
  }
}

function scaledSlope(at: Moneyness, which: 'd1Slope' | 'd2Slope'): number {
  return at[which] * at.sd;
}

/**
 * Whether a function sampled at the nodes is negative throughout. A sampled peak that its neighbours' drop would carry over zero is
 * climbed, with a margin of two.
 */
function staysNegative(scale: number, sampled: Float64Array, f: (x: number) => number): boolean {
  const last = NODES - 1;
  for (let i = 0; i <= last; i++) {
    const here = sampled[i]!;
    if (!(here < 0)) return false;
    const left = i === 0 ? 0 : i - 1;
    const right = i === last ? last : i + 1;
    const dropLeft = here - sampled[left]!;
    const dropRight = here - sampled[right]!;
    const suspect = dropLeft >= 0 && dropRight >= 0 && here + 2 * Math.max(dropLeft, dropRight) >= 0;
    if (suspect && !(climb(scale * UNIT_NODES[left]!, scale * UNIT_NODES[right]!, f) < 0)) return false;
  }
  return true;
}

/** Largest value met by a golden-section climb towards the peak of f in [lo, hi]. */
function climb(lo: number, hi: number, f: (x: number) => number): number {
  const golden = 0.5 * (Math.sqrt(5) - 1);
  let [left, right] = [lo, hi];
  let [a, b] = [right - golden * (right - left), left + golden * (right - left)];
  let [fa, fb] = [f(a), f(b)];
  for (let i = 0; i < REFINEMENTS; i++) {
    if (fa > fb) {
      [right, b, fb] = [b, a, fa];
      a = right - golden * (right - left);
      fa = f(a);
    } else {
      [left, a, fa] = [a, b, fb];
      b = left + golden * (right - left);
      fb = f(b);
    }
  }
  return Math.max(fa, fb);
}
