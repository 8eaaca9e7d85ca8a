import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { overlap } from '../frame/rect.ts';
import { textWidth } from '../frame/text-width.ts';
import { neededDomains } from '../surface/surface-domains.ts';
import type { SurfaceContract, SurfaceModel } from '../surface/surface-model.ts';
import { between, clipMatrix, corners, PRESETS, project, turnedBy, viewOf, type Camera } from './camera.ts';
import { meshAxes } from './mesh-axes.ts';
import { channels } from './mesh-colours.ts';
import { focusOn, nodeUnder, pointUnder, stepOnMesh } from './mesh-picking.ts';
import { meshShape, vertexNumbers } from './mesh-shape.ts';

const size = { width: 900, height: 480 };
const days = [7, 15, 30, 90];
const places = Array.from({ length: 21 }, (_, i) => -2 + i * 0.2);
const vol = (place: number, at: number): number => 40 + 4 * place * place + at / 30;

function contract(expiryId: string, place: number, at: number): SurfaceContract {
  const fit = vol(place, at);
  const values = { vol: fit, residual: 0, spread: 1, interest: 1, density: 1, localVol: fit };
  return {
    id: `${expiryId} ${place}`,
    expiryId,
    strike: 100 + place,
    right: 'call',
    place,
    k: place,
    mid: fit,
    values,
    used: true,
  };
}

const listed = [7, 30, 90].map((at) => ({
  expiryId: `${at}`,
  label: `${at}D`,
  days: at,
  colour: 'red',
  absence: null,
  chosen: false,
}));

function model(change: Partial<SurfaceModel> = {}): SurfaceModel {
  return {
    axis: 'moves',
    quantity: 'vol',
    kind: 'field',
    unit: 'vol, %',
    spread: 'linear',
    decimals: 1,
    strikeDecimals: 0,
    places,
    days,
    rows: days.map((at) =>
      places.map((place) => ({
        vol: vol(place, at),
        value: vol(place, at),
        extrapolated: at === 7 && Math.abs(place) > 1.9,
        fails: null,
      })),
    ),
    expiries: listed,
    contracts: listed.flatMap(({ expiryId, days: at }) =>
      [-1, 0, 1].map((place) => contract(expiryId, place, at)),
    ),
    quantities: [],
    warnings: [],
    domains: null,
    emptyText: '',
    ...change,
  };
}

const fit = { aspect: size.width / size.height, dotGap: 0 };
const shape = meshShape(model(), fit);
const cameras = fc.record({
  yaw: fc.double({ min: -3, max: 3, noNaN: true }),
  pitch: fc.double({ min: 0, max: Math.PI / 2, noNaN: true }),
});
const view = (camera: Camera) => viewOf(camera, shape.box, size, { top: 52, bottom: 48 });
const preset = (id: string): Camera => PRESETS.find((one) => one.id === id)!.camera;

it('keeps the whole box in the picture from wherever it is looked at, as large as fits', () => {
  fc.assert(
    fc.property(cameras, (camera) => {
      const seen = corners(shape.box).map((corner) => project(view(camera), corner));
      const [xs, ys] = [seen.map(({ x }) => x), seen.map(({ y }) => y)];
      expect(Math.min(...xs)).toBeGreaterThanOrEqual(61.9);
      expect(Math.max(...xs)).toBeLessThanOrEqual(size.width - 61.9);
      expect(Math.min(...ys)).toBeGreaterThanOrEqual(51.9);
      expect(Math.max(...ys)).toBeLessThanOrEqual(size.height - 47.9);
      const [wide, high] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
      expect(wide > size.width - 125 || high > size.height - 101).toBe(true);
    }),
    { numRuns: 200 },
  );
});

it('tells a graphics card the same places as it tells the texts', () => {
  fc.assert(
    fc.property(cameras, (camera) => {
      const at = view(camera);
      const m = clipMatrix(at);
      for (const point of corners(shape.box)) {
        const clip = [0, 1, 2].map(
          (row) => m[12 + row]! + point.reduce((sum, value, i) => sum + value * m[4 * i + row]!, 0),
        );
        const place = project(at, point);
        expect(((clip[0]! + 1) * size.width) / 2).toBeCloseTo(place.x, 2);
        expect(((1 - clip[1]!) * size.height) / 2).toBeCloseTo(place.y, 2);
        expect(Math.abs(clip[2]!)).toBeLessThan(1);
      }
    }),
    { numRuns: 50 },
  );
});

it('looks along time from the front, along strikes from the side, straight down from the top', () => {
  const [low, high] = [project(view(preset('front')), [-1, 0, 0]), project(view(preset('front')), [1, 0, 0])];
  expect(high.x - low.x).toBeGreaterThan(200);
  const near = {
    from: project(view(preset('side')), [0, 0, 0.8]),
    to: project(view(preset('side')), [0, 0, -0.8]),
  };
  expect(near.to.x - near.from.x).toBeGreaterThan(200);
  const top = view(preset('top'));
  expect(project(top, [0, 0.5, 0]).y).toBeCloseTo(project(top, [0, -0.5, 0]).y, 6);
  expect(project(top, [0, 0, -0.8]).y).toBeLessThan(project(top, [0, 0, 0.8]).y);
});

it('never turns upside down and flies the short way', () => {
  const turned = turnedBy({ yaw: 3, pitch: 0.1 }, { yaw: 1, pitch: -5 });
  expect(turned.pitch).toBe(0);
  expect(Math.abs(turned.yaw)).toBeLessThanOrEqual(Math.PI);
  const halfway = between({ yaw: 3, pitch: 0 }, { yaw: -3, pitch: 1 }, 0.5);
  expect(Math.abs(halfway.yaw)).toBeGreaterThan(3);
  expect(between({ yaw: 0, pitch: 0 }, { yaw: 1, pitch: 1 }, 1)).toEqual({ yaw: 1, pitch: 1 });
});

