import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { surfaceGeometry, surfaceNotes } from './geometry.ts';
import { cellEdges, hatchWhere } from './heat-cells.ts';
import { heatScale } from './heat-scale.ts';
import { neededDomains, widerDomains } from './surface-domains.ts';
import type { SurfaceCell, SurfaceContract, SurfaceModel } from './surface-model.ts';
import { findSurfacePlace, stepSurfacePlace } from './surface-places.ts';
import { readSurface } from './surface-reading.ts';
import { surfaceTable } from './surface-table.ts';

const size = { width: 720, height: 420 };
const days = [7, 15, 30, 90];
const places = Array.from({ length: 41 }, (_, i) => -2 + i * 0.1);

function cell(place: number, change: Partial<SurfaceCell> = {}): SurfaceCell {
  const vol = 40 + 5 * place * place;
  return { vol, value: vol, extrapolated: Math.abs(place) > 1.5, fails: null, ...change };
}

function contract(expiryId: string, place: number, change: Partial<SurfaceContract> = {}): SurfaceContract {
  const strike = Math.round(100 * Math.exp(0.1 * place));
  const vol = 40 + 5 * place * place;
  return {
    id: `${expiryId} ${place}`,
    expiryId,
    strike,
    right: place <= 0 ? 'put' : 'call',
    place,
    k: 0.1 * place,
    mid: vol + 0.3,
    values: {
      vol,
      residual: 0.3 * Math.sign(place),
      spread: 1 + place * place,
      interest: 10 ** (place + 2),
      density: 30,
      localVol: 41,
    },
    used: true,
    ...change,
  };
}

