import { numberText } from '#charts/number-text.ts';
import { utcFields } from '#base/calendar.ts';
import { type EpochMs, DAY_MS } from '#base/time.ts';

const pad = (value: number): string => String(value).padStart(2, '0');
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** How long ago or how long until: `4 s`, `3 min`, `2 h`, `5 days`. */
export function spanText(ms: number): string {
  if (ms < 2 * MINUTE_MS) return `${Math.max(0, Math.floor(ms / 1000))} s`;
  if (ms < 2 * HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`;
  if (ms < 2 * DAY_MS) return `${Math.floor(ms / HOUR_MS)} h`;
  return `${numberText(Math.floor(ms / DAY_MS), 0)} days`;
}

/** `03:47:35 UTC`. */
export function clockText(at: EpochMs): string {
  const { hour, minute } = utcFields(at);
  const second = Math.floor((at % MINUTE_MS) / 1000);
  return `${pad(hour)}:${pad(minute)}:${pad(second)} UTC`;
}

/** `2026-07-08 03:47:35 UTC`. */
export function instantText(at: EpochMs): string {
  const { year, month, day } = utcFields(at);
  return `${year}-${pad(month)}-${pad(day)} ${clockText(at)}`;
}
