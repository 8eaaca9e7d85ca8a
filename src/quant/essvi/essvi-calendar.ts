import type { EssviSlice } from './essvi-slice.ts';

/**
 * Whether `later` has nowhere less total variance than `earlier`: exact, in closed form, for all log-strikes.
 * With u = k/w a slice is 1/w = (1 − p₊u)(1 + p₋u)/θ, so the difference of two reciprocals is the quadratic
 * A − Bu − Cu², which must not dip below zero between the later slice's own ends u = −1/p₋ and 1/p₊.
 * Replaces the statement of Hendriks and Martini (2019), prop. 3.5; see Pasquazzi (2023) on its details.
 */
export function essviCalendarFree(earlier: EssviSlice, later: EssviSlice): boolean {
  if (later.theta < earlier.theta) return false;
  if (later.slopeRight < earlier.slopeRight || later.slopeLeft < earlier.slopeLeft) return false;
  return essviCalendarMargin(earlier, later) >= 0;
}

/**
 * Least value of A − Bu − Cu² (reciprocal total variance, earlier minus later) over the interior of the later slice;
 * meaningful when θ and both wing slopes are ordered already. Negative where the later slice dips below the earlier.
 */
export function essviCalendarMargin(earlier: EssviSlice, later: EssviSlice): number {
  const { theta: t1, slopeRight: r1, slopeLeft: l1 } = earlier;
  const { theta: t2, slopeRight: r2, slopeLeft: l2 } = later;
  const a = (t2 - t1) / (t1 * t2);
  const b = (r1 - l1) / t1 - (r2 - l2) / t2;
  const c = (r1 * l1) / t1 - (r2 * l2) / t2;
  if (c >= 0) return a;
  const u = -b / (2 * c);
  const inside = u > -1 / l2 && u < 1 / r2;
  return inside ? a + (b * b) / (4 * c) : a;
}
