import { isoDay, utcFields } from '#base/calendar.ts';
import type { EpochMs } from '#base/time.ts';
import type { FeeSchedule } from '#market/fee-schedule.ts';

const FRIDAY = 5;

/** Whether an expiry is a daily one: weekly and longer contracts of every venue here end on a Friday. */
export function isDailyExpiry(expiry: EpochMs): boolean {
  return utcFields(expiry).weekday !== FRIDAY;
}

/** A schedule with the two rates that the venue lists with the contract itself, as of the list's day. */
export function withListedRates(
  schedule: FeeSchedule,
  listed: { readonly maker: number; readonly taker: number; readonly at: EpochMs },
): FeeSchedule {
  const { maker, taker, at } = listed;
  const rest = schedule.source === undefined ? '' : `; cap and delivery: ${schedule.source.name}`;
  const source = { name: `list of contracts${rest}`, date: isoDay(at), perContract: true };
  return { ...schedule, maker, taker, source };
}
