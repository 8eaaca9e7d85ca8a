import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { programmeGeometry, programmeHeight } from './geometry.ts';
import type { ProgrammeLines, ProgrammeModel } from './programme-model.ts';
import { findMark, readMark, stepMark } from './programme-reading.ts';
import { programmeTable } from './programme-table.ts';

const days = [0, 7, 14, 21, 28];

function lines(id: string, change: Partial<ProgrammeLines> = {}): ProgrammeLines {
  return {
    id,
    name: id,
    headline: 'cost 4.0 %, back 6.0 %, net 2.0 %',
    chosen: id === 'Monthly',
    paid: [1, 2, 3, 4, 4],
    execution: [0.1, 0.2, 0.3, 0.4, 0.4],
    paidBack: [0, 0, 0, 6, 6],
    net: [-0.1, -1, null, 2, 2],
    decay: [0, 0.2, null, 0.1, 0],
    bought: [0, 7, 14, 21],
    missed: [],
    ...change,
  };
}

const model: ProgrammeModel = {
  axis: 'days',
  startedAt: Date.UTC(2026, 1, 1),
  days,
  spot: [100, 101, 99, 80, 82],
  spotUnit: 'USD',
  programmes: [lines('Weekly'), lines('Monthly', { missed: [28] }), lines('Quarterly')],
  emptyText: 'no roll has ended',
};
const wide = { width: 1200, height: programmeHeight(1200) };
const phone = { width: 360, height: programmeHeight(360) };

it('sets programmes side by side on one scale, and one under another on a phone', () => {
  const beside = programmeGeometry(model, wide);
  const [weekly, monthly] = beside.programmes;
  expect(monthly!.plot.left).toBeGreaterThan(weekly!.plot.right);
  expect(monthly!.plot.top).toBe(weekly!.plot.top);
  expect(monthly!.zero).toBe(weekly!.zero);
  const stacked = programmeGeometry(model, phone);
  for (const [i, { spot, plot }] of stacked.programmes.entries()) {
    const above = stacked.programmes[i - 1];
    expect(plot.top).toBeGreaterThan(spot.box.bottom);
    if (above !== undefined) expect(spot.box.top).toBeGreaterThan(above.plot.bottom + 24);
    expect(plot.right).toBeLessThanOrEqual(phone.width);
  }
  expect(stacked.programmes.at(-1)!.plot.bottom).toBeLessThan(phone.height - 20);
});

it('draws what was paid below zero by as much as what came back lies above it', () => {
  const [{ points, zero }] = programmeGeometry(model, wide).programmes as [
    ReturnType<typeof programmeGeometry>['programmes'][number],
  ];
  const last = points.at(-1)!;
  expect((last.paid - zero) / 4).toBeCloseTo((zero - last.paidBack) / 6, 9);
  expect((zero - last.net!) / 2).toBeCloseTo((zero - last.paidBack) / 6, 9);
  expect(points[2]!.net).toBeNull();
});

it('holds each payment until the next one, and breaks the net where it is not known', () => {
  const [weekly] = programmeGeometry(model, wide).programmes;
  const steps = weekly!.paid.match(/H[\d.]+V[\d.]+/g);
  expect(steps).toHaveLength(days.length + 1);
  expect(weekly!.net.match(/M/g)).toHaveLength(2);
  expect(weekly!.bought.match(/M/g)).toHaveLength(4);
});

it('explains a mark only where there is one', () => {
  const keys = programmeGeometry(model, wide).key.map(({ mark }) => mark);
  expect(keys).toEqual(['paid', 'execution', 'paidBack', 'net', 'bought', 'missed']);
  const none = { ...model, programmes: [lines('Weekly')] };
  expect(programmeGeometry(none, wide).key.map(({ mark }) => mark)).not.toContain('missed');
});

it('walks through time and from one programme to the next, and reads all figures and the change from a pin', () => {
  const drawn = programmeGeometry(model, wide);
  const start = stepMark(drawn, null, 'right');
  expect(start).toEqual({ expiryId: 'Monthly', x: null, pointId: 'roll 4' });
  const left = stepMark(drawn, start, 'left');
  expect(left?.pointId).toBe('roll 3');
  expect(stepMark(drawn, left, 'up')?.expiryId).toBe('Weekly');
  expect(
    left && readMark(model, drawn, left, { expiryId: 'Weekly', x: null, pointId: 'roll 1' })?.spoken,
  ).toBe(
    'Monthly, day 21; paid 4.00 %; of it spread and fees 0.40 %; paid back 6.00 %; net +2.00 %; open roll has lost 0.10 %; spot 80.00 USD; net +3.00 from pinned weekly, day 7',
  );
  const { plot } = drawn.programmes[2]!;
  expect(findMark(drawn, { x: plot.left + 1, y: plot.top })).toMatchObject({
    expiryId: 'Quarterly',
    pointId: 'roll 0',
  });
});

it('tells days of the calendar for a recording', () => {
  const dated = { ...model, axis: 'dates' as const, startedAt: Date.UTC(2026, 1, 1, 18) };
  const drawn = programmeGeometry(dated, wide);
  const reading = readMark(dated, drawn, { expiryId: 'Weekly', x: null, pointId: 'roll 1' }, null);
  expect(reading?.spoken).toContain('Weekly, 8 Feb 2026 18:00 UTC');
  const texts = drawn.programmes[0]!.xTicks.map(({ text }) => text);
  expect(texts.length).toBeGreaterThan(1);
  for (const text of texts) expect(text).toMatch(/^\d+ Feb$/);
});

it('carries every figure of every programme in the table', () => {
  const { columns, rows } = programmeTable(model);
  expect(columns).toHaveLength(2 + 3 * 5);
  expect(rows[2]?.cells.slice(0, 7)).toEqual(['day 14', 99, 3, 0.3, 0, null, null]);
});

it('says in the middle why there is nothing to show', () => {
  const none = programmeGeometry({ ...model, days: [], programmes: [] }, wide);
  expect(none.emptyText?.text).toBe('no roll has ended');
  expect([findMark(none, { x: 100, y: 100 }), stepMark(none, null, 'left')]).toEqual([null, null]);
});

it('holds only finite numbers for any values', () => {
  const value = fc.double({ min: -1e4, max: 1e4, noNaN: true });
  const values = fc.array(value, { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(values, values, fc.integer({ min: 300, max: 1400 }), (paid, net, width) => {
      const programmes = [lines('Weekly', { paid, net })];
      const spot = paid.map(Math.abs);
      const drawn = programmeGeometry({ ...model, spot, programmes }, { width, height: 400 });
      const text = JSON.stringify(drawn, (_, one: unknown) =>
        typeof one === 'number' && !Number.isFinite(one) ? 'NaN' : one,
      );
      expect(text).not.toMatch(/NaN|Infinity/);
    }),
    { numRuns: 40 },
  );
});