function model(change: Partial<SurfaceModel> = {}): SurfaceModel {
  const expiries = [7, 30, 90].map((at) => ({
    expiryId: `${at}D`,
    label: `${at}D`,
    days: at,
    colour: 'red',
    absence: null,
    chosen: false,
  }));
  return {
    axis: 'moves',
    quantity: 'vol',
    kind: 'field',
    unit: 'fitted vol, %',
    spread: 'linear',
    decimals: 1,
    strikeDecimals: 0,
    places,
    days,
    rows: days.map(() => places.map((place) => cell(place))),
    expiries,
    contracts: expiries.flatMap(({ expiryId }) =>
      [-1, -0.5, 0, 0.5, 1].map((place) => contract(expiryId, place)),
    ),
    quantities: [
      { quantity: 'vol', name: 'fitted vol, %', decimals: 1, signed: false },
      { quantity: 'residual', name: 'mid less fit, vol points', decimals: 2, signed: true },
    ],
    warnings: [],
    domains: null,
    emptyText: 'nothing',
    ...change,
  };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const boxes = (d: string): readonly Box[] =>
  [...d.matchAll(/M(-?\d+),(-?\d+)H(-?\d+)V(-?\d+)H-?\d+z/g)].map((match) => {
    const [left = 0, top = 0, right = 0, bottom = 0] = match.slice(1).map(Number);
    return { left, top, right, bottom };
  });

it('covers the whole plot with cells, none over another', () => {
  const { layers, plot } = surfaceGeometry(model(), size);
  const all = layers.flatMap(({ d }) => boxes(d));
  const area = all.reduce((sum, box) => sum + (box.right - box.left) * (box.bottom - box.top), 0);
  expect(area).toBe(Math.round(plot.right - plot.left) * Math.round(plot.bottom - plot.top));
});

it('colours a place as its value says: least in the middle, most at the wings', () => {
  const { layers, scale, plot } = surfaceGeometry(model(), size);
  const levelAt = (x: number): number | undefined =>
    layers.find(({ d }) =>
      boxes(d).some((box) => box.left <= x && x < box.right && box.top <= 200 && 200 < box.bottom),
    )?.level;
  expect(levelAt((plot.left + plot.right) / 2)).toBe(0);
  expect(levelAt(plot.left + 2)).toBe(scale!.levels - 1);
});

it('leaves a place without a value blank', () => {
  const rows = days.map(() => places.map((place) => cell(place, place > 1 ? { value: null } : {})));
  const { layers, plot } = surfaceGeometry(model({ rows }), size);
  const right = Math.max(...layers.flatMap(({ d }) => boxes(d)).map((box) => box.right));
  expect(right).toBeLessThan(plot.left + 0.8 * (plot.right - plot.left));
});

it('hatches what is extrapolated and nothing else', () => {
  const { hatch, plot } = surfaceGeometry(model(), size);
  const middle = (plot.left + plot.right) / 2;
  const reach = 0.39 * (plot.right - plot.left);
  const xs = [...hatch.matchAll(/[ML](\d+),/g)].map(([, x]) => Number(x));
  expect(xs.length).toBeGreaterThan(20);
  for (const x of xs) expect(Math.abs(x - middle)).toBeGreaterThan(0.9 * reach);
});

it('marks a failed test at its place and counts it, or says that none fails', () => {
  expect(surfaceNotes(model())[0]).toBe('no-arbitrage tests: none fails on 4 × 41 places');
  const rows = days.map((_, row) =>
    places.map((place, column) => {
      if (row === 2 && column === 20) return cell(place, { fails: 'butterfly' });
      return row === 3 && column < 2 ? cell(place, { fails: 'calendar' }) : cell(place);
    }),
  );
  const failing = surfaceGeometry(model({ rows }), size);
  expect(failing.fails.butterfly.match(/M/g)).toHaveLength(1);
  expect(failing.fails.calendar.match(/M/g)).toHaveLength(2);
  const notes = surfaceNotes(model({ rows })).join(' ');
  expect(notes).toContain('density below zero at 1 of 4 × 41');
  expect(notes).toContain('falls with time at 2 of 4 × 41');
});

it('holds its axes and its colours over instants, and colours no more than there is', () => {
  const calm = model();
  const wild = model({
    days: [3, 15, 30, 60],
    rows: days.map(() => places.map((p) => cell(p, { value: 90 }))),
  });
  const held = widerDomains(neededDomains(calm), neededDomains(wild));
  expect(widerDomains(held, neededDomains(calm))).toBe(held);
  expect(held.days).toEqual([3, 90]);
  expect(held.colour![1]).toBeGreaterThanOrEqual(90);
  const [a, b] = [calm, wild].map((one) => surfaceGeometry({ ...one, domains: held }, size));
  expect(a!.legend.ticks).toEqual(b!.legend.ticks);
  expect(a!.xTicks).toEqual(b!.xTicks);
  expect(a!.rows.map(({ y }) => y)).toEqual(b!.rows.map(({ y }) => y));
  const top = Math.min(...a!.layers.flatMap(({ d }) => boxes(d)).map((box) => box.top));
  expect(top).toBeGreaterThan(a!.plot.top + 20);
  expect(top).toBeLessThan(a!.rows[0]!.y);
});

it('draws quotes that lie on each other as one', () => {
  const [first] = model().contracts;
  const crowd = Array.from({ length: 50 }, (_, i) => ({ ...first!, id: `${i}`, place: 0.001 * i }));
  const dots = (contracts: readonly SurfaceContract[]): number =>
    surfaceGeometry(model({ contracts }), size).dots.match(/M/g)!.length;
  expect(dots(model().contracts)).toBe(15);
  expect(dots(crowd)).toBeLessThan(10);
});

it('gives a contract a cell of its own between its neighbours where only contracts have values', () => {
  const spread = model({ kind: 'contracts', quantity: 'spread', spread: 'log' });
  const { layers, rows } = surfaceGeometry(spread, size);
  const all = layers.flatMap(({ d }) => boxes(d));
  expect(all).toHaveLength(15);
  for (const { contracts, y } of rows)
    for (const { x } of contracts)
      expect(
        all.filter((box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom),
      ).toHaveLength(1);
});

it('reads the contract under the pointer, steps strike by strike and expiry by expiry', () => {
  const given = model();
  const geometry = surfaceGeometry(given, size);
  const target = geometry.rows[1]!.contracts[3]!;
  const found = findSurfacePlace(geometry, { x: target.x + 4, y: target.y - 5 })!;
  expect(found).toEqual({ expiryId: '30D', x: null, pointId: '30D 0.5' });
  const right = stepSurfacePlace(geometry, found, 'right')!;
  expect(right.pointId).toBe('30D 1');
  expect(stepSurfacePlace(geometry, right, 'right')!.pointId).toBe('30D 1');
  expect(stepSurfacePlace(geometry, right, 'up')!.pointId).toBe('7D 1');
  expect(stepSurfacePlace(geometry, null, 'right')!.pointId).toBe('7D 0');
  const reading = readSurface(given, geometry, right, found)!;
  expect(reading.spoken).toContain('30D, 30 days; 111 call; mid vol, % 45.3; fitted vol, % 45.0');
  expect(reading.spoken).toContain('fitted vol, %: +3.8 from pinned ');
  expect(findSurfacePlace(geometry, { x: -60, y: 10 })).toBeNull();
});

it('says how two pins differ, whether contracts or whole expiries are pinned', () => {
  const given = model({ strikeDecimals: 0 });
  const geometry = surfaceGeometry(given, size);
  const at = (expiryId: string, pointId: string | null) => ({ expiryId, x: null, pointId });
  const contracts = readSurface(given, geometry, at('90D', '90D 1'), at('30D', '30D 0'))!;
  expect(contracts.spoken).toContain('fitted vol, %: +5.0 from pinned 30D 100');
  const brief = contracts.brief!.texts.map(({ text }) => text);
  expect(brief).toContain('fitted vol, %: +5.0 from pinned 30D 100');
  expect(brief).toContain('111 call');
  const lifted = given.rows.map((row, i) => row.map((one) => ({ ...one, vol: (one.vol ?? 0) + i })));
  const uneven = { ...given, rows: lifted };
  const whole = readSurface(uneven, surfaceGeometry(uneven, size), at('90D', null), at('7D', null))!;
  expect(whole.spoken).toBe(
    '90D, 90 days; fitted vol at the forward, % 43.0; +3.0 vol points from pinned 7D',
  );
  expect(whole.emphasis).not.toBeNull();
});

it('draws a line at each chosen expiry, names it whatever else is crowded out, and starts there', () => {
  const crowded = Array.from({ length: 40 }, (_, i) => ({
    expiryId: `${30 + i}D`,
    label: `${30 + i}D`,
    days: 30 + i,
    colour: 'red',
    absence: null,
    chosen: i === 17,
  }));
  const contracts = crowded.map(({ expiryId }) => contract(expiryId, 0));
  const geometry = surfaceGeometry(model({ expiries: crowded, contracts }), size);
  const row = geometry.rows.find(({ expiry }) => expiry.chosen)!;
  expect(geometry.chosen.lines).toBe(`M${geometry.plot.left},${row.y.toFixed(1)}H${geometry.plot.right}`);
  expect(geometry.rowLabels.filter(({ strong }) => strong).map(({ text }) => text)).toEqual(['47D']);
  expect(geometry.rowLabels.length).toBeLessThan(40);
  expect(stepSurfacePlace(geometry, null, 'right')!.expiryId).toBe('47D');
});

it('tables every contract with a value of what is shown, and says when there is nothing at all', () => {
  const values = { vol: null, residual: null, spread: null, interest: null, density: null, localVol: null };
  const given = model();
  expect(surfaceTable(given).rows).toHaveLength(15);
  const [first, ...rest] = given.contracts;
  expect(surfaceTable({ ...given, contracts: [{ ...first!, values }, ...rest] }).rows).toHaveLength(14);
  const nothing = surfaceGeometry(model({ places: [], days: [], rows: [], contracts: [] }), size);
  expect(nothing.emptyText?.text).toBe('nothing');
  expect(nothing.layers).toEqual([]);
});

it('draws one expiry alone and a market without a fit', () => {
  const one = model({
    days: [30],
    rows: [places.map((place) => cell(place))],
    expiries: model().expiries.slice(1, 2),
  });
  expect(surfaceGeometry(one, size).layers.length).toBeGreaterThan(1);
  const unfitted = surfaceGeometry(model({ places: [], days: [], rows: [] }), size);
  expect(unfitted.rows.flatMap(({ contracts }) => contracts).length).toBeGreaterThan(0);
  expect(unfitted.layers).toEqual([]);
});

it('puts every value on the ramp in its order, half of a diverging one on either side of zero', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 2, maxLength: 40 }),
      fc.constantFrom('linear' as const, 'diverging' as const),
      (values, spread) => {
        const scale = heatScale(values, spread, 1)!;
        const sorted = values.toSorted((a, b) => a - b).map(scale.levelOf);
        expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
        for (const level of sorted) expect(level).toBeLessThan(scale.levels);
        if (spread === 'diverging') expect(scale.levelOf(0)).toBe((scale.levels - 1) / 2);
      },
    ),
    { numRuns: 100 },
  );
});

it('leaves what is not positive off a scale by orders of magnitude', () => {
  const scale = heatScale([0, 1, 10, 100], 'log', 0)!;
  expect(scale.lo).toBeGreaterThan(0);
  expect(scale.shareOf(10)).toBeCloseTo(0.5, 1);
  expect(heatScale([0], 'log', 0)).toBeNull();
});

it('has edges halfway, and strokes only where asked', () => {
  expect(cellEdges([10, 20, 40], [0, 50])).toEqual([0, 15, 30, 50]);
  const strokes = hatchWhere({ left: 0, right: 100, top: 0, bottom: 100 }, (x) => x < 50);
  const xs = [...strokes.matchAll(/[ML](\d+),/g)].map(([, x]) => Number(x));
  expect(Math.max(...xs)).toBeLessThan(51);
});
