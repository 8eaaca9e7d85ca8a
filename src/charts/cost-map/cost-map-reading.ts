import { minIndex } from 'd3-array';
import type { ChartFocus } from '../focus/chart-focus.ts';
import { daysText } from '../focus/days-text.ts';
import type { Reading, Step } from '../focus/reading.ts';
import { coordinate } from '../frame/polyline.ts';
import { placeReadout, plainCell } from '../frame/readout.ts';
import { type Point, clamp } from '../frame/rect.ts';
import { numberText, signedText } from '../number-text.ts';
import type { CostMapModel } from './cost-map-model.ts';
import type { CostMapGeometry, PlacedCell, PlacedRow } from './geometry.ts';

const prefix = 'floor ';

function focusOn(row: PlacedRow | undefined, cell: PlacedCell | undefined): ChartFocus | null {
  if (row === undefined) return null;
  const pointId = cell === undefined ? null : `${prefix}${cell.cell.strike}`;
  return { expiryId: row.row.expiryId, x: null, pointId };
}

function nearest(row: PlacedRow | undefined, x: number): PlacedCell | undefined {
  return row?.cells[minIndex(row.cells, ({ box }) => Math.abs((box.left + box.right) / 2 - x))];
}

function rowOf({ rows }: CostMapGeometry, focus: ChartFocus | null): PlacedRow | undefined {
  return rows.find(({ row }) => row.expiryId === focus?.expiryId);
}

function cellOf(row: PlacedRow | undefined, focus: ChartFocus | null): PlacedCell | undefined {
  return row?.cells.find(({ cell }) => `${prefix}${cell.strike}` === focus?.pointId);
}

export function findCost(geometry: CostMapGeometry, at: Point): ChartFocus | null {
  const row = geometry.rows.find(({ top, bottom }) => at.y >= top && at.y < bottom);
  return focusOn(row, nearest(row, at.x));
}

/** ↑ ↓ to another expiry at the same distance, ← → to another strike; from nowhere to the plan's own. */
export function stepCost(geometry: CostMapGeometry, from: ChartFocus | null, step: Step): ChartFocus | null {
  const { rows, plot, chosen } = geometry;
  const row = rowOf(geometry, from);
  const cell = cellOf(row, from);
  if (row === undefined) {
    const first = rows.find((one) => one.row.chosen) ?? rows[0];
    return focusOn(first, nearest(first, chosen === null ? plot.right : (chosen.left + chosen.right) / 2));
  }
  const x = cell === undefined ? plot.right : (cell.box.left + cell.box.right) / 2;
  const down = { up: -1, down: 1, left: 0, right: 0 }[step];
  const other = rows[clamp(rows.indexOf(row) + down, 0, rows.length - 1)];
  if (down !== 0) return focusOn(other, nearest(other, x));
  if (cell === undefined) return focusOn(row, nearest(row, x));
  const across = step === 'left' ? -1 : 1;
  return focusOn(row, row.cells[clamp(row.cells.indexOf(cell) + across, 0, row.cells.length - 1)]);
}

export function readCostMap(
  model: CostMapModel,
  geometry: CostMapGeometry,
  focus: ChartFocus,
  base: ChartFocus | null,
): Reading | null {
  const row = rowOf(geometry, focus);
  if (row === undefined) return null;
  const cell = cellOf(row, focus);
  const pinned = cellOf(rowOf(geometry, base), base);
  const heading = `${row.row.label}, ${daysText(row.row.days)}`;
  const figures = cell === undefined ? [] : figuresOf(model, cell);
  const notes = [...reasonsOf(row, cell), ...changeOf(model, cell, pinned)];
  const { plot, size } = geometry;
  const [left, right] = cell === undefined ? [plot.left, plot.right] : [cell.box.left, cell.box.right];
  const top = clamp(row.middle - 80, 0, Math.max(0, size.height - 160));
  return {
    x: null,
    dots: [],
    emphasis: { path: outline({ left, right, top: row.top, bottom: row.bottom }), colour: 'var(--text)' },
    readout:
      cell === undefined && row.row.absence === null
        ? null
        : placeReadout(
            {
              heading,
              columns: [],
              rows: figures.map(([name, text]) => [plainCell(name), plainCell(text, true)]),
              notes,
            },
            { x: (left + right) / 2, y: row.middle },
            { left: 0, right: size.width, top, bottom: size.height, names: plot.right },
          ),
    brief: null,
    spoken: [heading, ...figures.map(([name, text]) => `${name} ${text}`), ...notes].join('; '),
    share: ((row.middle - plot.top) / (plot.bottom - plot.top)) * 100,
  };
}

function outline({ left, right, top, bottom }: PlacedCell['box']): string {
  const [l, r, t, b] = [left, right, top, bottom].map(coordinate);
  return `M${l},${t}H${r}V${b}H${l}z`;
}

function figuresOf(
  { unit, decimals, columns }: CostMapModel,
  { cell }: PlacedCell,
): readonly (readonly [string, string])[] {
  const place = [['Strike', `${cell.strikeText}, ${numberText(cell.percent, 1)} % of forward`] as const];
  if (cell.cost === null) return place;
  return [
    ...place,
    [`All in, ${unit}`, numberText(cell.cost, decimals)],
    ...columns.map(
      ({ label, decimals: fine }, i) => [label, numberText(cell.figures[i] ?? null, fine)] as const,
    ),
  ];
}

function reasonsOf({ row }: PlacedRow, cell: PlacedCell | undefined): readonly string[] {
  const reason = cell === undefined ? row.absence : cell.cell.reason;
  return reason === null ? [] : [reason];
}

function changeOf(
  { decimals, unit }: CostMapModel,
  cell: PlacedCell | undefined,
  pinned: PlacedCell | undefined,
): readonly string[] {
  const [here, there] = [cell?.cell.cost ?? null, pinned?.cell.cost ?? null];
  if (cell === pinned || here === null || there === null) return [];
  return [`${signedText(here - there, decimals)} ${unit} from pinned ${pinned?.cell.strikeText ?? ''}`];
}
