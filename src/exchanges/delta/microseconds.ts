import { type EpochMs, epochMs } from '#base/time.ts';
import { type RowFields, isAhead } from '../row-fields.ts';

/** The year 2010. */
const EARLIEST = 1_262_304_000_000;

/** A time stamp in microseconds, `receivedAt` where there is none; text says why it is no time of this venue. */
export function microsecondsOf(fields: RowFields, field: string, receivedAt: EpochMs): EpochMs | string {
  const microseconds = fields.number(field);
  const at = microseconds === null ? receivedAt : epochMs(Math.floor(microseconds / 1_000));
  if (at < EARLIEST) return `${field}: was ${microseconds}, which is no time in microseconds`;
  return isAhead(at, receivedAt) ? 'time stamp more than a day ahead of the message' : at;
}
