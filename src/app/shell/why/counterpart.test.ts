import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import { expiryFixture, pointFixture, reportFixture } from '#app/reading/report-fixture.ts';
import { counterpart } from './counterpart.ts';

const month = expiryFixture(30);
const quarter = expiryFixture(90);
const put = pointFixture(month, -0.1, { instrument: 'A put' });
const a = reportFixture([month, quarter], { points: [put] });
const place = { instrument: 'A put', expiry: month.expiry };

it('finds the contract of the same strike and right, by whatever name B has for it', () => {
  const call = pointFixture(month, -0.1, { instrument: 'B call', right: 'call' });
  const b = reportFixture([month], { points: [call, { ...put, instrument: 'B put' }] });
  expect(counterpart(place, a, b)).toEqual({ instrument: 'B put', expiry: month.expiry });
});

it('takes the expiry of the same day, alone where B has no such contract', () => {
  const later = { ...month, expiry: epochMs(month.expiry + 3_600_000) };
  expect(counterpart(place, a, reportFixture([later]))).toEqual({ instrument: null, expiry: later.expiry });
});

it('finds nothing where B does not list the day', () => {
  expect(counterpart(place, a, reportFixture([quarter]))).toBeNull();
});

it('looks in the expiry it is told where both are of one market', () => {
  const twin = pointFixture(quarter, 0, { instrument: 'far put', strike: put.strike, right: put.right });
  const both = reportFixture([month, quarter], { points: [put, twin] });
  expect(counterpart(place, both, both, quarter.expiry)).toEqual({
    instrument: 'far put',
    expiry: quarter.expiry,
  });
});
