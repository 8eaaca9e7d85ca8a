import { scaleLog } from 'd3-scale';
import { type Tick, thinTicks } from './axis-ticks.ts';

export interface TimeAxis {
  /** Pixels of a number of days. */
  readonly at: (days: number) => number;
  readonly ticks: readonly Tick[];
}

// Most wanted first: where room is short the later ones go.
const named: readonly (readonly [string, number])[] = [
  ['1M', 365 / 12],
  ['1Y', 365],
  ['1W', 7],
  ['1D', 1],
  ['3M', 365 / 4],
  ['6M', 365 / 2],
  ['2W', 14],
  ['2Y', 730],
  ['3D', 3],
  ['5Y', 1825],
  ['6H', 0.25],
  ['1H', 1 / 24],
];
const shortest = 1 / 24;
/** Room before the first and after the last expiry, as a factor in time. */
const breathe = { before: 1.22, after: 1.1 };

/** Days on a logarithmic axis between two pixels, with the tenors traders name. */
export function logTimeAxis(days: readonly number[], [from, to]: readonly [number, number]): TimeAxis {
  const known = days.filter((day) => day > 0);
  const lo = known.length > 0 ? Math.max(shortest, Math.min(...known)) : 1;
  const hi = known.length > 0 ? Math.max(lo, ...known) : 365;
  const middle = hi / lo < 2 ? 2 : 1;
  const scale = scaleLog([lo / breathe.before / middle, hi * breathe.after * middle], [from, to]);
  const [first = lo, last = hi] = scale.domain();
  const ticks = named
    .filter(([, value]) => value >= first && value <= last)
    .map(([text, value]) => ({ value, at: scale(value), text }));
  return { at: (day) => scale(Math.max(shortest, day)), ticks: thinTicks(ticks, 14) };
}
