import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { labelSize, textWidth } from '../frame/text-width.ts';
import { outcomeCurveGeometry } from './geometry.ts';
import type { OutcomeCurveModel } from './outcome-curve-model.ts';
import { findOutcome, readOutcome, stepOutcome } from './outcome-curve-reading.ts';
import { outcomeCurveTable } from './outcome-curve-table.ts';

const size = { width: 640, height: 320 };
const xs = [50, 70, 85, 90, 100, 120, 150];

const model: OutcomeCurveModel = {
  axisTitle: 'price at expiry, USD',
  axis: { unit: 'USD', decimals: 0, signed: false },
  xs,
  lines: [
    { id: 'without', name: 'without hedge', tone: 'without', values: xs.map((x) => x - 100) },
    { id: 'with', name: 'with hedge', tone: 'main', values: xs.map((x) => Math.max(x, 85) - 102) },
  ],
  columns: [{ id: 'exit', label: 'to sell out, USD', decimals: 1, values: xs.map((x) => x / 10) }],
  rules: [
    { x: 85, text: 'floor 85' },
    { x: 87, text: 'break-even 87' },
  ],
  level: { y: -17, text: 'most lost 17 %' },
  unit: 'USD against today',
  decimals: 0,
  emptyText: 'no bill',
};

it('keeps zero on the axis and places each line by its values', () => {
  const drawn = outcomeCurveGeometry(model, size);
  const [without, hedged] = drawn.lines;
  expect(without?.points[4]?.y).toBeCloseTo(drawn.zero ?? 0, 9);
  expect(hedged?.points[0]?.y).toBeCloseTo(hedged?.points[2]?.y ?? 0, 9);
  expect(drawn.level?.y).toBeCloseTo(hedged?.points[0]?.y ?? 0, 9);
});

it('sets names of places that are close together in rows of their own', () => {
  const { rules, plot } = outcomeCurveGeometry(model, size);
  expect(rules.map(({ text }) => text)).toEqual(['floor 85', 'break-even 87']);
  expect(rules[0]?.y).not.toBe(rules[1]?.y);
  for (const { y } of rules) expect(y).toBeLessThan(plot.top);
});

it('names the lines above the plot in as many rows as they need, clear of each other and of the named places', () => {
  const many = ['with it, now', 'with it, in 25 days', 'with it, at expiry', 'without the hedge'];
  const lines = many.map((name) => ({ id: name, name, tone: 'main' as const, values: xs }));
  for (const width of [300, 640]) {
    const { key, rules, plot } = outcomeCurveGeometry({ ...model, lines }, { ...size, width });
    expect(key.map(({ line }) => line.name)).toEqual(many);
    const ends = key.map((entry) => entry.textX + textWidth(entry.line.name));
    key.forEach((entry, index) => {
      expect(ends[index]).toBeLessThanOrEqual(width);
      const next = key[index + 1];
      if (next?.row === entry.row) expect(next.x).toBeGreaterThan(ends[index]!);
      for (const { y } of rules) expect(y - labelSize).toBeGreaterThanOrEqual(entry.y);
    });
    expect(key.at(-1)?.y).toBeLessThan(plot.top);
  }
});

it('walks along the prices and reads every line and the change from a pin', () => {
  const drawn = outcomeCurveGeometry(model, size);
  const found = findOutcome(drawn, { x: drawn.xs[2] ?? 0, y: 100 });
  expect(found).toEqual({ expiryId: 'outcome', x: null, pointId: 'outcome 2' });
  const next = stepOutcome(drawn, found, 'left');
  expect(next && readOutcome(model, drawn, next, found)?.spoken).toBe(
    '70 USD, USD against today; without hedge −30; with hedge −17; to sell out, USD 7.0; with hedge 0 from pinned 85 USD',
  );
  expect(stepOutcome(drawn, null, 'right')?.pointId).toBe('outcome 3');
});

it('carries every line and column in the table', () => {
  expect(outcomeCurveTable(model).rows[0]?.cells).toEqual([50, -50, -17, 5]);
});

it('says in the middle why there is nothing to show', () => {
  const none = outcomeCurveGeometry({ ...model, xs: [], lines: [], columns: [], level: null }, size);
  expect(none.emptyText?.text).toBe('no bill');
  expect(findOutcome(none, { x: 100, y: 100 })).toBeNull();
});

it('holds only finite numbers for any values', () => {
  const value = fc.double({ min: -1e7, max: 1e7, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 7, maxLength: 7 }),
      fc.integer({ min: 300, max: 1400 }),
      (values, width) => {
        const lines = model.lines.map((line) => ({ ...line, values }));
        const drawn = outcomeCurveGeometry({ ...model, lines }, { width, height: 300 });
        const text = JSON.stringify(drawn, (_, one: unknown) =>
          typeof one === 'number' && !Number.isFinite(one) ? 'NaN' : one,
        );
        expect(text).not.toMatch(/NaN|Infinity/);
      },
    ),
    { numRuns: 40 },
  );
});
