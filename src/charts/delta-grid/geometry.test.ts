import { expect, it } from 'vitest';
import type { DeltaGridCell, DeltaGridColumn, DeltaGridModel } from './delta-grid-model.ts';
import { findCell, readGrid, stepCell } from './delta-grid-reading.ts';
import { deltaGridTable } from './delta-grid-table.ts';
import { STRONGEST, deltaGridGeometry, deltaGridHeight } from './geometry.ts';

const columns: readonly DeltaGridColumn[] = [
  { id: 'P10', label: '10Δ', name: '10Δ put', side: 'put', rank: 1 },
  { id: 'P25', label: '25Δ', name: '25Δ put', side: 'put', rank: 0 },
  { id: 'ATM', label: 'ATM', name: 'at the forward', side: 'atm', rank: 0 },
  { id: 'C25', label: '25Δ', name: '25Δ call', side: 'call', rank: 0 },
  { id: 'C10', label: '10Δ', name: '10Δ call', side: 'call', rank: 1 },
];

function cell(value: number, quoted = true): DeltaGridCell {
  return { value, vol: 40 + value, strike: '60 000', quoted };
}

function row(
  expiryId: string,
  cells: DeltaGridModel['rows'][number]['cells'],
  absence: string | null = null,
) {
  return { expiryId, label: expiryId, days: 9, colour: 'red', cells, absence, chosen: true };
}

const model: DeltaGridModel = {
  columns,
  rows: [
    row('17 JUL', [cell(6, false), cell(3), cell(0), cell(-1), cell(2)]),
    row('31 JUL', [cell(5), cell(2.5), cell(0), cell(-0.8), null]),
    row('28 AUG', [null, null, null, null, null], 'too few quotes'),
  ],
  scale: 'diverging',
  unit: 'vol points over ATM',
  decimals: 1,
  emptyText: 'none',
};
const size = { width: 640, height: deltaGridHeight(model) };
const drawn = deltaGridGeometry(model, size);

it('sets a signed number in every cell, in brackets beyond the quotes', () => {
  expect(drawn.rows[0]?.cells.map(({ text }) => text)).toEqual(['(+6.0)', '+3.0', '0.0', '−1.0', '+2.0']);
  expect(drawn.rows[1]?.cells).toHaveLength(4);
  expect(drawn.footnotes[0]?.text).toMatch(/extrapolated/);
});

it('colours by distance from zero, never so strongly that the number is lost', () => {
  const opacities = drawn.rows.flatMap(({ cells }) => cells.map(({ opacity }) => opacity));
  expect(Math.max(...opacities)).toBeLessThanOrEqual(STRONGEST);
  expect(drawn.rows[0]?.cells[2]?.opacity).toBe(0);
  expect(drawn.rows[0]?.cells.map(({ side }) => side)).toEqual(['above', 'above', 'above', 'below', 'above']);
});

it('lets the outer columns go where room is short, and says how many', () => {
  const narrow = deltaGridGeometry(model, { width: 200, height: 150 });
  expect(narrow.columns.map(({ id }) => id)).toEqual(['P25', 'ATM', 'C25']);
  expect(narrow.footnotes.map(({ text }) => text).join(' ')).toContain('2 columns more in the data');
  expect(deltaGridTable(model).columns.map(({ id }) => id)).toContain('P10');
});

it('finds the cell under a pixel and walks by expiry and by delta', () => {
  const target = drawn.rows[1]?.cells[1];
  const at = { x: (target?.box.left ?? 0) + 3, y: (target?.box.top ?? 0) + 3 };
  const found = findCell(drawn, at);
  expect(found).toEqual({ expiryId: '31 JUL', x: null, pointId: 'grid P25' });
  expect(stepCell(drawn, found, 'up')?.expiryId).toBe('17 JUL');
  expect(stepCell(drawn, found, 'right')?.pointId).toBe('grid ATM');
  expect(stepCell(drawn, null, 'right')).toEqual({ expiryId: '17 JUL', x: null, pointId: 'grid ATM' });
});

it('reads vol, distance and strike of a cell, and only outlines the line that another picture points at', () => {
  const base = { expiryId: '31 JUL', x: null, pointId: 'grid P25' };
  const focus = { expiryId: '17 JUL', x: null, pointId: 'grid P10' };
  expect(readGrid(model, drawn, focus, base)?.spoken).toBe(
    '17 JUL, 9 days; 10Δ put 46.0 %; vol points over ATM (+6.0); Strike 60 000; beyond the outermost quotes, extrapolated; vol +3.5 from pinned 25Δ put',
  );
  const elsewhere = readGrid(model, drawn, { expiryId: '28 AUG', x: null, pointId: null }, null);
  expect(elsewhere?.readout).toBeNull();
  expect(elsewhere?.spoken).toBe('28 AUG, 9 days; too few quotes');
});

it('says in the middle that there is nothing to show', () => {
  const empty = deltaGridGeometry({ ...model, rows: [] }, size);
  expect(empty.emptyText?.text).toBe('none');
});
