import { type Observations, TWO_SIDED } from './observations.ts';

/** Residuals beyond this many robust deviations set a quote aside; a quote already set aside returns below the lower. */
const ENTER = 4;
const LEAVE = 3;

/**
 * Marks observations that do not belong to the curve: far from it in units of their own tolerance and of the slice's
 * typical residual, and far from what the neighbouring strikes say. A run of strikes that all miss the same way is
 * the curve's fault, not theirs, and stays. `fitted` holds scaled vols. Writes 1 (keep) or 0 into `active`;
 * returns whether anything changed.
 */
export function flagOutliers(o: Observations, fitted: Float64Array, active: Uint8Array): boolean {
  const sizes: number[] = [];
  for (let i = 0; i < o.count; i++)
    if (o.kind[i] === TWO_SIDED) sizes.push(Math.abs((fitted[i]! - o.y[i]!) * o.inv[i]!));
  sizes.sort((p, q) => p - q);
  const typical = Math.max(0.75, 1.4826 * (sizes[sizes.length >> 1] ?? 0));
  let changed = false;
  for (let i = 0; i < o.count; i++) {
    const miss = o.y[i]! - fitted[i]!;
    const bound = (active[i] === 0 ? LEAVE : ENTER) * typical;
    const far = violation(o, fitted, i) * o.inv[i]! > bound;
    const keep = far && isAlone(o, fitted, i, miss) ? 0 : 1;
    if (keep !== active[i]) changed = true;
    active[i] = keep;
  }
  return changed;
}

function violation(o: Observations, fitted: Float64Array, i: number): number {
  const miss = o.y[i]! - fitted[i]!;
  return o.kind[i] === TWO_SIDED ? Math.abs(miss) : Math.max(0, -miss * o.kind[i]!);
}

// Whether most of the two nearest two-sided strikes on either side do not share at least half of the miss.
function isAlone(o: Observations, fitted: Float64Array, i: number, miss: number): boolean {
  let sharing = 0;
  let seen = 0;
  for (const direction of [-1, 1]) {
    let found = 0;
    for (let j = i + direction; j >= 0 && j < o.count && found < 2; j += direction) {
      if (o.kind[j] !== TWO_SIDED) continue;
      found++;
      seen++;
      if ((o.y[j]! - fitted[j]!) / miss > 0.5) sharing++;
    }
  }
  return sharing * 2 < seen;
}
