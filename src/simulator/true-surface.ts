import { DAY_MS, DAYS_PER_YEAR, type EpochMs, yearsBetween } from '#base/time.ts';
import type { MarketState } from './market-state.ts';

/**
 * One expiry of the true surface in eSSVI coordinates: θ is the total variance at the forward, ψ the sum and ρψ the difference
 * of the two wing slopes (Hendriks and Martini 2019).
 */
export interface TrueSlice {
  readonly forward: number;
  /** Years to expiry, ACT/365F. */
  readonly years: number;
  readonly theta: number;
  readonly rho: number;
  readonly psi: number;
}

/** Speed at which the near vol reverts to the far vol, per year. */
const REVERSION = 5;
/** Years at which a slice's shape is half way from the near to the far end. */
const HALF_WAY = 0.12;
const WEEKEND_WEIGHT = 0.72;
const WEEK_MS = 7 * DAY_MS;
/** Scheduled announcements: Wednesdays 19:00 UTC every six weeks, each worth a move of about 2 % at vol 40 %. */
const EVENT_PERIOD = 6 * WEEK_MS;
const EVENT_PHASE = 6 * DAY_MS + 19 * 3_600_000;
const EVENT_YEARS = 0.0022;

/**
 * The true slice of an expiry. Total variance runs on a clock that is slower at weekends and jumps at announcements, so the
 * slice at the forward only ever rises with expiry; ψ² (1 + |ρ|) ≤ 4θ keeps each slice free of butterfly arbitrage
 * (Gatheral and Jacquier 2014, theorem 4.2), and wing slopes that rise with expiry keep the slices from crossing.
 */
export function trueSlice(state: MarketState, expiry: EpochMs): TrueSlice {
  const { profile, at, spot, carry } = state;
  const years = yearsBetween(at, expiry);
  const clock = busyYears(at, expiry);
  const near = (profile.nearVol * state.level) ** 2;
  const far = profile.farVol * profile.farVol * state.level;
  const theta = far * clock + ((near - far) * -Math.expm1(-REVERSION * clock)) / REVERSION;
  const along = years / (years + HALF_WAY);
  const mix = (from: number, to: number): number => from + (to - from) * along;
  const rho = Math.max(-0.7, Math.min(0.6, mix(profile.nearTilt, profile.farTilt) + state.tiltShift));
  const curve = mix(profile.nearCurve, profile.farCurve);
  return { forward: spot * Math.exp(carry * years), years, theta, rho, psi: curve * Math.sqrt(theta) };
}

/** Total variance of a slice at log strike k = ln(K/F); dimensionless. Gatheral and Jacquier 2014, equation 4.1. */
export function trueTotalVariance({ theta, rho, psi }: TrueSlice, k: number): number {
  const x = psi * k + theta * rho;
  return (theta + rho * psi * k + Math.sqrt(x * x + theta * theta * (1 - rho * rho))) / 2;
}

/** Vol of a slice at a strike in the quote currency; a decimal per year. */
export function trueVolAt(slice: TrueSlice, strike: number): number {
  return Math.sqrt(trueTotalVariance(slice, Math.log(strike / slice.forward)) / slice.years);
}

/** Years on the variance clock: weekends count less, announcements count extra. Rises strictly with `to`. */
function busyYears(from: EpochMs, to: EpochMs): number {
  const weekend = weekendMs(to) - weekendMs(from);
  const weekdays = to - from - weekend;
  // Weights that average to one over a week, so that the clock keeps time with the calendar.
  const scale = 7 / (5 + 2 * WEEKEND_WEIGHT);
  const running = (scale * (weekdays + WEEKEND_WEIGHT * weekend)) / (DAYS_PER_YEAR * DAY_MS);
  const events =
    Math.floor((to - EVENT_PHASE) / EVENT_PERIOD) - Math.floor((from - EVENT_PHASE) / EVENT_PERIOD);
  return running + EVENT_YEARS * events;
}

/** Milliseconds of Saturdays and Sundays since a fixed Saturday before 1970. */
function weekendMs(at: EpochMs): number {
  const sinceSaturday = at + 5 * DAY_MS; // 1970-01-01 was a Thursday
  const weeks = Math.floor(sinceSaturday / WEEK_MS);
  return weeks * 2 * DAY_MS + Math.min(2 * DAY_MS, sinceSaturday - weeks * WEEK_MS);
}
