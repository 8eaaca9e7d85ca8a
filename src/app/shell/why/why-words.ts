import { numberText, signedText } from '#charts/number-text.ts';
import type { Interval } from '#analytics/report.ts';
import { inVolPoints, intervalInVolPoints } from '#app/reading/vol-points.ts';

/** One fact of an explanation. */
export interface WhyLine {
  readonly name: string;
  readonly value: string;
  /** Where it comes from, or how it is read; null where the name says it. */
  readonly how: string | null;
}

/** A small table of an explanation; the first column names the row. */
export interface WhyTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One part of an explanation. */
export interface WhySection {
  readonly title: string;
  /** In symbols. */
  readonly formulas: readonly string[];
  readonly table: WhyTable | null;
  readonly lines: readonly WhyLine[];
}

/** How one place of a chart came about, ready to be shown. */
export interface WhyText {
  readonly title: string;
  readonly sentence: string;
  readonly sections: readonly WhySection[];
}

/** A decimal vol as `46.12 %`. */
export function volText(vol: number | null): string {
  return vol === null ? numberText(null, 0) : `${numberText(vol * 100, 2)} %`;
}

/** A difference of decimal vols as `−3.21 vol points`. */
export function pointsText(difference: number | null, decimals = 2): string {
  const points = inVolPoints(difference);
  return points === null ? numberText(null, 0) : `${signedText(points, decimals)} vol points`;
}

/** `45.80 % to 46.40 %`; `–` where nobody makes both sides. */
export function volsBetween(interval: Interval | null): string {
  return interval === null ? numberText(null, 0) : interval.map(volText).join(' to ');
}

/** `−3.61 to −2.80 vol points`. */
export function pointsBetween(interval: Interval | null): string {
  const points = intervalInVolPoints(interval);
  return points === null
    ? numberText(null, 0)
    : `${points.map((point) => signedText(point, 2)).join(' to ')} vol points`;
}

const MOST_DECIMALS = 10;

/** A number of any size with so many digits that count. */
export function figureText(value: number | null, digits = 6): string {
  if (value === null || value === 0) return numberText(value, 0);
  const before = Math.floor(Math.log10(Math.abs(value))) + 1;
  const decimals = Math.min(Math.max(0, digits - before), MOST_DECIMALS);
  const text = numberText(value, decimals);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
