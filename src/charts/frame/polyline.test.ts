import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { clipPolyline, cutPolyline, heightAt, pathThrough } from './polyline.ts';

const box = { left: 0, right: 100, top: 0, bottom: 50 };

it('clips a line that rises through the top at the very edge', () => {
  const [run] = clipPolyline(
    [
      { x: 0, y: 25 },
      { x: 50, y: -25 },
      { x: 100, y: -25 },
    ],
    box,
  );
  expect(run).toEqual([
    { x: 0, y: 25 },
    { x: 25, y: 0 },
  ]);
});

it('breaks a line that leaves and comes back', () => {
  const vee = [0, 25, 50, 75, 100].map((x, i) => ({ x, y: i % 2 === 0 ? 40 : 90 }));
  expect(clipPolyline(vee, box)).toHaveLength(3);
});

it('keeps every point inside whatever comes in', () => {
  const coordinate = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.record({ x: coordinate, y: coordinate })), (points) => {
      const outside = clipPolyline(points, box)
        .flat()
        .filter(({ x, y }) => x < -1e-6 || x > 100 + 1e-6 || y < -1e-6 || y > 50 + 1e-6);
      expect(outside).toEqual([]);
    }),
  );
});

it('cuts a line so that the parts meet at both cuts', () => {
  const line = [0, 10, 20, 30].map((x) => ({ x, y: x * 2 }));
  const { before, between, after } = cutPolyline(line, [5, 25]);
  expect(before.at(-1)).toEqual({ x: 5, y: 10 });
  expect(between[0]).toEqual({ x: 5, y: 10 });
  expect(between.at(-1)).toEqual(after[0]);
  expect(heightAt(after, 30)).toBe(60);
  expect(heightAt(line, 31)).toBeNull();
});

it('leaves the whole line between cuts that lie outside it', () => {
  const line = [0, 10].map((x) => ({ x, y: 1 }));
  expect(cutPolyline(line, [-5, 50])).toEqual({ before: [], between: line, after: [] });
});

it('writes paths in hundredths of a pixel', () => {
  expect(
    pathThrough([
      { x: 1 / 3, y: 2 },
      { x: -1.005, y: 1e-9 },
    ]),
  ).toBe('M0.33,2L-1,0');
});
