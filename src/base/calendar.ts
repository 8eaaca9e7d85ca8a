import { type EpochMs, epochMs } from './time.ts';

/** The instant of a UTC calendar date and time; `month` is 1–12. Returns null for a date that does not exist (31 June). */
export function utcInstant(date: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
}): EpochMs | null {
  const { year, month, day, hour = 0, minute = 0 } = date;
  const ms = Date.UTC(year, month - 1, day, hour, minute);
  const back = new Date(ms);
  const exists =
    back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === day;
  return exists ? epochMs(ms) : null;
}

/** The UTC calendar fields of an instant; `month` is 1–12, `weekday` 0 is Sunday. */
export function utcFields(at: EpochMs): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly weekday: number;
} {
  const date = new Date(at);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    weekday: date.getUTCDay(),
  };
}

/** The UTC day of an instant as ISO 8601 writes it, for example `2026-07-31`. */
export function isoDay(at: EpochMs): string {
  const { year, month, day } = utcFields(at);
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'] as const;

/** Month number 1–12 of an English three-letter month in capitals, or null. */
export function monthNumber(name: string): number | null {
  const index = (MONTHS as readonly string[]).indexOf(name);
  return index < 0 ? null : index + 1;
}

/** An expiry date as traders write it, for example `31 JUL 26`. */
export function expiryLabel(at: EpochMs): string {
  const { year, month, day } = utcFields(at);
  return `${day} ${MONTHS[month - 1] ?? ''} ${String(year % 100).padStart(2, '0')}`;
}
