import { utcFields, utcInstant } from '#base/calendar.ts';
import type { EpochMs } from '#base/time.ts';

const pad = (value: number): string => String(value).padStart(2, '0');

/** An expiry as it stands in a URL: `20260731-0800`, UTC; whole minutes. */
export function expiryCode(expiry: EpochMs): string {
  const { year, month, day, hour, minute } = utcFields(expiry);
  return `${String(year).padStart(4, '0')}${pad(month)}${pad(day)}-${pad(hour)}${pad(minute)}`;
}

/** Reads `20260731-0800`, or null for anything else, dates that do not exist included. */
export function readExpiryCode(text: string): EpochMs | null {
  const match = /^(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})$/.exec(text);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  if (year < 1970 || hour > 23 || minute > 59) return null;
  return utcInstant({ year, month, day, hour, minute });
}
