import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { overlap } from '../frame/rect.ts';
import type { DensityCurve, DensityModel, DensityPoint } from './density-model.ts';
import { findDensityPlace, stepDensityPlace } from './density-places.ts';
import { chanceText, densityAtX, readDensity } from './density-reading.ts';
import { densityTable } from './density-table.ts';
import { densityGeometry } from './geometry.ts';
import { hatchUnder } from './hatch.ts';

const size = { width: 640, height: 340 };

/** A logistic law about 100: everything of it is known in closed form. */
function curve(id: string, width: number, rest: Partial<DensityCurve> = {}): DensityCurve {
  const point = (x: number): DensityPoint => {
    const below = 1 / (1 + Math.exp(-(x - 100) / width));
    const density = (100 * below * (1 - below)) / width;
    return {
      x,
      density,
      below: 100 * below,
      lognormalDensity: density * 0.9,
      lognormalBelow: 100 * below,
      densityRange: [density * 0.95, density * 1.05],
      belowRange: [95 * below, 100 * below],
    };
  };
  const points = Array.from({ length: 201 }, (_, i) => point(100 + width * (i - 100) * 0.08));
  return {
    expiryId: id,
    label: id,
    days: 30,
    colour: 'red',
    points,
    quotedRange: [100 - 3 * width, 100 + 3 * width],
    places: [-2, -1, 0, 1, 2].map((i) => ({ id: `${id} ${i}`, x: 100 + i * width, strike: 100 + i * width })),
    level: null,
    absence: null,
    ...rest,
  };
}

function model(curves: readonly DensityCurve[], rest: Partial<DensityModel> = {}): DensityModel {
  return {
    axis: 'price',
    priceUnit: 'USD',
    priceDecimals: 0,
    densityPer: '1 USD',
    curves,
    leadId: curves[0]?.expiryId ?? null,
    xDomain: null,
    densityMax: null,
    emptyText: 'nothing',
    ...rest,
  };
}

const numbersOf = (path: string): number[] => (path.match(/-?[\d.]+/g) ?? []).map(Number);

it('draws a law whole: it reaches its peak, and all but the last chances lie inside the picture', () => {
  const { curves, plot, xDomain } = densityGeometry(model([curve('a', 4)]), 'density', size);
  const top = Math.min(...curves[0]!.line.map(({ y }) => y));
  expect(top).toBeGreaterThan(plot.top);
  expect(top).toBeLessThan(plot.top + 0.15 * (plot.bottom - plot.top));
  expect(densityAtX(curve('a', 4), xDomain[0])!.below).toBeLessThan(0.3);
  expect(densityAtX(curve('a', 4), xDomain[1])!.below).toBeGreaterThan(99.7);
});

it('parts what rests on quotes from what does not, and leaves nothing out between them', () => {
  const { curves, x } = densityGeometry(model([curve('a', 4)]), 'density', size);
  const [placed] = curves;
  const solid = numbersOf(placed!.solid).filter((_, i) => i % 2 === 0);
  expect(Math.min(...solid)).toBeCloseTo(x(88), 1);
  expect(Math.max(...solid)).toBeCloseTo(x(112), 1);
  const dashed = numbersOf(placed!.dashed).filter((_, i) => i % 2 === 0);
  expect(dashed.every((at) => at <= x(88) + 0.1 || at >= x(112) - 0.1)).toBe(true);
  expect(placed!.hatch).not.toBe('');
});

it('draws everything as extrapolated where nothing is quoted', () => {
  const { curves } = densityGeometry(model([curve('a', 4, { quotedRange: null })]), 'density', size);
  expect(curves[0]).toMatchObject({ solid: '', fill: '' });
  expect(curves[0]!.dashed).not.toBe('');
});

it('keeps the level in the picture wherever it lies, and one rule for expiries that share a price', () => {
  const level = { x: 60, below: 1, belowRange: null, lognormalBelow: 1 };
  const both = [curve('a', 4, { level }), curve('b', 8, { level })];
  const far = densityGeometry(model(both), 'density', size);
  expect(far.rules).toEqual([{ x: far.x(60), colour: null }]);
  expect(far.rules[0]!.x).toBeGreaterThanOrEqual(far.plot.left);
  const apart = [curve('a', 4, { level }), curve('b', 8, { level: { ...level, x: 70 } })];
  expect(densityGeometry(model(apart), 'below', size).rules).toHaveLength(2);
});

