import { numberText } from '#charts/number-text.ts';
import type { ExpiryReport } from '#analytics/report.ts';
import { DAYS_PER_YEAR } from '#base/time.ts';

/** ACT/365F days left. */
export function daysLeft(expiry: ExpiryReport): number {
  return expiry.years * DAYS_PER_YEAR;
}

/** Days as a figure of a table, in tenths where a whole day is much. */
export function daysFigure(days: number): string {
  return numberText(days, days < 10 ? 1 : 0);
}

/** `23d`, and in hours where a day says too little: `7h`. */
export function shortDays(days: number): string {
  return days < 1 ? `${Math.max(0, Math.floor(days * 24))}h` : `${Math.round(days)}d`;
}

/** `23 days`, `1 day`, `7 hours`. */
export function daysInWords(days: number): string {
  const hours = Math.max(0, Math.floor(days * 24));
  if (days < 1) return `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
  const whole = Math.round(days);
  return `${numberText(whole, 0)} ${whole === 1 ? 'day' : 'days'}`;
}

/** The label without its year, wherever that stays unique among all listed ones. */
export function shortLabels(labels: readonly string[]): readonly string[] {
  const short = labels.map((label) => label.replace(/ \d\d(?= |$)/, ''));
  const seen = new Map<string, number>();
  for (const label of short) seen.set(label, (seen.get(label) ?? 0) + 1);
  return labels.map((label, index) => {
    const candidate = short[index] ?? label;
    return seen.get(candidate) === 1 ? candidate : label;
  });
}

const ABSENCES: Readonly<Record<NonNullable<ExpiryReport['unfitted']>, string>> = {
  expired: 'expired',
  'no-forward': 'no forward price',
  'too-few-quotes': 'too few two-sided quotes',
  'fit-failed': 'no curve fits these quotes',
};

/** Why an expiry has no smile, in words; null when it has one. */
export function absenceInWords(expiry: ExpiryReport): string | null {
  return expiry.unfitted === null ? null : ABSENCES[expiry.unfitted];
}
