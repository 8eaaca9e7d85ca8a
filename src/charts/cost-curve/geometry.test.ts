import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { overlap } from '../frame/rect.ts';
import type { CostCurveModel, CostPoint } from './cost-curve-model.ts';
import { readCost } from './cost-curve-reading.ts';
import { costCurveTable } from './cost-curve-table.ts';
import { costCurveGeometry } from './geometry.ts';

const size = { width: 640, height: 300 };

function point(x: number, cost: number | null, rest: Partial<CostPoint> = {}): CostPoint {
  return {
    id: `${x}`,
    label: `${x}D`,
    x,
    colour: 'red',
    cost,
    execution: cost === null ? null : 2,
    note: cost === null ? 'nobody offers it' : null,
    figures: [cost === null ? null : 15.5],
    chosen: false,
    ...rest,
  };
}

function model(points: readonly CostPoint[], rest: Partial<CostCurveModel> = {}): CostCurveModel {
  return {
    axis: 'days',
    axisName: 'days',
    points,
    columns: [{ id: 'loss', label: 'most lost, %', decimals: 1 }],
    marks: [{ id: '30', text: '30D, cheapest' }],
    limit: null,
    unit: 'USD a day',
    decimals: 1,
    emptyText: 'no expiry can be had',
    ...rest,
  };
}

it('stands every stem on zero, with execution on top of value', () => {
  const { points, zero, frame } = costCurveGeometry(model([point(7, 12), point(30, 8)]), size);
  expect(zero).toBeCloseTo(frame.plot.bottom, 9);
  for (const { value, execution, y } of points) {
    expect(value?.bottom).toBeCloseTo(zero, 9);
    expect(execution?.bottom).toBeCloseTo(value?.top ?? 0, 9);
    expect(execution?.top).toBeCloseTo(y ?? 0, 9);
  }
});

it('lets what is received hang below a zero that stays on the axis', () => {
  const { points, zero, frame } = costCurveGeometry(model([point(7, -5), point(30, 8)]), size);
  expect(zero).toBeLessThan(frame.plot.bottom);
  expect(points[0]?.value?.top).toBeCloseTo(zero, 9);
  expect(points[0]?.y).toBeGreaterThan(zero);
});

it('draws an expiry that cannot be had as a gap with its reason, never bridged by the line', () => {
  const drawn = costCurveGeometry(model([point(7, 12), point(14, null), point(30, 8), point(60, 7)]), size);
  expect(drawn.hatch).not.toBe('');
  expect(drawn.crosses).not.toBe('');
  expect(drawn.line.match(/M/g)).toHaveLength(1);
  expect(drawn.frame.footnotes[0]?.text).toBe('14D: nobody offers it');
  expect(costCurveTable(model([point(14, null)])).rows[0]?.cells.at(-1)).toBe('nobody offers it');
});

it('hatches all sizes beyond the book and says where it ends', () => {
  const limit = { x: 20, text: 'cannot fill beyond 20 BTC' };
  const points = [point(1, 3), point(10, 4), point(30, null), point(100, null)];
  const drawn = costCurveGeometry(model(points, { axis: 'size', limit, marks: [] }), size);
  expect(drawn.limitWords.map(({ text }) => text).join(' ')).toBe('cannot fill beyond 20 BTC');
  const words = drawn.limitWords[0]?.x ?? 0;
  expect(words).toBeGreaterThan(drawn.frame.x(20));
  expect(drawn.frame.xTicks.map(({ text }) => text)).toEqual(expect.arrayContaining(['1', '10', '100']));
  const distance = (from: number, to: number): number => drawn.frame.x(to) - drawn.frame.x(from);
  expect(distance(1, 10)).toBeCloseTo(distance(10, 100), 6);
});

it('reads value and execution apart, the reason of a gap, and the change from a pin', () => {
  const given = model([point(7, 12), point(14, null), point(30, 8)]);
  const drawn = costCurveGeometry(given, size);
  const focus = (expiryId: string) => ({ expiryId, x: null, pointId: null });
  expect(readCost(given, drawn, focus('30'), focus('7'))?.spoken).toBe(
    '30D: all in 8.0 USD a day, value 6.0, execution 2.0; most lost, % 15.5; −4.0 from pinned 7D',
  );
  expect(readCost(given, drawn, focus('14'), null)?.spoken).toBe('14D; cannot be had; nobody offers it');
});

it.each([
  ['paid', [30, 44, 60, 50, 34, 22]],
  ['received', [-30, -44, -60, -50, -34, -22]],
])('writes beside the last of falling costs without touching line or stems, when they are %s', (_, costs) => {
  const days = [7, 30, 60, 170, 260, 350];
  const points = days.map((at, i) => point(at, costs[i] ?? 0));
  for (const width of [340, 640, 1200]) {
    const marks = [{ id: '350', text: '350D, cheapest' }];
    const { labels, points: drawn } = costCurveGeometry(model(points, { marks }), { width, height: 300 });
    const [label] = labels;
    expect(label?.leader?.[0].x).toBeCloseTo(drawn.at(-1)?.x ?? 0, 6);
    for (const [i, { x, y, value, execution }] of drawn.entries()) {
      for (const box of [value, execution]) expect(overlap(label!.box, box!)).toBe(false);
      const before = drawn[i - 1] ?? { x, y };
      for (let share = 0; share <= 1; share += 0.05) {
        const at = { x: before.x + (x - before.x) * share, y: before.y! + (y! - before.y!) * share };
        expect(overlap(label!.box, { left: at.x, right: at.x, top: at.y, bottom: at.y })).toBe(false);
      }
    }
  }
});

it('says in the middle that nothing can be had, and why', () => {
  const drawn = costCurveGeometry(model([point(7, null), point(30, null)]), size);
  expect(drawn.emptyText?.text).toBe('no expiry can be had');
  expect(drawn.frame.footnotes[0]?.text).toBe('everywhere: nobody offers it');
});

it('holds only finite numbers for any costs and sizes', () => {
  const cost = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }));
  const x = fc.double({ min: 1e-4, max: 4000, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(x, cost), { maxLength: 12 }),
      fc.constantFrom('days' as const, 'size' as const),
      fc.integer({ min: 300, max: 1400 }),
      (list, axis, width) => {
        const points = list.map(([at, value], i) => point(at, value, { id: `${i}` }));
        const limit = axis === 'size' ? { x: 10, text: 'cannot fill beyond 10 BTC' } : null;
        const drawn = costCurveGeometry(model(points, { axis, limit }), { width, height: 260 });
        const text = JSON.stringify(drawn, (_, value: unknown) =>
          typeof value === 'number' && !Number.isFinite(value) ? 'NaN' : value,
        );
        expect(text).not.toMatch(/NaN|Infinity/);
      },
    ),
    { numRuns: 60 },
  );
});
