import type { Brand } from './brand.ts';

declare const msUnit: unique symbol;
declare const yearUnit: unique symbol;

/** An instant as integer milliseconds since 1970-01-01 UTC. */
export type EpochMs = Brand<number, typeof msUnit>;
/** A span in ACT/365F years: milliseconds divided by 365 × 86 400 000. */
export type Years = Brand<number, typeof yearUnit>;

/** Milliseconds in one day. */
export const DAY_MS = 86_400_000;
/** Days in one ACT/365F year. */
export const DAYS_PER_YEAR = 365;

/** Reads a plain number as an instant; rounds to whole milliseconds. */
export function epochMs(ms: number): EpochMs {
  return Math.round(ms) as EpochMs;
}

/** ACT/365F years from one instant to another; negative when `to` is earlier. */
export function yearsBetween(from: EpochMs, to: EpochMs): Years {
  return ((to - from) / (DAYS_PER_YEAR * DAY_MS)) as Years;
}

/** ACT/365F days of a span in years. */
export function daysOf(span: Years): number {
  return span * DAYS_PER_YEAR;
}
