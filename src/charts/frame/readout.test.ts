import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Readout, placeReadout, plainCell } from './readout.ts';
import { contains } from './rect.ts';

const readout: Readout = {
  heading: '1.15 moves below',
  columns: ['strike', 'bid', 'ask', 'fit'],
  rows: ['17 JUL', '31 JUL', '25 SEP'].map((label) =>
    [label, '59 000', '43.9', '46.4', '45.1'].map((text) => plainCell(text)),
  ),
  notes: ['31 JUL: no bid'],
};
const plot = { left: 0, right: 640, top: 0, bottom: 300, names: 590 };
const place = fc.record({
  x: fc.double({ min: 0, max: 640, noNaN: true }),
  y: fc.double({ min: 0, max: 300, noNaN: true }),
});

it('stays inside the picture and off the point', () => {
  fc.assert(
    fc.property(place, (point) => {
      const { box } = placeReadout(readout, point, plot);
      expect(contains(plot, box, 1e-9)).toBe(true);
      const covers = point.x > box.left && point.x < box.right && point.y > box.top && point.y < box.bottom;
      expect(covers).toBe(false);
    }),
  );
});

it('keeps its texts inside its box and the columns in line', () => {
  const { box, texts } = placeReadout(readout, { x: 100, y: 200 }, plot);
  for (const { x, y } of texts) {
    expect(x).toBeGreaterThan(box.left);
    expect(x).toBeLessThan(box.right);
    expect(y).toBeGreaterThan(box.top);
    expect(y).toBeLessThan(box.bottom);
  }
  const bids = texts.filter(({ id }) => /^[0-3] 2$/.test(id));
  expect(new Set(bids.map(({ x }) => x)).size).toBe(1);
  expect(bids).toHaveLength(4);
});

it('turns to the other side of the point near the right edge', () => {
  expect(placeReadout(readout, { x: 630, y: 200 }, plot).box.right).toBeLessThan(630);
});

it('leaves the names at the ends of lines readable while there is room on the other side', () => {
  const left = placeReadout(readout, { x: 330, y: 200 }, plot).box;
  expect(left.right).toBeLessThan(330);
});

it('does not leave a narrow picture', () => {
  const phone = { left: 0, right: 300, top: 0, bottom: 260, names: 250 };
  const { box } = placeReadout(readout, { x: 150, y: 250 }, phone);
  expect(contains(phone, box, 1e-9)).toBe(true);
  expect(box.bottom).toBeLessThan(250);
});
