import { DAY_MS, type EpochMs, epochMs } from '#base/time.ts';

/** What a market is made to live through, on top of its own chance. */
export interface MarketCourse {
  /** Multiplies the vol of the spot's path. */
  readonly pathVol: number;
  /** Multiplies the near vol that options are priced at; its square root multiplies the far vol. */
  readonly level: number;
  /** Added to the log of spot at an instant; 0 at the start and before. */
  readonly shift: (at: EpochMs) => number;
}

/** What protection is judged by: a quiet time, one long way down, or a fall within days with half of it made good. */
export type CourseName = 'calm' | 'sell-off' | 'crash';

/** How a course runs: logs of what spot is multiplied by, and when in the span. */
interface CourseShape {
  readonly pathVol: number;
  readonly level: number;
  /** Log of spot at moments of the span; straight in between, level after the last. */
  readonly knots: readonly { readonly share: number; readonly plusDays: number; readonly log: number }[];
}

const FALL_DAYS = 10;
const CRASH = Math.log(0.55);

const COURSE_SHAPES: Readonly<Record<CourseName, CourseShape>> = {
  calm: { pathVol: 0.6, level: 0.8, knots: [{ share: 0, plusDays: 0, log: 0 }] },
  'sell-off': {
    pathVol: 0.8,
    level: 1,
    knots: [
      { share: 0.1, plusDays: 0, log: 0 },
      { share: 0.8, plusDays: 0, log: Math.log(0.6) },
    ],
  },
  crash: {
    pathVol: 0.8,
    level: 1,
    knots: [
      { share: 0.45, plusDays: 0, log: 0 },
      { share: 0.45, plusDays: FALL_DAYS, log: CRASH },
      { share: 0.9, plusDays: FALL_DAYS, log: CRASH / 2 },
    ],
  },
};

/** A course over a span from `startedAt` on. */
export function marketCourse(name: CourseName, startedAt: EpochMs, spanDays: number): MarketCourse {
  const { pathVol, level, knots } = COURSE_SHAPES[name];
  const placed = knots.map(({ share, plusDays, log }) => ({
    at: epochMs(startedAt + (share * spanDays + plusDays) * DAY_MS),
    log,
  }));
  return {
    pathVol,
    level,
    shift: (at) => {
      const next = placed.findIndex((knot) => knot.at > at);
      const [before, after] = next === -1 ? [placed.at(-1), undefined] : [placed[next - 1], placed[next]];
      if (before === undefined) return 0;
      if (after === undefined) return before.log;
      return before.log + ((after.log - before.log) * (at - before.at)) / (after.at - before.at);
    },
  };
}
