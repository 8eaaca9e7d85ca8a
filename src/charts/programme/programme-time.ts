import { ticks } from 'd3-array';
import { type EpochMs, epochMs } from '#base/time.ts';
import { utcFields } from '#base/calendar.ts';
import { type Tick, thinTicks } from '../frame/axis-ticks.ts';
import { textWidth } from '../frame/text-width.ts';
import { numberText } from '../number-text.ts';
import type { ProgrammeModel } from './programme-model.ts';

const dayMs = 86_400_000;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

type Clock = Pick<ProgrammeModel, 'axis' | 'startedAt'>;

function instant({ startedAt }: Clock, day: number): EpochMs {
  return epochMs(startedAt + Math.round(day * dayMs));
}

/** `day 28`, or `5 Feb 2026 12:00 UTC`. */
export function timeText(clock: Clock, day: number): string {
  if (clock.axis === 'days') return `day ${numberText(day, Number.isInteger(day) ? 0 : 1)}`;
  const { year, month, day: date, hour, minute } = utcFields(instant(clock, day));
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date} ${months[month - 1] ?? ''} ${year} ${two(hour)}:${two(minute)} UTC`;
}

/** Round numbers of days, or midnights. */
export function timeTicks(
  model: ProgrammeModel,
  x: (day: number) => number,
  [from, to]: readonly [number, number],
): readonly Tick[] {
  const last = model.days.at(-1) ?? 0;
  const most = Math.max(2, Math.floor((to - from) / 70));
  const offset = model.axis === 'days' ? 0 : ((dayMs - (model.startedAt % dayMs)) % dayMs) / dayMs;
  const placed = ticks(0, last, most)
    .map((value) => value + offset)
    .filter((value) => value <= last)
    .map((value) => ({ value, at: x(value), text: tickText(model, value) }));
  return thinTicks(
    placed.filter(({ at, text }) => at + textWidth(text) / 2 <= to + 12),
    10,
  );
}

function tickText(clock: Clock, day: number): string {
  if (clock.axis === 'days') return numberText(day, Number.isInteger(day) ? 0 : 1);
  const { month, day: date, hour, minute } = utcFields(instant(clock, day));
  const name = `${date} ${months[month - 1] ?? ''}`;
  return hour === 0 && minute === 0 ? name : `${name} ${String(hour).padStart(2, '0')}h`;
}
