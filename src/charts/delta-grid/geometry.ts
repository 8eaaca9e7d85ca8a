import { quantile } from 'd3-array';
import { type PlacedNote, packNotes, placeNotes } from '../frame/footnotes.ts';
import { type Rect, type Size, clamp } from '../frame/rect.ts';
import { labelHeight, textWidth } from '../frame/text-width.ts';
import { numberText, signedText } from '../number-text.ts';
import type { DeltaGridCell, DeltaGridColumn, DeltaGridModel, DeltaGridRow } from './delta-grid-model.ts';

/** A cell in pixels with its number as text. */
export interface PlacedCell {
  readonly id: string;
  readonly column: DeltaGridColumn;
  readonly cell: DeltaGridCell;
  readonly box: Rect;
  readonly text: string;
  readonly side: 'above' | 'below';
  /** Of the colour behind the number, at most `STRONGEST`. */
  readonly opacity: number;
}

export interface PlacedRow {
  readonly row: DeltaGridRow;
  readonly top: number;
  readonly bottom: number;
  readonly middle: number;
  readonly cells: readonly PlacedCell[];
}

export interface PlacedHeading extends PlacedNote {
  readonly column: DeltaGridColumn;
}

/** All that the picture needs, in pixels. */
export interface DeltaGridGeometry {
  readonly size: Size;
  /** The cells. */
  readonly plot: Rect;
  readonly columns: readonly DeltaGridColumn[];
  readonly headings: readonly PlacedHeading[];
  /** `puts` and `calls` over their columns. */
  readonly sides: readonly (PlacedNote & { readonly side: 'put' | 'call' })[];
  readonly rows: readonly PlacedRow[];
  readonly footnotes: readonly PlacedNote[];
  readonly emptyText: PlacedNote | null;
}

/** A number over the strongest colour still holds 4.5:1 in both themes. */
export const STRONGEST = 0.45;
const headHeight = 38;
const leastCell = 46;
const noteRoom = 36;

function rowHeight(rows: number): number {
  return rows > 24 ? 18 : 22;
}

/** The height that gives each expiry its line. */
export function deltaGridHeight({ rows }: Pick<DeltaGridModel, 'rows'>): number {
  return headHeight + Math.max(3, rows.length) * rowHeight(rows.length) + noteRoom;
}

/** As many columns as leave each its room; the most wanted stay. */
function columnsFor({ columns }: DeltaGridModel, width: number): readonly DeltaGridColumn[] {
  const ranks = [...new Set(columns.map(({ rank }) => rank))].toSorted((a, b) => b - a);
  for (const most of ranks) {
    const kept = columns.filter(({ rank }) => rank <= most);
    if (kept.length * leastCell <= width) return kept;
  }
  return columns.filter(({ rank }) => rank === 0);
}

/** DeltaGridChart draws this and computes nothing. */
export function deltaGridGeometry(model: DeltaGridModel, size: Size): DeltaGridGeometry {
  const { rows } = model;
  const gutter = Math.ceil(Math.max(0, ...rows.map(({ label }) => textWidth(label)))) + 12;
  const columns = columnsFor(model, size.width - gutter);
  const height = rowHeight(rows.length);
  const wide = Math.max(1, (size.width - gutter) / Math.max(1, columns.length));
  const plot = {
    left: gutter,
    right: gutter + wide * columns.length,
    top: headHeight,
    bottom: headHeight + rows.length * height,
  };
  const strength = strengthOf(model);
  const placed = rows.map((row, i) => {
    const top = headHeight + i * height;
    const cells = columns.flatMap((column, j) => {
      const cell = row.cells[model.columns.indexOf(column)] ?? null;
      const left = gutter + j * wide;
      const box = { left, right: left + wide, top, bottom: top + height };
      return cell === null ? [] : [placedCell(model, column, { cell, box, strength: strength(cell.value) })];
    });
    return { row, top, bottom: top + height, middle: top + height / 2, cells };
  });
  const isEmpty = placed.every(({ cells }) => cells.length === 0);
  const middleOf = (column: DeltaGridColumn): number => gutter + (columns.indexOf(column) + 0.5) * wide;
  return {
    size,
    plot,
    columns,
    headings: columns.map((column) => ({
      column,
      text: column.label,
      x: middleOf(column),
      y: headHeight - 7,
    })),
    sides: sideNotes(columns, middleOf),
    rows: placed,
    footnotes: placeNotes(packNotes(notesOf(model, columns), size.width), plot.bottom + 4),
    emptyText: isEmpty
      ? { text: model.emptyText, x: size.width / 2, y: headHeight + 1.5 * rowHeight(0) }
      : null,
  };
}

function sideNotes(
  columns: readonly DeltaGridColumn[],
  middleOf: (column: DeltaGridColumn) => number,
): DeltaGridGeometry['sides'] {
  return (['put', 'call'] as const).flatMap((side) => {
    const own = columns.filter((column) => column.side === side);
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [{ side, text: `${side}s`, x: (middleOf(first) + middleOf(last)) / 2, y: labelHeight }];
  });
}

function notesOf({ columns, rows }: DeltaGridModel, shown: readonly DeltaGridColumn[]): readonly string[] {
  const hidden = columns.length - shown.length;
  const bracketed = rows.some(({ cells }) => cells.some((cell) => cell !== null && !cell.quoted));
  return [
    ...(bracketed ? ['( ) beyond the outermost quotes, extrapolated'] : []),
    ...(hidden > 0 ? [`${hidden} columns more in the data`] : []),
  ];
}

/** From 0 to 1; one outlier does not wash out the rest. */
function strengthOf({ rows, scale }: DeltaGridModel): (value: number) => number {
  const values = rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell === null ? [] : [cell.value])));
  const sizes = scale === 'diverging' ? values.map(Math.abs) : values;
  const lo = scale === 'diverging' ? 0 : (quantile(sizes, 0.03) ?? 0);
  const hi = quantile(sizes, 0.97) ?? 1;
  const span = hi - lo;
  const size = (value: number): number => (scale === 'diverging' ? Math.abs(value) : value);
  return (value) => (span > 0 ? clamp((size(value) - lo) / span, 0, 1) : 0);
}

interface CellPlace {
  readonly cell: DeltaGridCell;
  readonly box: Rect;
  readonly strength: number;
}

function placedCell(
  { scale, decimals }: DeltaGridModel,
  column: DeltaGridColumn,
  { cell, box, strength }: CellPlace,
): PlacedCell {
  const number = scale === 'diverging' ? signedText(cell.value, decimals) : numberText(cell.value, decimals);
  return {
    id: column.id,
    column,
    cell,
    box,
    text: cell.quoted ? number : `(${number})`,
    side: cell.value < 0 ? 'below' : 'above',
    opacity: Math.round(STRONGEST * strength * 100) / 100,
  };
}
