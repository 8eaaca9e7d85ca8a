import { utcFields, utcInstant } from '#base/calendar.ts';
import { type EpochMs, epochMs } from '#base/time.ts';

const HOUR_MS = 3_600_000;

/** A wall-clock time in New York. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/**
 * The instant at which New York clocks show a time: UTC − 4 h from the second Sunday of March to the first Sunday of
 * November (changing at 02:00), UTC − 5 h otherwise; the rule since 2007. Null for a date that does not exist.
 */
export function newYorkInstant(wall: WallTime): EpochMs | null {
  const asUtc = utcInstant(wall);
  if (asUtc === null) return null;
  const start = sundayOf(wall.year, 3, 2);
  const end = sundayOf(wall.year, 11, 1);
  if (start === null || end === null) return null;
  const summer = asUtc >= start + 2 * HOUR_MS && asUtc < end + 2 * HOUR_MS;
  return epochMs(asUtc + (summer ? 4 : 5) * HOUR_MS);
}

/** Midnight, read as UTC, of the n-th Sunday of a month. */
function sundayOf(year: number, month: number, nth: number): EpochMs | null {
  const first = utcInstant({ year, month, day: 1 });
  if (first === null) return null;
  const toSunday = (7 - utcFields(first).weekday) % 7;
  return utcInstant({ year, month, day: 1 + toSunday + 7 * (nth - 1) });
}
