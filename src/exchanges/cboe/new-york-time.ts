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
  const summer = summerOf(wall.year);
  if (summer === null) return null;
  const inSummer = asUtc >= summer.from + 2 * HOUR_MS && asUtc < summer.to + 2 * HOUR_MS;
  return epochMs(asUtc + (inSummer ? 4 : 5) * HOUR_MS);
}

interface Summer {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** A file asks about the same few years once a row. */
const summers = new Map<number, Summer | null>();

function summerOf(year: number): Summer | null {
  const known = summers.get(year);
  if (known !== undefined) return known;
  const from = sundayOf(year, 3, 2);
  const to = sundayOf(year, 11, 1);
  const summer = from === null || to === null ? null : { from, to };
  summers.set(year, summer);
  return summer;
}

/** Midnight, read as UTC, of the n-th Sunday of a month. */
function sundayOf(year: number, month: number, nth: number): EpochMs | null {
  const first = utcInstant({ year, month, day: 1 });
  if (first === null) return null;
  const toSunday = (7 - utcFields(first).weekday) % 7;
  return utcInstant({ year, month, day: 1 + toSunday + 7 * (nth - 1) });
}
