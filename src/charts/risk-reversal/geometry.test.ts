import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { riskReversalGeometry } from './geometry.ts';
import { readRiskReversal } from './risk-reversal-reading.ts';
import type { RiskReversalModel, RiskReversalPoint } from './risk-reversal-model.ts';

const size = { width: 400, height: 200 };

function point(days: number, value: number | null, rest: Partial<RiskReversalPoint> = {}): RiskReversalPoint {
  return {
    expiryId: `${days}`,
    label: `${days}D`,
    days,
    colour: 'red',
    value,
    interval: value === null ? null : [value - 1, value + 1],
    absence: value === null ? 'too few quotes' : null,
    chosen: true,
    ...rest,
  };
}

function model(
  points: readonly RiskReversalPoint[],
  rest: Partial<RiskReversalModel> = {},
): RiskReversalModel {
  return {
    words: { label: '25Δ call − put', spoken: 'call minus put', below: 'puts dearer', above: 'calls dearer' },
    tenors: [],
    points,
    decimals: 1,
    domain: null,
    emptyText: 'none',
    ...rest,
  };
}

it('keeps zero in view even where every value is far below it or the axis is locked', () => {
  for (const given of [model([point(7, -8), point(30, -9)]), model([point(7, -8)], { domain: [-9, -7] })]) {
    const { zeroY, frame } = riskReversalGeometry(given, size);
    expect(zeroY).toBeGreaterThanOrEqual(frame.plot.top);
    expect(zeroY).toBeLessThanOrEqual(frame.plot.bottom);
  }
});

it('draws hollow what the spread cannot tell from zero', () => {
  const { points } = riskReversalGeometry(model([point(7, -0.6), point(30, -4)]), size);
  expect(points.map(({ maybeZero }) => maybeZero)).toEqual([true, false]);
});

it('breaks the line at an expiry without a value, marks the gap and says why', () => {
  const { line, gaps, frame } = riskReversalGeometry(
    model([point(1, -6), point(2, -6), point(7, null), point(30, -8), point(90, -7)]),
    size,
  );
  expect(line.match(/M/g)).toHaveLength(2);
  expect(gaps).not.toBe('');
  expect(frame.footnotes[0]?.text).toBe('7D: too few quotes');
});

it('cuts a hopeless spread at the axis instead of flattening the values', () => {
  const wild = point(1, -6, { interval: [-90, 80] });
  const { points, frame } = riskReversalGeometry(model([wild, point(7, -8), point(30, -7)]), size);
  expect(points[0]?.interval).toMatchObject({ cutAbove: true, cutBelow: true });
  expect(frame.y(-8) - frame.y(0)).toBeGreaterThan((frame.plot.bottom - frame.plot.top) * 0.3);
  expect(frame.footnotes[0]?.text).toBe('1 bar reaches beyond the axis');
});

it('tells which side is dearer only where a value or its spread reaches', () => {
  const sides = (value: number) =>
    riskReversalGeometry(model([point(7, value)]), size).sides.map(({ side }) => side);
  expect([sides(-5), sides(0.5), sides(5)]).toEqual([['below'], ['below', 'above'], ['above']]);
});

it('reads value, spread and the change from the pinned expiry', () => {
  const given = model([point(7, -8), point(30, -6.5)]);
  const focus = (expiryId: string) => ({ expiryId, x: null, pointId: null });
  const reading = readRiskReversal(given, riskReversalGeometry(given, size), focus('30'), focus('7'));
  expect(reading?.spoken).toBe(
    '30D, 30 days: call minus put −6.5 vol points; after the spread −7.5 to −5.5; +1.5 from pinned 7D',
  );
});

it('holds only finite numbers for any expiries', () => {
  const vol = fc.double({ min: -500, max: 500, noNaN: true });
  const any = fc.record({
    days: fc.double({ min: -2, max: 3000, noNaN: true }),
    value: fc.option(vol),
    half: fc.option(vol),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), fc.integer({ min: 320, max: 1100 }), (list, width) => {
      const points = list.map(({ days, value, half }, i) =>
        point(days, value, {
          expiryId: `${i}`,
          interval: value === null || half === null ? null : [value - Math.abs(half), value + Math.abs(half)],
        }),
      );
      const text = JSON.stringify(
        riskReversalGeometry(model(points), { width, height: 200 }),
        (_, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? 'NaN' : value),
      );
      expect(text).not.toMatch(/NaN|Infinity/);
    }),
    { numRuns: 60 },
  );
});

it('marks an expiry that has just passed at the near edge of the plot, not beside it', () => {
  const { points, frame } = riskReversalGeometry(
    model([point(-0.01, null), point(1, -6), point(30, -7)]),
    size,
  );
  expect(points[0]?.x).toBe(frame.plot.left);
});

it('draws constant maturities with their spread, and the crosshair meets them between the expiries', () => {
  const tenor = {
    tenorId: 'tenor 14',
    label: '14D constant',
    days: 14,
    value: -7,
    interval: [-9, -5] as const,
  };
  const given = model([point(7, -8), point(30, -6)], { tenors: [tenor] });
  const drawn = riskReversalGeometry(given, size);
  expect(drawn.places.map(({ expiryId }) => expiryId)).toEqual(['7', 'tenor 14', '30']);
  expect(drawn.tenors[0]?.interval).not.toBeNull();
  const focus = { expiryId: 'tenor 14', x: null, pointId: null };
  expect(readRiskReversal(given, drawn, focus, null)?.spoken).toBe(
    '14D constant, 14 days: call minus put −7.0 vol points; after the spread −9.0 to −5.0',
  );
});
