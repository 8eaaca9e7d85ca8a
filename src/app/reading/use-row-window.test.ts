import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { rowsInSight } from './use-row-window.ts';

const ROW = 28;

it('covers every row that any part of the view shows, and few more', () => {
  const whole = fc.integer({ min: 0, max: 40_000 });
  fc.assert(
    fc.property(
      whole,
      fc.integer({ min: 1, max: 2000 }),
      fc.integer({ min: 0, max: 40_000 * ROW }),
      (count, height, top) => {
        const scrolled = Math.min(top, Math.max(0, count * ROW - height));
        const { first, end } = rowsInSight({ top: scrolled, height }, ROW, count);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(count);
        expect(first).toBeLessThanOrEqual(Math.floor(scrolled / ROW));
        expect(end).toBeGreaterThanOrEqual(Math.min(count, Math.ceil((scrolled + height) / ROW)));
        expect(end - first).toBeLessThanOrEqual(Math.ceil(height / ROW) + 18);
      },
    ),
  );
});

it('stays at the end when a filter leaves fewer rows than were scrolled past', () => {
  expect(rowsInSight({ top: 20_000 * ROW, height: 280 }, ROW, 30)).toEqual({ first: 12, end: 30 });
});
