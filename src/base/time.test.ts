import { expect, it } from 'vitest';
import { expiryLabel, monthNumber, utcInstant } from './calendar.ts';
import { daysOf, epochMs, yearsBetween } from './time.ts';

it('measures a leap year as 366/365 ACT/365F years', () => {
  const from = utcInstant({ year: 2024, month: 1, day: 1, hour: 8 });
  const to = utcInstant({ year: 2025, month: 1, day: 1, hour: 8 });
  expect(from !== null && to !== null && daysOf(yearsBetween(from, to))).toBeCloseTo(366, 9);
});

it('has no instant for a date that does not exist', () => {
  expect(utcInstant({ year: 2026, month: 6, day: 31 })).toBeNull();
});

it('labels an expiry as traders write it', () => {
  expect(expiryLabel(epochMs(Date.parse('2026-07-03T08:00:00Z')))).toBe('3 JUL 26');
});

it('knows months only by their English capitals', () => {
  expect([monthNumber('DEC'), monthNumber('dec'), monthNumber('XYZ')]).toEqual([12, null, null]);
});
