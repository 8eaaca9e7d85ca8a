import type { ChartFocus } from '../focus/chart-focus.ts';
import { daysText } from '../focus/days-text.ts';
import type { Reading, Step } from '../focus/reading.ts';
import { placeReadout, plainCell } from '../frame/readout.ts';
import { coordinate } from '../frame/polyline.ts';
import { type Point, clamp } from '../frame/rect.ts';
import { numberText, signedText } from '../number-text.ts';
import type { DeltaGridGeometry, PlacedCell, PlacedRow } from './geometry.ts';
import type { DeltaGridModel } from './delta-grid-model.ts';

/** A cell's place in the page's crosshair; its column is told apart from every quote. */
function focusOn(row: PlacedRow | undefined, columnId: string | undefined): ChartFocus | null {
  if (row === undefined) return null;
  const pointId = columnId === undefined ? null : `grid ${columnId}`;
  return { expiryId: row.row.expiryId, x: null, pointId };
}

function columnOf(focus: ChartFocus | null): string | null {
  return focus?.pointId?.startsWith('grid ') ? focus.pointId.slice(5) : null;
}

export function findCell({ rows, columns, plot }: DeltaGridGeometry, at: Point): ChartFocus | null {
  const row = rows.find(({ top, bottom }) => at.y >= top && at.y < bottom);
  const share = (at.x - plot.left) / (plot.right - plot.left);
  const index = clamp(Math.floor(share * columns.length), 0, columns.length - 1);
  return focusOn(row, share < 0 ? undefined : columns[index]?.id);
}

/** ↑ ↓ to another expiry, ← → to another delta; from nowhere to the forward of the first expiry. */
export function stepCell(
  { rows, columns }: DeltaGridGeometry,
  from: ChartFocus | null,
  step: Step,
): ChartFocus | null {
  const row = rows.findIndex(({ row: { expiryId } }) => expiryId === from?.expiryId);
  const middle = columns.findIndex(({ side }) => side === 'atm');
  const column = columns.findIndex(({ id }) => id === columnOf(from));
  if (row < 0 || column < 0) return focusOn(rows[Math.max(0, row)], columns[Math.max(0, middle)]?.id);
  const down = { up: -1, down: 1, left: 0, right: 0 }[step];
  const across = { up: 0, down: 0, left: -1, right: 1 }[step];
  return focusOn(
    rows[clamp(row + down, 0, rows.length - 1)],
    columns[clamp(column + across, 0, columns.length - 1)]?.id,
  );
}

export function readGrid(
  model: DeltaGridModel,
  geometry: DeltaGridGeometry,
  focus: ChartFocus,
  base: ChartFocus | null,
): Reading | null {
  const row = rowOf(geometry, focus);
  if (row === undefined) return null;
  const cell = cellOf(row, focus);
  const pinned = base && cellOf(rowOf(geometry, base), base);
  const heading = `${row.row.label}, ${daysText(row.row.days)}`;
  const notes = [...stateNote(row, cell), ...changeNote(model, cell, pinned ?? undefined)];
  const { plot } = geometry;
  const figures = cell === undefined ? [] : figuresOf(model, cell);
  return {
    x: null,
    dots: [],
    emphasis: { path: outlineOf(row, cell, geometry), colour: row.row.colour },
    readout:
      columnOf(focus) === null
        ? null
        : placeReadout(
            {
              heading,
              columns: [],
              rows: figures.map(([name, text]) => [plainCell(name), plainCell(text, true)]),
              notes,
            },
            { x: cell ? (cell.box.left + cell.box.right) / 2 : plot.left, y: row.middle },
            roomBeside(geometry, row),
          ),
    brief: null,
    spoken: [heading, ...figures.map(([name, text]) => `${name} ${text}`), ...notes].join('; '),
    share: plot.bottom > plot.top ? ((row.middle - plot.top) / (plot.bottom - plot.top)) * 100 : 0,
  };
}

/** A tall grid keeps what it says near the line that is pointed at. */
function roomBeside({ size, plot }: DeltaGridGeometry, { middle }: PlacedRow) {
  const top = clamp(middle - 60, 0, Math.max(0, size.height - 130));
  return { left: 0, right: size.width, top, bottom: size.height, names: plot.right };
}

function rowOf({ rows }: DeltaGridGeometry, { expiryId }: ChartFocus): PlacedRow | undefined {
  return rows.find(({ row }) => row.expiryId === expiryId);
}

function cellOf(row: PlacedRow | undefined, focus: ChartFocus): PlacedCell | undefined {
  return row?.cells.find(({ id }) => id === columnOf(focus));
}

function figuresOf(
  { unit, scale, decimals }: DeltaGridModel,
  { column, cell, text }: PlacedCell,
): readonly (readonly [string, string])[] {
  return [
    [column.name, `${numberText(cell.vol, decimals)} %`],
    ...(scale === 'diverging' ? [[unit, text] as const] : []),
    ['Strike', cell.strike],
  ];
}

function stateNote({ row }: PlacedRow, cell: PlacedCell | undefined): readonly string[] {
  if (row.absence !== null) return [row.absence];
  if (cell === undefined) return [];
  return cell.cell.quoted ? [] : ['beyond the outermost quotes, extrapolated'];
}

function changeNote(
  { decimals }: DeltaGridModel,
  cell: PlacedCell | undefined,
  pinned: PlacedCell | undefined,
): readonly string[] {
  if (cell === undefined || pinned === undefined || cell === pinned) return [];
  return [`vol ${signedText(cell.cell.vol - pinned.cell.vol, decimals)} from pinned ${pinned.column.name}`];
}

/** The cell pointed at; the whole line where another picture points. */
function outlineOf(row: PlacedRow, cell: PlacedCell | undefined, { plot }: DeltaGridGeometry): string {
  const { left, right } = cell?.box ?? plot;
  const [l, r, t, b] = [left, right, row.top, row.bottom].map(coordinate);
  return `M${l},${t}H${r}V${b}H${l}z`;
}
