import { type Observations, TWO_SIDED } from './observations.ts';

const FLOOR = 0.02;

/**
 * Scatter of the two-sided mids about a smooth curve in units of their own tolerances, within [0.02, 1]: from second
 * differences of the residuals, so that a curve that misses smoothly does not count. `fitted` holds scaled vols.
 */
export function quoteNoise(o: Observations, fitted: Float64Array): number {
  const bends: number[] = [];
  let first = NaN;
  let second = NaN;
  for (let i = 0; i < o.count; i++) {
    if (o.kind[i] !== TWO_SIDED) continue;
    const miss = (o.y[i]! - fitted[i]!) * o.inv[i]!;
    if (!Number.isNaN(first)) bends.push(Math.abs(miss - 2 * second + first));
    first = second;
    second = miss;
  }
  bends.sort((p, q) => p - q);
  // The median of |N(0, 6σ²)| is 0.6745·√6·σ.
  const scatter = (bends[bends.length >> 1] ?? Infinity) / 1.652;
  return Math.min(1, Math.max(FLOOR, scatter));
}
