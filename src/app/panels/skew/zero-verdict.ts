import { numberText } from '#charts/number-text.ts';
import { supportedDecimals } from '#app/reading/vol-points.ts';
import type { Reading } from './skew-rows.ts';

/** Whether a number can be told from zero once the spread is paid. */
export type ZeroTest = 'below' | 'above' | 'maybe-zero' | 'open' | 'unknown';

/** What a number below zero means, and one above: `puts dearer`. */
export interface SideWords {
  readonly below: string;
  readonly above: string;
}

export const RISK_REVERSAL_SIDES: SideWords = { below: 'puts dearer', above: 'calls dearer' };
export const BUTTERFLY_SIDES: SideWords = { below: 'wings cheaper', above: 'wings dearer' };

/** `open`: a number without an interval, since nobody quotes one of its sides. */
export function zeroTest({ value, interval }: Reading): ZeroTest {
  if (value === null) return 'unknown';
  if (interval === null) return 'open';
  if (interval[0] > 0) return 'above';
  return interval[1] < 0 ? 'below' : 'maybe-zero';
}

/** The answer to "is it different from zero after the spread?", in words. */
export interface ZeroVerdict {
  readonly answer: string;
  /** ` by at least 2.0`; empty where no such number is left. */
  readonly least: string;
}

export function zeroVerdict(reading: Reading, sides: SideWords): ZeroVerdict {
  const { interval } = reading;
  const test = zeroTest(reading);
  const plain = (answer: string): ZeroVerdict => ({ answer, least: '' });
  if (test === 'unknown') return plain('not known');
  if (test === 'open' || interval === null) return plain('not known: one side of the spread is missing');
  if (test === 'maybe-zero') return plain('no: zero lies inside the spread');
  const least = test === 'above' ? interval[0] : -interval[1];
  const amount = numberText(least, supportedDecimals(interval));
  return Number(amount) === 0
    ? plain(`barely: ${sides[test]}`)
    : { answer: `yes: ${sides[test]}`, least: ` by at least ${amount}` };
}
