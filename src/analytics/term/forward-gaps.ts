import { type VolPillar, forwardVariance } from '#quant/term/forward-vol.ts';
import { DAYS_PER_YEAR, DAY_MS, type EpochMs } from '#base/time.ts';
import { finiteOrNull } from '../finite-or-null.ts';
import type { ExpiryReport, Interval } from '../report.ts';

/** What is wrong with total variance between two expiries: it falls at the forward, or only at other strikes. */
export type CalendarFlag = 'falls-at-forward' | 'falls-in-wings';

/** How a gap stands against the gaps on either side of it. */
export interface GapStanding {
  readonly side: 'high' | 'low';
  /** Whether what the spread leaves of this gap lies wholly past both neighbours. */
  readonly beyondSpread: boolean;
  /** Vol of the two gaps it is held against together, decimal. */
  readonly around: number;
  /** Standard deviation of one single extra move that is worth the difference in variance; negative when the gap is low. */
  readonly extraMove: number;
}

/** The time between two neighbouring fitted expiries, or from now to the first. */
export interface ForwardGap {
  /** Null stands for now. */
  readonly near: EpochMs | null;
  readonly far: EpochMs;
  /** ACT/365F from now. */
  readonly nearYears: number;
  readonly farYears: number;
  /** Vol of the gap as the report has it; null where total variance falls. The first gap's is the first expiry's own. */
  readonly vol: number | null;
  /** What the spreads of the two at-the-money vols leave of it; a lower end of 0 means that they leave a fall. */
  readonly interval: Interval | null;
  readonly flag: CalendarFlag | null;
  /** Two series of one date: hours in which a closed market sleeps or wakes, whose vol says little. */
  readonly withinDay: boolean;
  /** Null for a gap like its neighbours, and where there is no gap to hold it against on both sides. */
  readonly standing: GapStanding | null;
}

/** Less than this share above or below both neighbours is no matter. */
const NOTABLE = 0.08;
/** Gaps are held against each other when their shares of weekend differ by no more than this … */
const LIKE_WEEKENDS = 0.3;
/** … and no more than so many gaps lie between. */
const REACH = 4;
/** ACT/365F years; two series of one date are nearer. */
const SHORTEST = 0.6 / 365;

type Fitted = ExpiryReport & { readonly atmVol: number };

/**
 * Forward vols from one fitted expiry to the next, each against its neighbours: where an expected event lies between two expiries,
 * the variance between them stands out. Nothing is known of the event itself. Weekends carry less variance, so a gap is held against
 * the nearest gap on either side with a like share of Saturdays and Sundays (UTC).
 * @param expiries of one report, in time order
 */
export function forwardGaps(expiries: readonly ExpiryReport[]): readonly ForwardGap[] {
  const fitted = expiries.filter((one): one is Fitted => one.atmVol !== null && one.years > 0);
  const bare = fitted.map((far, index) => gapBetween(fitted[index - 1] ?? null, far));
  return bare.map((gap, index) =>
    standingAmong(gap, bare.slice(0, index).toReversed(), bare.slice(index + 1)),
  );
}

function gapBetween(near: Fitted | null, far: Fitted): ForwardGap {
  const ends = { far: far.expiry, farYears: far.years, standing: null };
  if (near === null) {
    const { atmVol: vol, atmVolInterval: interval } = far;
    return { ...ends, near: null, nearYears: 0, vol, interval, flag: null, withinDay: false };
  }
  const vol = far.forwardVolFromPrevious;
  const falls = far.fit?.calendarFree === false ? 'falls-in-wings' : null;
  return {
    ...ends,
    near: near.expiry,
    nearYears: near.years,
    vol,
    interval: intervalBetween(near, far),
    flag: vol === null ? 'falls-at-forward' : falls,
    withinDay: far.years - near.years < SHORTEST,
  };
}

/** Near bought and far sold, then the other way round. */
function intervalBetween(near: Fitted, far: Fitted): Interval | null {
  const [n, f] = [near.atmVolInterval, far.atmVolInterval];
  if (n === null || f === null || far.years <= near.years) return null;
  const at = (nearVol: number, farVol: number): number => {
    const [from, to]: readonly VolPillar[] = [
      { years: near.years, vol: nearVol },
      { years: far.years, vol: farVol },
    ];
    return from && to ? forwardVariance(from, to) : Number.NaN;
  };
  const [lo, hi] = [at(n[1], f[0]), at(n[0], f[1])];
  return hi < 0 || !Number.isFinite(lo + hi) ? null : [Math.sqrt(Math.max(lo, 0)), Math.sqrt(hi)];
}

function standingAmong(
  gap: ForwardGap,
  before: readonly ForwardGap[],
  after: readonly ForwardGap[],
): ForwardGap {
  const alike = (other: ForwardGap): boolean =>
    !other.withinDay && Math.abs(weekendShare(other) - weekendShare(gap)) <= LIKE_WEEKENDS;
  const [left, right] = [before, after].map((side) => side.slice(0, REACH).find(alike));
  const standing = left && right && !gap.withinDay ? standingOf(gap, left, right) : null;
  return { ...gap, standing };
}

/** Share of the gap's time that falls on a Saturday or Sunday. */
function weekendShare({ far, nearYears, farYears }: ForwardGap): number {
  const span = (farYears - nearYears) * DAYS_PER_YEAR * DAY_MS;
  const near = far - span;
  let weekend = 0;
  for (let day = Math.floor(near / DAY_MS); day * DAY_MS < far; day++) {
    // The first of January 1970 was a Thursday.
    const isWeekend = [2, 3].includes(((day % 7) + 7) % 7);
    if (isWeekend) weekend += Math.min(far, (day + 1) * DAY_MS) - Math.max(near, day * DAY_MS);
  }
  return span > 0 ? weekend / span : 0;
}

function standingOf(gap: ForwardGap, before: ForwardGap, after: ForwardGap): GapStanding | null {
  const [vol, left, right] = [gap.vol, before.vol, after.vol];
  if (vol === null || left === null || right === null) return null;
  const [lower, upper] = left < right ? [left, right] : [right, left];
  const side = vol > upper * (1 + NOTABLE) ? 'high' : vol < lower * (1 - NOTABLE) ? 'low' : null;
  if (side === null) return null;
  const spans = [before.farYears - before.nearYears, after.farYears - after.nearYears] as const;
  const around = (left * left * spans[0] + right * right * spans[1]) / (spans[0] + spans[1]);
  const extra = (vol * vol - around) * (gap.farYears - gap.nearYears);
  const extraMove = finiteOrNull(Math.sign(extra) * Math.sqrt(Math.abs(extra)));
  if (extraMove === null) return null;
  return { side, beyondSpread: isBeyond(gap, side, [lower, upper]), around: Math.sqrt(around), extraMove };
}

function isBeyond({ interval }: ForwardGap, side: 'high' | 'low', [lower, upper]: Interval): boolean {
  if (interval === null) return false;
  return side === 'high' ? interval[0] > upper : interval[1] < lower;
}
