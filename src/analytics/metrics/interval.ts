import type { Interval } from '../report.ts';

/** An interval from its ends; null when either is missing or they are the wrong way round. */
export function intervalOf(lo: number | null, hi: number | null): Interval | null {
  return lo === null || hi === null || lo > hi ? null : [lo, hi];
}

/** One plus the other; null when either is missing. */
export function sumOf(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}

/** One less the other; null when either is missing. */
export function differenceOf(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}