it('fills the tail below the level for the leading law alone', () => {
  const level = { x: 96, below: 26.9, belowRange: null, lognormalBelow: 27 };
  const { curves, x } = densityGeometry(
    model([curve('a', 4, { level }), curve('b', 8, { level })]),
    'density',
    size,
  );
  expect(
    Math.max(
      ...numbersOf(curves[0]!.tail.replace(/[LM]/g, ' ').split('H')[0]!).filter((_, i) => i % 2 === 0),
    ),
  ).toBeCloseTo(x(96), 1);
  expect(curves[1]!.tail).toBe('');
});

it('says where a density is below zero, and never draws it under the axis', () => {
  const arbitrage = curve('a', 4);
  const points = arbitrage.points.map((point) =>
    point.x > 108 && point.x < 112 ? { ...point, density: -1 } : point,
  );
  const { curves, plot, footnotes } = densityGeometry(model([{ ...arbitrage, points }]), 'density', size);
  expect(Math.max(...curves[0]!.line.map(({ y }) => y))).toBeLessThanOrEqual(plot.bottom);
  expect(footnotes.map(({ text }) => text).join(' ')).toContain('butterfly arbitrage');
});

it('names the laws without overlap, also where two of them fall together', () => {
  for (const kind of ['density', 'below'] as const) {
    const { labels } = densityGeometry(
      model([curve('31 JUL', 4), curve('28 AUG', 4), curve('25 SEP', 9)]),
      kind,
      size,
    );
    expect(labels).toHaveLength(3);
    for (const [i, a] of labels.entries())
      for (const b of labels.slice(i + 1))
        expect(overlap(a.box, { ...b.box, top: b.box.top + 1e-6 })).toBe(false);
  }
});

it('steps strike by strike and from law to law, and reads the chances there', () => {
  const given = model([curve('a', 4), curve('b', 8)]);
  const geometry = densityGeometry(given, 'density', size);
  const start = stepDensityPlace(geometry, null, 'right')!;
  expect(start.expiryId).toBe('a');
  const at = { expiryId: 'a', x: null, pointId: 'a -1' };
  const right = stepDensityPlace(geometry, at, 'right')!;
  expect(right.pointId).toBe('a 0');
  expect(stepDensityPlace(geometry, { ...at, pointId: 'a -2' }, 'left')!.pointId).toBe('a -2');
  expect(stepDensityPlace(geometry, right, 'down')).toMatchObject({ expiryId: 'b', pointId: 'b 0' });
  const reading = readDensity(given, geometry, at, right)!;
  expect(reading.spoken).toContain('a: 26.9 % below, 73.1 % above');
  expect(reading.spoken).toContain('23.1 % between here and the pin at 100 USD');
  expect(reading.x).toBeCloseTo(geometry.x(96), 6);
});

it('says how two pins differ, whether places or whole expiries are pinned', () => {
  const level = (x: number, below: number) => ({ x, below, belowRange: null, lognormalBelow: below });
  const given = model([curve('a', 4, { level: level(96, 26.9) }), curve('b', 8, { level: level(96, 37.8) })]);
  const geometry = densityGeometry(given, 'density', size);
  const at = (expiryId: string, pointId: string | null) => ({ expiryId, x: null, pointId });
  const places = readDensity(given, geometry, at('b', 'b -1'), at('a', 'a -1'))!;
  expect(places.spoken).toContain('0.0 points from pinned a: 26.9 % below 96 USD');
  expect(places.brief!.texts.map(({ text }) => text).join(' ')).toContain('from pinned a');
  const whole = readDensity(given, geometry, at('b', null), at('a', null))!;
  expect(whole.spoken).toBe('b: 37.8 % below 96 USD; +10.9 points from pinned a');
  expect(readDensity(given, geometry, at('b', null), null)!.readout).toBeNull();
});

