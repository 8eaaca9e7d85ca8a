import { numberText } from '../number-text.ts';

/** `23 days`; under three days with a decimal, since hours matter there. */
export function daysText(days: number): string {
  return `${numberText(days, days < 3 ? 1 : 0)} days`;
}
