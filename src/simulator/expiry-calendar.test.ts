import { expect, it } from 'vitest';
import { DAY_MS, epochMs } from '#base/time.ts';
import { listedExpiries } from './expiry-calendar.ts';

const at = (text: string) => epochMs(Date.parse(text));
const dates = (now: string, quarterlyMonths = 12, expiryHour = 8) =>
  listedExpiries(at(now), { quarterlyMonths, expiryHour }).map(({ expiry, kind }) => [
    new Date(expiry).toISOString().slice(0, 16),
    kind,
  ]);

it('lists the days, Fridays, months and quarters that the venue listed on a known morning', () => {
  expect(dates('2026-08-22T01:52:00Z')).toEqual([
    ['2026-08-22T08:00', 'day'],
    ['2026-08-23T08:00', 'day'],
    ['2026-08-24T08:00', 'day'],
    ['2026-08-25T08:00', 'day'],
    ['2026-08-28T08:00', 'month'],
    ['2026-09-04T08:00', 'week'],
    ['2026-09-11T08:00', 'week'],
    ['2026-09-25T08:00', 'quarter'],
    ['2026-10-30T08:00', 'month'],
    ['2026-12-25T08:00', 'quarter'],
    ['2027-03-26T08:00', 'quarter'],
    ['2027-06-25T08:00', 'quarter'],
  ]);
});

it('drops an expiry at its own 08:00 and lists the next day at the same instant', () => {
  const before = dates('2026-08-23T07:59:59.999Z').map(([date]) => date);
  const after = dates('2026-08-23T08:00:00.000Z').map(([date]) => date);
  expect(before).toContain('2026-08-23T08:00');
  expect(after).not.toContain('2026-08-23T08:00');
  expect(before).not.toContain('2026-08-27T08:00');
  expect(after).toContain('2026-08-27T08:00');
});

it('keeps every expiry from its listing to its end, without gaps, over two years', () => {
  const seen = new Map<number, number>();
  const gaps: string[] = [];
  const start = at('2026-01-01T09:00:00Z');
  for (let day = 0; day < 730; day++) {
    const now = epochMs(start + day * DAY_MS);
    const listed = listedExpiries(now, { quarterlyMonths: 12, expiryHour: 8 });
    expect(listed.length).toBeGreaterThanOrEqual(9);
    expect(listed.every(({ expiry }) => expiry > now && new Date(expiry).getUTCHours() === 8)).toBe(true);
    for (const { expiry, listedAt } of listed) {
      const last = seen.get(expiry) ?? now - DAY_MS;
      if (last !== now - DAY_MS || listedAt > now) gaps.push(new Date(expiry).toISOString());
      seen.set(expiry, now);
    }
  }
  expect(gaps).toEqual([]);
  expect(seen.size).toBeGreaterThan(730);
});

it('makes quarterlies the last Fridays of March, June, September and December', () => {
  const quarters = listedExpiries(at('2027-01-02T00:00:00Z'), { quarterlyMonths: 12, expiryHour: 8 }).filter(
    ({ kind }) => kind === 'quarter',
  );
  const days = quarters.map(({ expiry }) => new Date(expiry).toISOString().slice(0, 10));
  expect(days).toEqual(['2027-03-26', '2027-06-25', '2027-09-24', '2027-12-31']);
});

it('lists the same days at the hour of a venue that expires at noon', () => {
  expect(dates('2026-08-22T09:00:00Z', 12, 12)[0]).toEqual(['2026-08-22T12:00', 'day']);
  expect(dates('2026-08-22T12:00:00Z', 12, 12)[0]).toEqual(['2026-08-23T12:00', 'day']);
});
