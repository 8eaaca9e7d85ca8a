import { assert, nat, property } from 'fast-check';
import { expect, it } from 'vitest';
import { coverage } from './coverage.ts';

const counts = {
  instruments: 100,
  quotesUsed: 60,
  dropped: { 'in-the-money': 30, none: 6, 'ask-only': 3, outlier: 1 },
  rowsRejected: {},
};

it('lists every reason, most frequent first, so that the lines add up to what was left out', () => {
  const { used, lines, summary } = coverage(counts);
  expect(used).toBe('60 of 100 quotes used');
  expect(lines.map(({ count }) => count)).toEqual([30, 6, 3, 1]);
  expect(lines.reduce((sum, { count }) => sum + count, 0)).toBe(100 - 60);
  expect(summary).toBe('30 in the money, 6 no quote, 3 no bid, 1 for other reasons');
});

it('tells of rows that could not be read at all, apart from the contracts', () => {
  expect(coverage(counts).unread).toBeNull();
  const rowsRejected = { 'malformed-row': 2, 'unreadable-name': 1 };
  expect(coverage({ ...counts, rowsRejected }).unread).toBe(
    '3 rows could not be read: 1 unreadable name, 2 malformed row',
  );
});

it('tells the whole of what was left out, whatever it was', () => {
  assert(
    property(nat(500), nat(300), nat(300), nat(9), (used, itm, bidOnly, stale) => {
      const dropped = { 'in-the-money': itm, 'bid-only': bidOnly, stale };
      const instruments = used + itm + bidOnly + stale;
      const drawn = { instruments, quotesUsed: used, dropped, rowsRejected: {} };
      const told = coverage(drawn).lines.reduce((sum, { count }) => sum + count, 0);
      expect(told).toBe(instruments - used);
    }),
    { numRuns: 50 },
  );
});
