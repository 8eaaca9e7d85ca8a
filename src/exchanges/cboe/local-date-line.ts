import { utcInstant } from '#base/calendar.ts';
import { type EpochMs, epochMs } from '#base/time.ts';
import { newYorkInstant } from './new-york-time.ts';

/**
 * First letters, without accents, of the month names of the languages that the site's date line comes in:
 * English, Spanish, Portuguese, French, Italian, German, Dutch.
 */
const MONTH_STEMS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fev'],
  ['mar', 'maa'],
  ['apr', 'abr', 'avr'],
  ['may', 'mai', 'mag', 'mei'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'ago', 'aou'],
  ['sep', 'set'],
  ['oct', 'out', 'okt', 'ott'],
  ['nov'],
  ['dec', 'dez', 'dic'],
];

const LONGEST_LINE = 200;

/**
 * The instant that a localised date line names, as in `Date: 29 de agosto de 2025 às 16:29 GMT-4` or
 * `Date: August 29, 2025 at 4:29 PM EDT`; New York time where it names no offset. Null where it cannot be read.
 */
export function readDateLine(line: string): EpochMs | null {
  const text = line
    .slice(0, LONGEST_LINE)
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();
  const date = numericDate(text) ?? wordedDate(text);
  const time = /(\d{1,2}):(\d{2})(?::\d{2})?\s*(am|pm|a\.m\.|p\.m\.)?/.exec(text);
  if (date === null || time === null) return null;
  const hour = hourOf(Number(time[1]), time[3]);
  const minute = Number(time[2]);
  if (hour > 23 || minute > 59) return null;
  const wall = { ...date, hour, minute };
  const offset = offsetHours(text);
  if (offset === null) return newYorkInstant(wall);
  const asUtc = utcInstant(wall);
  return asUtc === null ? null : epochMs(asUtc - offset * 3_600_000);
}

type CalendarDate = { readonly year: number; readonly month: number; readonly day: number };

/** `2025-08-29`, `2025年8月29日`, `2025/8/29`: year first, or nothing. */
function numericDate(text: string): CalendarDate | null {
  const parts = /(20\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/.exec(text);
  return parts === null ? null : { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
}

function wordedDate(text: string): CalendarDate | null {
  const year = /\b(20\d{2})\b/.exec(text)?.[1];
  const day = /\b(\d{1,2})\b(?!:)/.exec(text)?.[1];
  const month = text
    .split(/[^a-z]+/)
    .map(monthOf)
    .find((number) => number > 0);
  if (year === undefined || day === undefined || month === undefined) return null;
  return { year: Number(year), month, day: Number(day) };
}

function monthOf(word: string): number {
  return 1 + MONTH_STEMS.findIndex((stems) => stems.some((stem) => word.startsWith(stem)));
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (half.startsWith('p') ? 12 : 0);
}

function offsetHours(text: string): number | null {
  const zone = /(?:gmt|utc)\s*([+-]\d{1,2})?/.exec(text);
  if (zone !== null) return Number(zone[1] ?? 0);
  if (/\bedt\b/.test(text)) return -4;
  return /\best\b/.test(text) ? -5 : null;
}