it('raises every place to its vol and tears a hole where there is none', () => {
  expect(shape.nodes).toHaveLength(places.length * days.length);
  const [lo, hi] = shape.volDomain;
  for (const { at, vol: here } of shape.nodes)
    expect((at[1] / 0.5 + 1) / 2).toBeCloseTo((here - lo) / (hi - lo), 9);
  expect(shape.triangles).toHaveLength(2 * 3 * (places.length - 1) * (days.length - 1));
  const rows = model().rows.map((row, i) =>
    row.map((cell, j) => (i === 1 && j === 10 ? { ...cell, vol: null } : cell)),
  );
  const torn = meshShape(model({ rows }), fit);
  expect(torn.triangles.length).toBeLessThan(shape.triangles.length);
  expect([...torn.triangles]).not.toContain(places.length + 10);
});

it('marks what is extrapolated, and what has no value, for the card', () => {
  const at = (row: number, column: number, number: number): number =>
    shape.vertices[(row * places.length + column) * vertexNumbers + number]!;
  expect([at(0, 0, 4), at(0, 10, 4)]).toEqual([1, 0]);
  const plain = meshShape(
    model({
      kind: 'contracts',
      rows: model().rows.map((row) => row.map((cell) => ({ ...cell, value: null }))),
    }),
    fit,
  );
  expect(plain.vertices[3]).toBe(-1);
  expect(shape.dots).toHaveLength(9 * 4);
});

it('thins dots that would hide the surface, and draws none where nothing is quoted', () => {
  const dots = (change: Partial<SurfaceModel>, dotGap: number): number =>
    meshShape(model(change), { ...fit, dotGap }).dots.length / 4;
  expect(dots({}, 0)).toBe(9);
  expect(dots({}, 4)).toBeLessThan(9);
  expect(dots({}, 4)).toBeGreaterThan(0);
  const [first, ...rest] = model().contracts;
  expect(dots({ contracts: [{ ...first!, mid: null }, ...rest] }, 0)).toBe(8);
});

it('marks a failed test on the landscape at its place', () => {
  const rows = model().rows.map((row, i) =>
    row.map((cell, j) =>
      i === 1 && j === 10
        ? { ...cell, fails: 'butterfly' as const }
        : i === 2 && j === 3
          ? { ...cell, fails: 'calendar' as const }
          : cell,
    ),
  );
  const { fails, nodes } = meshShape(model({ rows }), fit);
  const at = (place: number, day: number): readonly number[] =>
    nodes.find((node) => node.place === place && node.days === day)!.at.map(Math.fround);
  expect([...fails]).toEqual([...at(places[10]!, 15), 0, ...at(places[3]!, 30), 1]);
  expect(shape.fails).toHaveLength(0);
});

it('stands on the axes it is held to', () => {
  const own = neededDomains(model());
  const held = meshShape(model({ domains: { ...own, vol: [0, 200] } }), fit);
  expect(held.volDomain).toEqual([0, 200]);
  const highest = (of: typeof shape): number => Math.max(...of.nodes.map(({ at }) => at[1]));
  expect(highest(held)).toBeLessThan(highest(shape));
});

it('reads the front-most place and contract under the pointer, and steps on from there', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: shape.points.length - 1 }), (i) => {
      const at = view(preset('oblique'));
      const wanted = shape.points[i]!;
      const found = pointUnder(shape, at, project(at, wanted.at))!;
      const [a, b] = [project(at, found.at), project(at, wanted.at)];
      expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeLessThan(15);
      expect(a.depth).toBeGreaterThanOrEqual(b.depth - 1e-9);
    }),
  );
  const top = view(preset('top'));
  const node = shape.nodes[25]!;
  expect(nodeUnder(shape, top, project(top, node.at))).toEqual(node);
  expect(pointUnder(shape, top, { x: 2, y: 2 })).toBeNull();
  const start = stepOnMesh(shape, null, 'right')!;
  expect(start.pointId).toBe('7 0');
  expect(stepOnMesh(shape, start, 'right')!.pointId).toBe('7 1');
  expect(stepOnMesh(shape, start, 'down')!.pointId).toBe('30 0');
  expect(stepOnMesh(shape, stepOnMesh(shape, start, 'left'), 'left')!.pointId).toBe('7 -1');
  expect(focusOn(shape.points[0]!)).toEqual({ expiryId: '7', x: null, pointId: '7 -1' });
});

it('writes numbers and titles where they stand clear of each other, from any side', () => {
  fc.assert(
    fc.property(cameras, (camera) => {
      const { labels } = meshAxes(model(), shape, view(camera));
      expect(labels.length).toBeGreaterThan(3);
      const boxes = labels.map(({ text, x, y, anchor }) => {
        const width = textWidth(text);
        const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
        return { left, right: left + width, top: y - 6, bottom: y + 5 };
      });
      for (const [i, a] of boxes.entries())
        for (const b of boxes.slice(i + 1)) expect(overlap(a, b)).toBe(false);
    }),
    { numRuns: 100 },
  );
});

it('leaves an axis without numbers that is seen from its end', () => {
  const ids = (id: string): ReadonlySet<string> =>
    new Set(meshAxes(model(), shape, view(preset(id))).labels.map((label) => label.id.split(' ')[0]!));
  expect(ids('front')).toEqual(new Set(['place', 'vol', 'title']));
  expect(ids('side')).toEqual(new Set(['time', 'vol', 'title']));
  expect(ids('top')).toEqual(new Set(['place', 'time', 'title']));
});

it('reads a colour as the browser writes it', () => {
  expect(channels('rgb(255, 51, 0)')).toEqual([1, 0.2, 0]);
});
