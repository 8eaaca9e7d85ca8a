import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { logTimeAxis } from './log-time-axis.ts';
import { textWidth } from './text-width.ts';

it('names the tenors traders name across a year', () => {
  const { ticks } = logTimeAxis([1.2, 9, 30, 352], [40, 640]);
  expect(ticks.map(({ text }) => text)).toEqual(['1D', '3D', '1W', '2W', '1M', '3M', '6M', '1Y']);
});

it('puts equal factors of time equally far apart', () => {
  const { at } = logTimeAxis([1, 365], [0, 500]);
  expect(at(10) - at(1)).toBeCloseTo(at(100) - at(10), 9);
});

it('drops the lesser names where room is short', () => {
  const { ticks } = logTimeAxis([1.2, 352], [30, 150]);
  expect(ticks.map(({ text }) => text)).toEqual(['1D', '1M', '1Y']);
});

it('keeps names apart and places finite for any expiries, none and expired ones included', () => {
  const days = fc.array(fc.double({ min: -1, max: 4000, noNaN: true }), { maxLength: 12 });
  fc.assert(
    fc.property(days, fc.integer({ min: 60, max: 1000 }), (list, right) => {
      const { ticks, at } = logTimeAxis(list, [30, right]);
      const crowded = ticks.filter((tick, i) => {
        const next = ticks[i + 1];
        return next && next.at - tick.at <= (textWidth(next.text) + textWidth(tick.text)) / 2;
      });
      expect(crowded).toEqual([]);
      expect(list.map(at).filter((place) => !Number.isFinite(place))).toEqual([]);
    }),
  );
});
