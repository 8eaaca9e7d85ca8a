import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, epochMs } from '#base/time.ts';
import { COINS } from './coin-profile.ts';
import { type CourseName, marketCourse } from './market-course.ts';
import { marketStates } from './market-state.ts';

const start = epochMs(Date.UTC(2026, 0, 2, 8));
const on = (day: number) => epochMs(start + day * DAY_MS);
const multiple = (name: CourseName, day: number, span = 365): number =>
  Math.exp(marketCourse(name, start, span).shift(on(day)));

describe('a market’s course', () => {
  it('is nothing at the start, before it and on a calm path', () => {
    for (const name of ['calm', 'sell-off', 'crash'] as const) {
      expect([multiple(name, 0), multiple(name, -100)]).toEqual([1, 1]);
    }
    expect(multiple('calm', 200)).toBe(1);
  });

  it('takes 40 % off in a sell-off, evenly in the log, and keeps it off', () => {
    expect(multiple('sell-off', 365)).toBeCloseTo(0.6, 12);
    expect(multiple('sell-off', 0.45 * 365)).toBeCloseTo(Math.sqrt(0.6), 12);
    expect(multiple('sell-off', 0.8 * 365)).toBeCloseTo(0.6, 12);
  });

  it('takes 45 % off within ten days in a crash, however long the span, and gives half the log back', () => {
    for (const span of [60, 365, 1000]) {
      expect(multiple('crash', 0.45 * span, span)).toBeCloseTo(1, 12);
      expect(multiple('crash', 0.45 * span + 10, span)).toBeCloseTo(0.55, 12);
      expect(multiple('crash', span + 200, span)).toBeCloseTo(Math.sqrt(0.55), 12);
    }
  });

  it('never jumps', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('calm', 'sell-off', 'crash' as const),
        fc.double({ min: -50, max: 500, noNaN: true }),
        (name, day) => {
          expect(Math.abs(multiple(name, day + 0.01) / multiple(name, day) - 1)).toBeLessThan(0.001);
        },
      ),
    );
  });

  it('moves spot by itself alone and lets vol answer to a fall', () => {
    const plain = marketStates(5, start);
    const course = { ...marketCourse('crash', start, 100), pathVol: 1, level: 1 };
    const made = marketStates(5, start, course);
    const [before, after] = [on(40), on(54)];
    expect(made(COINS.BTC, before)).toEqual(plain(COINS.BTC, before));
    expect(made(COINS.BTC, on(55)).spot / plain(COINS.BTC, on(55)).spot).toBeCloseTo(0.55, 9);
    expect(made(COINS.BTC, after).level).toBeGreaterThan(1.3 * plain(COINS.BTC, after).level);
  });
});