it('stacks many names clear of each other and of the laws', () => {
  const six = Array.from({ length: 6 }, (_, i) => curve(`${i} JUL`, 2 + 4 * i));
  const phone = { width: 340, height: 300 };
  for (const kind of ['density', 'below'] as const) {
    const { labels, plot, curves } = densityGeometry(model(six), kind, phone);
    expect(labels.map(({ id }) => id)).toEqual(six.map(({ expiryId }) => expiryId));
    const column = { left: plot.right, right: plot.right, top: plot.bottom, bottom: plot.top };
    for (const { box } of labels) {
      column.left = Math.min(column.left, box.left);
      column.top = Math.min(column.top, box.top);
      column.bottom = Math.max(column.bottom, box.bottom);
    }
    expect(column.bottom - column.top).toBeCloseTo(6 * (labels[0]!.box.bottom - labels[0]!.box.top), 6);
    expect(column.top).toBeGreaterThanOrEqual(plot.top);
    expect(column.bottom).toBeLessThanOrEqual(plot.bottom);
    const touched = curves.flatMap(({ line }) =>
      line.filter(({ x, y }) => x > column.left && y > column.top && y < column.bottom),
    );
    expect(touched, kind).toEqual([]);
  }
});

it('numbers its axis in even steps, however narrow it is', () => {
  for (const width of [260, 320, 390, 500, 900]) {
    const { xTicks } = densityGeometry(model([curve('a', 40_000)]), 'density', { width, height: 300 });
    const steps = xTicks.slice(1).map(({ value }, i) => value - xTicks[i]!.value);
    for (const step of steps) expect(step, `${width}`).toBeCloseTo(steps[0]!, 6);
  }
});

it('finds the law under the pointer', () => {
  const geometry = densityGeometry(model([curve('a', 4), curve('b', 8)]), 'density', size);
  const peak = { x: geometry.x(100), y: geometry.y(100 / 16) };
  expect(findDensityPlace(geometry, peak)).toMatchObject({ expiryId: 'a', pointId: 'a 0' });
  expect(findDensityPlace(geometry, { x: peak.x, y: geometry.y(100 / 32) })).toMatchObject({ expiryId: 'b' });
  expect(findDensityPlace(geometry, { x: -40, y: 100 })).toBeNull();
});

it('says in words that there is nothing to draw, and why an expiry is missing', () => {
  const none = curve('a', 4, { points: [], places: [], quotedRange: null, absence: 'too few quotes' });
  const geometry = densityGeometry(model([none]), 'density', size);
  expect(geometry.emptyText?.text).toBe('nothing');
  expect(geometry.footnotes[0]?.text).toBe('a: too few quotes');
  expect(densityTable(model([none])).rows[0]?.cells).toContain('too few quotes');
});

it('never writes a chance that is there as none', () => {
  expect(['0.0 %', '<0.1 %', '50.0 %', '>99.9 %', '100.0 %']).toEqual(
    [0, 0.01, 50, 99.99, 100].map(chanceText),
  );
});

it('keeps every stroke of a hatch between the line and the floor', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 10, max: 190 }), { minLength: 2, maxLength: 12 }), (heights) => {
      const line = heights.map((y, i) => ({ x: 20 * i, y }));
      const height = (x: number): number => {
        const i = Math.min(heights.length - 2, Math.floor(x / 20));
        return heights[i]! + ((heights[i + 1]! - heights[i]!) * (x - 20 * i)) / 20;
      };
      for (const [, x = 0, y = 0, run = 0, rise = 0] of [
        ...hatchUnder(line, 200).matchAll(/M([\d.]+),([\d.]+)l([\d.]+),(-?[\d.]+)/g),
      ].map((m) => m.map(Number))) {
        expect(rise).toBeCloseTo(-run, 6);
        for (const part of [0, 0.5, 1]) {
          expect(y + part * rise).toBeLessThanOrEqual(200.1);
          expect(y + part * rise).toBeGreaterThanOrEqual(
            height(Math.min(x + part * run, line.at(-1)!.x - 1e-9)) - 10,
          );
        }
      }
    }),
    { numRuns: 60 },
  );
});
