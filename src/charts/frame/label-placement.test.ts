import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type WantedLabel, placeLabels } from './label-placement.ts';
import { contains, overlap } from './rect.ts';

const bounds = { left: 30, right: 600, top: 20, bottom: 320 };
const anchor = fc.record({
  x: fc.double({ min: -100, max: 800, noNaN: true }),
  y: fc.double({ min: -100, max: 500, noNaN: true }),
});
const labels = (max: number) =>
  fc
    .array(fc.record({ anchor, text: fc.constantFrom('9 JUL', '31 JUL', '25 JUN 27', '25Δ put') }), {
      maxLength: max,
    })
    .map((list) =>
      list.map(({ anchor: at, text }, i): WantedLabel => ({ id: `${i}`, text, colour: 'red', anchor: at })),
    );

it('never lets two labels overlap or one leave the bounds', () => {
  fc.assert(
    fc.property(labels(40), fc.array(anchor, { maxLength: 60 }), (wanted, obstacles) => {
      const placed = placeLabels(wanted, bounds, obstacles);
      const outside = placed.filter(({ box }) => !contains(bounds, box, 1e-6));
      const clashes = placed.filter(({ box }, i) =>
        placed.some(
          (other, k) =>
            k > i &&
            overlap(box, { ...other.box, top: other.box.top + 1e-6, bottom: other.box.bottom - 1e-6 }),
        ),
      );
      expect({ outside, clashes }).toEqual({ outside: [], clashes: [] });
    }),
  );
});

it('places every label that its column has room for', () => {
  fc.assert(
    fc.property(labels(20), (wanted) => {
      expect(placeLabels(wanted, bounds).length).toBe(wanted.length);
    }),
  );
});

it('leaves a label beside its anchor where nothing is in the way', () => {
  const [label] = placeLabels(
    [{ id: 'a', text: '31 JUL', colour: 'red', anchor: { x: 100, y: 100 } }],
    bounds,
  );
  expect(label?.at).toEqual({ x: 106, y: 100 });
  expect(label?.leader).toBeNull();
});

it('moves a label off a line that it would be written over and leads back to the anchor', () => {
  const line = Array.from({ length: 60 }, (_, i) => ({ x: 104 + i, y: 101 }));
  const wanted = { id: 'a', text: '31 JUL', colour: 'red', anchor: { x: 100, y: 100 } };
  const [label] = placeLabels([wanted], bounds, line);
  expect(Math.abs((label?.at.y ?? 100) - 100)).toBeGreaterThanOrEqual(14);
  expect(label?.leader?.[0]).toEqual({ x: 100, y: 100 });
});

it('keeps labels that end together in the order of their lines', () => {
  const wanted = [40, 41, 39].map((y, i) => ({
    id: `${i}`,
    text: '31 JUL',
    colour: 'red',
    anchor: { x: 200, y },
  }));
  expect(placeLabels(wanted, bounds).map(({ id }) => id)).toEqual(['2', '0', '1']);
});
