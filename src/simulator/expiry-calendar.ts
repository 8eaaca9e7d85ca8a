import { utcFields, utcInstant } from '#base/calendar.ts';
import { DAY_MS, epochMs, type EpochMs } from '#base/time.ts';

/** Why an expiry is on the calendar; an expiry with several reasons carries the longest-lived. */
export type ExpiryKind = 'day' | 'week' | 'month' | 'quarter';

/** One listed expiry. */
export interface ListedExpiry {
  readonly expiry: EpochMs;
  readonly kind: ExpiryKind;
  /** First instant at which it is listed; it leaves the list at its own expiry. */
  readonly listedAt: EpochMs;
}

const DAILY_LIFE = 4 * DAY_MS;
const WEEKLY_LIFE = 21 * DAY_MS;
const MONTHLY_MONTHS = 3;
const FRIDAY = 5;

/**
 * The expiries listed at an instant, in time order: the next four days, the next three Fridays, the last Fridays of three
 * months and the last Fridays of the quarters, `quarterlyMonths` ahead; all at `expiryHour` o'clock UTC.
 */
export function listedExpiries(
  now: EpochMs,
  { quarterlyMonths, expiryHour: hour }: { readonly quarterlyMonths: number; readonly expiryHour: number },
): readonly ListedExpiry[] {
  const byInstant = new Map<number, ListedExpiry>();
  const list = (expiry: EpochMs, kind: ExpiryKind, listedAt: EpochMs): void => {
    if (now < listedAt || now >= expiry) return;
    const earlier = byInstant.get(expiry)?.listedAt ?? listedAt;
    byInstant.set(expiry, { expiry, kind, listedAt: epochMs(Math.min(earlier, listedAt)) });
  };
  for (let day = 0; day <= 22; day++) {
    const expiry = sameDay(epochMs(now + day * DAY_MS), hour);
    list(expiry, 'day', epochMs(expiry - DAILY_LIFE));
    if (utcFields(expiry).weekday === FRIDAY) list(expiry, 'week', epochMs(expiry - WEEKLY_LIFE));
  }
  const { year, month } = utcFields(now);
  for (let ahead = 0; ahead <= quarterlyMonths + 1; ahead++) {
    const expiry = lastFriday(year, month + ahead, hour);
    list(expiry, 'month', lastFriday(year, month + ahead - MONTHLY_MONTHS, hour));
    if ((month + ahead) % 3 === 0)
      list(expiry, 'quarter', lastFriday(year, month + ahead - quarterlyMonths, hour));
  }
  return [...byInstant.values()].sort((a, b) => a.expiry - b.expiry);
}

function sameDay(at: EpochMs, hour: number): EpochMs {
  const { year, month, day } = utcFields(at);
  return utcInstant({ year, month, day, hour }) ?? at;
}

/** The hour of the last Friday of a month; months outside 1–12 count on into the neighbouring years. */
function lastFriday(year: number, month: number, hour: number): EpochMs {
  const shifted = year * 12 + month; // the month after, counted from zero
  const next = { year: Math.floor(shifted / 12), month: (shifted % 12) + 1, day: 1, hour };
  const firstOfNext = utcInstant(next) ?? epochMs(0);
  const back = ((utcFields(firstOfNext).weekday - FRIDAY + 6) % 7) + 1;
  return epochMs(firstOfNext - back * DAY_MS);
}
