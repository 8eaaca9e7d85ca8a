import { expect, it } from 'vitest';
import type { CostMapCell, CostMapModel, CostMapRow } from './cost-map-model.ts';
import { findCost, readCostMap, stepCost } from './cost-map-reading.ts';
import { costMapTable } from './cost-map-table.ts';
import { costRamp } from './cost-ramp.ts';
import { costMapGeometry, costMapHeight } from './geometry.ts';

function cell(percent: number, cost: number | null, partly = false): CostMapCell {
  return {
    strike: percent * 1000,
    strikeText: `${percent} 000`,
    percent,
    cost,
    reason: cost === null ? (partly ? 'the book does not hold this size' : 'nobody offers it') : null,
    partly,
    figures: [cost === null ? null : 100 - percent + cost],
  };
}

function row(expiryId: string, cells: readonly CostMapCell[], rest: Partial<CostMapRow> = {}): CostMapRow {
  return { expiryId, label: expiryId, days: 9, colour: 'red', cells, absence: null, chosen: false, ...rest };
}

const model: CostMapModel = {
  rows: [
    row('17 JUL', [cell(70, null), cell(80, null, true), cell(90, 1.2), cell(100, 4)]),
    row('31 JUL', [cell(60, 0.1), cell(80, 0.9), cell(90, 2.2), cell(100, 5.5)], { chosen: true }),
    row('28 AUG', [], { absence: 'no fitted smile' }),
  ],
  columns: [{ id: 'loss', label: 'most lost, %', decimals: 1 }],
  chosenStrike: 80_000,
  unit: '% of holding',
  decimals: 2,
  emptyText: 'nothing is listed',
};
const size = { width: 640, height: costMapHeight(model) };
const drawn = costMapGeometry(model, size);

it('lets neighbouring strikes meet half-way and never overlap', () => {
  const strikes = [80, 81, 82, 83, 100].map((at) => cell(at, 1));
  const placed = costMapGeometry({ ...model, rows: [row('17 JUL', strikes)] }, size).rows[0]?.cells ?? [];
  const gaps = placed.slice(1).map(({ box }, i) => box.left - (placed[i]?.box.right ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(-1e-9);
  for (const gap of gaps.slice(0, 2)) expect(gap).toBeCloseTo(0, 9);
});

it('marks a part on offer and nothing on offer by different patterns, and says what they mean', () => {
  expect(drawn.hatch).not.toBe('');
  expect(drawn.crosses.match(/M/g)).toHaveLength(1);
  expect(drawn.footnotes.map(({ text }) => text).join(' ')).toMatch(/hatched.*part of the size.*×/);
  expect(drawn.rows[0]?.cells.map(({ colour }) => colour === null)).toEqual([true, true, false, false]);
});

it('begins its colours at zero and gives a dearer floor a later one', () => {
  const ramp = costRamp([0, 0.5, 1, 3, 6, 12], 2);
  const steps = [0, 0.5, 1, 3, 6, 12].map((cost) => ramp?.colours.indexOf(ramp.colourOf(cost)) ?? -1);
  expect(steps[0]).toBe(0);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  expect(new Set(steps).size).toBe(6);
  expect(ramp?.ticks[0]?.text).toBe('0.00');
});

it('parts what is received from what is paid about zero', () => {
  const ramp = costRamp([-3, -3, 3, 3], 1);
  const steps = [-3, -0.3, 0, 0.3, 3].map((cost) => ramp?.colours.indexOf(ramp.colourOf(cost)));
  expect(steps).toEqual([0, 5, 7, 9, 14]);
  expect(ramp?.ticks.map(({ text }) => text)).toEqual(['−3.0', '0.0', '+3.0']);
});

it('outlines the plan’s own cell and starts the keys there', () => {
  expect(drawn.chosen).toEqual(drawn.rows[1]?.cells[1]?.box);
  const start = stepCost(drawn, null, 'right');
  expect(start).toEqual({ expiryId: '31 JUL', x: null, pointId: 'floor 80000' });
  expect(stepCost(drawn, start, 'right')?.pointId).toBe('floor 90000');
  const up = stepCost(drawn, start, 'up');
  expect(up).toEqual({ expiryId: '17 JUL', x: null, pointId: 'floor 80000' });
  expect(stepCost(drawn, start, 'down')).toEqual({ expiryId: '28 AUG', x: null, pointId: null });
});

it('reads cost, figures, reason and the change from a pin', () => {
  const at = (expiryId: string, strike: number) => ({ expiryId, x: null, pointId: `floor ${strike}` });
  expect(readCostMap(model, drawn, at('31 JUL', 90_000), at('31 JUL', 80_000))?.spoken).toBe(
    '31 JUL, 9 days; Strike 90 000, 90.0 % of forward; All in, % of holding 2.20; most lost, % 12.2; +1.30 % of holding from pinned 80 000',
  );
  const box = drawn.rows[0]?.cells[1]?.box;
  const found = findCost(drawn, { x: (box?.left ?? 0) + 3, y: (box?.top ?? 0) + 3 });
  expect(found && readCostMap(model, drawn, found, null)?.spoken).toMatch(
    /the book does not hold this size$/,
  );
  const bare = { expiryId: '28 AUG', x: null, pointId: null };
  expect(readCostMap(model, drawn, bare, null)?.spoken).toBe('28 AUG, 9 days; no fitted smile');
});

it('keeps every strike and every expiry in the table', () => {
  const { rows } = costMapTable(model);
  expect(rows).toHaveLength(9);
  expect(rows.at(-1)?.cells.at(-1)).toBe('no fitted smile');
});

it('says that nothing is listed', () => {
  const none = costMapGeometry({ ...model, rows: [] }, { width: 340, height: 200 });
  expect(none.emptyText?.text).toBe('nothing is listed');
  expect(stepCost(none, null, 'right')).toBeNull();
});
