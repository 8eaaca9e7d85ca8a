import type { Interval } from '#analytics/report.ts';

/** A decimal vol or difference of vols in vol points; missing stays missing. */
export function inVolPoints(vol: number | null): number | null {
  return vol === null ? null : vol * 100;
}

export function intervalInVolPoints(interval: Interval | null): Interval | null {
  return interval === null ? null : [interval[0] * 100, interval[1] * 100];
}

const WIDE = 10;
const NARROW = 0.2;

/** Decimals of a vol-point figure that an interval this wide (vol points) can support; one where it is not known. */
export function supportedDecimals(interval: Interval | null): number {
  if (interval === null) return 1;
  const width = Math.abs(interval[1] - interval[0]);
  if (width >= WIDE) return 0;
  return width >= NARROW ? 1 : 2;
}
