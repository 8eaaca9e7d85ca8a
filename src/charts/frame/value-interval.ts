import { clamp } from './rect.ts';

export type Interval = readonly [lo: number, hi: number];

/** A vertical bar from `top` to `bottom` pixels, and whether the axis cut it off. */
export interface PlacedInterval {
  readonly top: number;
  readonly bottom: number;
  readonly cutAbove: boolean;
  readonly cutBelow: boolean;
}

export function placeInterval(
  [lo, hi]: Interval,
  y: (value: number) => number,
  [lowest, highest]: Interval,
): PlacedInterval | null {
  if (hi < lowest || lo > highest) return null;
  const at = (value: number): number => y(clamp(value, lowest, highest));
  return { top: at(hi), bottom: at(lo), cutAbove: hi > highest, cutBelow: lo < lowest };
}

/**
 * An axis for values with intervals around them: all values, and of the intervals as much as leaves the values the given
 * share of the height.
 */
export function intervalDomain(
  values: readonly number[],
  intervals: readonly Interval[],
  { leastSpan, valueShare }: { readonly leastSpan: number; readonly valueShare: number },
): Interval | null {
  const all = [...values, ...(values.length === 0 ? intervals.flat() : [])];
  if (all.length === 0) return null;
  const [lo, hi] = [Math.min(...all), Math.max(...all)];
  const span = Math.max(hi - lo, leastSpan);
  const allowance = (span * (1 / valueShare - 1)) / 2;
  const low = Math.max(Math.min(lo, ...intervals.map(([from]) => from)), lo - allowance);
  const high = Math.min(Math.max(hi, ...intervals.map(([, to]) => to)), hi + allowance);
  const slack = Math.max(0, leastSpan - (high - low)) / 2;
  return [low - slack, high + slack];
}

/** Bars as wide as their neighbours allow. */
export function barWidth(xs: readonly number[]): number {
  const sorted = [...xs].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((x, i) => x - (sorted[i] ?? x));
  return clamp(Math.min(...gaps, 20) - 3, 2, 6);
}

/** A value and its interval on an axis; each null where it is missing or the axis does not show it. */
export function placeValue(
  value: number | null,
  interval: Interval | null,
  y: (value: number) => number,
  domain: Interval,
): { readonly y: number | null; readonly interval: PlacedInterval | null } {
  const shown = value !== null && value >= domain[0] && value <= domain[1];
  return { y: shown ? y(value) : null, interval: interval && placeInterval(interval, y, domain) };
}
