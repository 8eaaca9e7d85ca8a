import type { SliceQuotes } from './slice-quotes.ts';

/** A quote with both sides, only an ask (an upper bound on vol) or only a bid (a lower bound). */
export const TWO_SIDED = 0;
export const ASK_ONLY = 1;
export const BID_ONLY = -1;

/** Units that make slices of minutes and of years look alike: z = k/√w0, y = vol/vol0, w̃ = w/w0. */
export interface SliceScale {
  readonly years: number;
  /** A robust at-the-money vol, decimal. */
  readonly vol0: number;
  readonly w0: number;
  readonly rootW0: number;
}

/** The quotes of one slice that can inform a fit, in scaled units, increasing in z. */
export interface Observations {
  readonly scale: SliceScale;
  readonly count: number;
  readonly twoSided: number;
  /** Position in the SliceQuotes this came from. */
  readonly source: Int32Array;
  readonly kind: Int8Array;
  readonly z: Float64Array;
  /** Scaled mid vol, or the bound of a one-sided quote. */
  readonly y: Float64Array;
  /** Scaled bid and ask vols, NaN where that side is missing. */
  readonly bid: Float64Array;
  readonly ask: Float64Array;
  /** Reciprocal of the scaled tolerance max(half-spread, half tick, 0.1 vol point), much widened beyond 2.5 deviations. */
  readonly inv: Float64Array;
  /** Mean distance of neighbouring strikes near the money, in z. */
  readonly spacing: number;
}

/** Least tolerance of a quote in decimal vol: a tenth of a vol point. */
export const VOL_FLOOR = 0.001;
const MAX_VOL = 100;

/** Reads a slice's quotes into scaled units; null when no two-sided quote is usable. */
export function observe(quotes: SliceQuotes): Observations | null {
  const scale = sliceScale(quotes);
  if (scale === null) return null;
  const n = quotes.logStrikes.length;
  const source = new Int32Array(n);
  const kind = new Int8Array(n);
  const z = new Float64Array(n);
  const y = new Float64Array(n);
  const bid = new Float64Array(n).fill(NaN);
  const ask = new Float64Array(n).fill(NaN);
  const inv = new Float64Array(n);
  let count = 0;
  let twoSided = 0;
  for (let i = 0; i < n; i++) {
    const side = sides(quotes, i);
    if (side === null) continue;
    const b = quotes.bidVols[i]!;
    const a = quotes.askVols[i]!;
    source[count] = i;
    kind[count] = side;
    z[count] = quotes.logStrikes[i]! / scale.rootW0;
    let tolerance = Math.max(VOL_FLOOR, finiteOr(quotes.halfTickVols[i]!, 0));
    if (side !== ASK_ONLY) bid[count] = b / scale.vol0;
    if (side !== BID_ONLY) ask[count] = a / scale.vol0;
    if (side === TWO_SIDED) {
      tolerance = Math.max(tolerance, (a - b) / 2);
      y[count] = (a + b) / 2 / scale.vol0;
      twoSided++;
    } else y[count] = (side === ASK_ONLY ? a : b) / scale.vol0;
    inv[count] = scale.vol0 / (tolerance * wingTolerance(z[count]!));
    count++;
  }
  const spacing = centralSpacing(z, count);
  return { scale, count, twoSided, source, kind, z, y, bid, ask, inv, spacing };
}

/** Beyond two and a half deviations tolerances grow by the cube of the distance, up to a thousandfold. */
const FULL_SAY = 2.5;
const FARTHEST = 9;

/**
 * Factor on the tolerance of a quote z deviations from the forward. A far wing is seldom of the model's family, and an
 * index lists hundreds of strikes there: however many they are, they must not pull the money out of place.
 */
export function wingTolerance(z: number): number {
  const beyond = Math.min(FARTHEST, Math.max(0, Math.abs(z) - FULL_SAY));
  return (1 + beyond) ** 3;
}

function sides(quotes: SliceQuotes, i: number): -1 | 0 | 1 | null {
  const b = quotes.bidVols[i]!;
  const a = quotes.askVols[i]!;
  if (!Number.isFinite(quotes.logStrikes[i]!)) return null;
  const hasBid = b > 0 && b < MAX_VOL;
  const hasAsk = a > 0 && a < MAX_VOL;
  if (hasBid && hasAsk) return a >= b ? TWO_SIDED : null;
  if (hasAsk && Number.isNaN(b)) return ASK_ONLY;
  if (hasBid && Number.isNaN(a)) return BID_ONLY;
  return null;
}

function finiteOr(value: number, otherwise: number): number {
  return Number.isFinite(value) ? value : otherwise;
}

// The median mid vol of the five two-sided quotes nearest the money.
function sliceScale(quotes: SliceQuotes): SliceScale | null {
  const { years, logStrikes } = quotes;
  if (!(years > 0) || !Number.isFinite(years)) return null;
  const near: { distance: number; mid: number }[] = [];
  for (let i = 0; i < logStrikes.length; i++) {
    if (sides(quotes, i) !== TWO_SIDED) continue;
    near.push({ distance: Math.abs(logStrikes[i]!), mid: (quotes.bidVols[i]! + quotes.askVols[i]!) / 2 });
  }
  if (near.length === 0) return null;
  near.sort((p, q) => p.distance - q.distance);
  const mids = near
    .slice(0, 5)
    .map((quote) => quote.mid)
    .sort((p, q) => p - q);
  const vol0 = mids[(mids.length - 1) >> 1]!;
  const w0 = vol0 * vol0 * years;
  const usable = w0 > 1e-14 && w0 < 1e4;
  return usable ? { years, vol0, w0, rootW0: Math.sqrt(w0) } : null;
}

function centralSpacing(z: Float64Array, count: number): number {
  let sum = 0;
  let gaps = 0;
  for (let i = 1; i < count; i++) {
    if (Math.min(Math.abs(z[i]!), Math.abs(z[i - 1]!)) > 1.5) continue;
    sum += z[i]! - z[i - 1]!;
    gaps++;
  }
  return gaps > 0 ? sum / gaps : 0.25;
}
