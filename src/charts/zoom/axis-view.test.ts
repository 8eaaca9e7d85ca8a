import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { boundedView, movedView, zoomedView } from './axis-view.ts';

const bounds = [-4, 6] as const;

it('keeps the place under the pointer where it is', () => {
  const view = zoomedView([-2, 2], 0.25, 0.5, bounds);
  expect(view).toEqual([-1.5, 0.5]);
  expect(view[0] + 0.25 * (view[1] - view[0])).toBe(-1);
});

it('moves by a share of its width and stops at the end of the axis', () => {
  expect(movedView([-2, 2], 0.5, bounds)).toEqual([0, 4]);
  expect(movedView([-2, 2], 5, bounds)).toEqual([2, 6]);
  expect(movedView([-2, 2], -5, bounds)).toEqual([-4, 0]);
});

it('never leaves the bounds and never closes up, however it is turned', () => {
  const step = fc.record({
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    factor: fc.double({ min: 0.01, max: 100, noNaN: true }),
    by: fc.double({ min: -3, max: 3, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let view: readonly [number, number] = [-1, 1];
      for (const { share, factor, by } of steps)
        view = movedView(zoomedView(view, share, factor, bounds), by, bounds);
      expect(view[0]).toBeGreaterThanOrEqual(bounds[0] - 1e-9);
      expect(view[1]).toBeLessThanOrEqual(bounds[1] + 1e-9);
      expect(view[1] - view[0]).toBeGreaterThan(0.02);
    }),
  );
});

it('fits a view that came from elsewhere into the bounds', () => {
  expect(boundedView([-90, 90], bounds)).toEqual([-4, 6]);
  expect(boundedView([5, 9], bounds)).toEqual([2, 6]);
});
