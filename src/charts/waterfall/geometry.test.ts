import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { waterfallGeometry, waterfallHeight } from './geometry.ts';
import type { WaterfallModel } from './waterfall-model.ts';

const model = (values: readonly (number | null)[]): WaterfallModel => ({
  steps: values.map((value, i) => ({
    id: String(i),
    label: `Part ${i}`,
    value,
    text: value === null ? 'not known' : value.toFixed(1),
    tone: 'value',
  })),
  total: {
    label: 'All in',
    value: values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
    text: 'sum',
  },
  unit: 'USD',
  decimals: 1,
});
const sizeOf = (one: WaterfallModel) => ({ width: 560, height: waterfallHeight(one) });

it('begins every step where the one before it ended, and the total at zero', () => {
  const one = model([846, 549, 100, -62, 30]);
  const { rows, zero } = waterfallGeometry(one, sizeOf(one));
  const bars = rows.map(({ bar }) => bar!);
  expect(bars[0]!.left).toBeCloseTo(zero, 9);
  expect(bars[1]!.left).toBeCloseTo(bars[0]!.right, 9);
  expect(bars[3]!.right).toBeCloseTo(bars[2]!.right, 9);
  expect(bars[4]!.left).toBeCloseTo(bars[3]!.left, 9);
  expect(bars[5]!.left).toBeCloseTo(zero, 9);
  expect(bars[5]!.right).toBeCloseTo(bars[4]!.right, 9);
});

it('draws no bar for a part that is not known', () => {
  const one = model([10, null, 5]);
  const { rows } = waterfallGeometry(one, sizeOf(one));
  expect(rows[1]!.bar).toBeNull();
  expect(rows[2]!.bar!.left).toBeCloseTo(rows[0]!.bar!.right, 9);
});

it('keeps bars and figures inside the picture, whatever the parts', () => {
  const value = fc.double({ min: -1e5, max: 1e5, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(fc.option(value), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 340, max: 1200 }),
      (values, width) => {
        const one = model(values);
        const { rows } = waterfallGeometry(one, { width, height: waterfallHeight(one) });
        for (const { bar } of rows) {
          if (bar === null) continue;
          expect(bar.left).toBeGreaterThanOrEqual(0);
          expect(bar.right).toBeLessThanOrEqual(width + 1);
          expect(bar.right).toBeGreaterThan(bar.left);
        }
      },
    ),
  );
});
