import { utcFields } from '#base/calendar.ts';
import type { EpochMs } from '#base/time.ts';

/** A number as venues print numbers in text: so many decimals at most, no exponent, no zeros at the end. */
export function decimalText(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** The digits of a calendar date in UTC: `26`, `03`, `09` and so on. */
export function dateDigits(at: EpochMs): {
  readonly year: string;
  readonly month: string;
  readonly day: string;
} {
  const { year, month, day } = utcFields(at);
  const two = (value: number): string => String(value % 100).padStart(2, '0');
  return { year: two(year), month: two(month), day: two(day) };
}
