import { scaleLinear } from 'd3-scale';
import { type Tick, thinTicks } from '../frame/axis-ticks.ts';
import { type PlacedNote, packNotes, placeNotes } from '../frame/footnotes.ts';
import { hatchBox } from '../frame/hatch-box.ts';
import { cross } from '../frame/mark-shapes.ts';
import type { Rect, Size } from '../frame/rect.ts';
import { type SymbolText, symbolText } from '../frame/symbol-text.ts';
import { labelHeight, labelSize, textWidth } from '../frame/text-width.ts';
import { numberText } from '../number-text.ts';
import type { CostMapCell, CostMapModel, CostMapRow } from './cost-map-model.ts';
import { type CostRamp, costRamp } from './cost-ramp.ts';

export interface PlacedCell {
  readonly cell: CostMapCell;
  readonly box: Rect;
  /** Null where there is no cost. */
  readonly colour: string | null;
}

export interface PlacedRow {
  readonly row: CostMapRow;
  readonly top: number;
  readonly bottom: number;
  readonly middle: number;
  readonly cells: readonly PlacedCell[];
}

/** All that the picture needs, in pixels. */
export interface CostMapGeometry {
  readonly size: Size;
  readonly plot: Rect;
  readonly rows: readonly PlacedRow[];
  readonly xTicks: readonly Tick[];
  readonly axisTitle: SymbolText;
  readonly unit: PlacedNote;
  /** The forward, which is 100 % everywhere. */
  readonly forward: number | null;
  readonly legend: {
    readonly boxes: readonly { readonly box: Rect; readonly colour: string }[];
    readonly ticks: readonly (PlacedNote & { readonly anchor: 'start' | 'middle' | 'end' })[];
  };
  /** Strokes over cells of which only a part is on offer. */
  readonly hatch: string;
  /** In cells that have no price at all. */
  readonly crosses: string;
  /** Around the plan's own cell. */
  readonly chosen: Rect | null;
  readonly footnotes: readonly PlacedNote[];
  readonly emptyText: PlacedNote | null;
}

const head = 40;
const axisRoom = 42;
const noteLines = 2;
const rightRoom = 12;
const widest = 44;
const legendWidth = 128;

function rowHeight(rows: number): number {
  return rows > 24 ? 16 : 20;
}

/** The height that gives each expiry its line. */
export function costMapHeight({ rows }: Pick<CostMapModel, 'rows'>): number {
  return head + Math.max(3, rows.length) * rowHeight(rows.length) + axisRoom + noteLines * labelHeight;
}

/** CostMapChart draws this and computes nothing. */
export function costMapGeometry(model: CostMapModel, size: Size): CostMapGeometry {
  const { rows, chosenStrike } = model;
  const left = Math.ceil(Math.max(0, ...rows.map(({ label }) => textWidth(label)))) + 12;
  const high = rowHeight(rows.length);
  const right = Math.max(left + 40, size.width - rightRoom);
  const plot = { left, right, top: head, bottom: head + Math.max(3, rows.length) * high };
  const places = rows.flatMap(({ cells }) => cells.map(({ percent }) => percent));
  const isEmpty = places.length === 0;
  const [lo, hi] = isEmpty ? [50, 110] : [Math.min(...places), Math.max(...places)];
  const x = scaleLinear([lo - 1, hi + 1], [plot.left, plot.right]);
  const costs = rows.flatMap(({ cells }) => cells.flatMap(({ cost }) => (cost === null ? [] : [cost])));
  const ramp = costRamp(costs, model.decimals);
  const placed = rows.map((row, i) => placeRow(row, { top: head + i * high, high, x, plot, ramp }));
  const cells = placed.flatMap((row) => row.cells);
  const ticks = x.ticks(Math.max(2, Math.floor((right - left) / 62)));
  return {
    size,
    plot,
    rows: placed,
    xTicks: isEmpty
      ? []
      : thinTicks(
          ticks.map((value) => ({ value, at: x(value), text: `${numberText(value, 0)} %` })),
          8,
        ),
    axisTitle: symbolText('floor, % of the forward', { x: (left + right) / 2, y: plot.bottom + 35 }),
    unit: { x: 0, y: labelSize, text: model.unit },
    forward: isEmpty || lo > 100 || hi < 100 ? null : x(100),
    legend: legendOf(ramp, size.width),
    hatch: cells
      .filter(({ cell }) => cell.cost === null && cell.partly)
      .map(({ box }) => hatchBox(box))
      .join(''),
    crosses: cells
      .filter(({ cell }) => cell.cost === null && !cell.partly)
      .map(({ box }) => cross((box.left + box.right) / 2, (box.top + box.bottom) / 2, 2))
      .join(''),
    chosen:
      placed.find(({ row }) => row.chosen)?.cells.find(({ cell }) => cell.strike === chosenStrike)?.box ??
      null,
    footnotes: placeNotes(packNotes(notesOf(cells), size.width), plot.bottom + axisRoom),
    emptyText: isEmpty ? { text: model.emptyText, x: size.width / 2, y: (plot.top + plot.bottom) / 2 } : null,
  };
}

interface RowPlace {
  readonly top: number;
  readonly high: number;
  readonly x: (percent: number) => number;
  readonly plot: Rect;
  readonly ramp: CostRamp | null;
}

/** A cell reaches half-way to its neighbours, and not far beyond the last of them. */
function placeRow(row: CostMapRow, { top, high, x, plot, ramp }: RowPlace): PlacedRow {
  const at = row.cells.map(({ percent }) => x(percent));
  const bottom = top + high;
  const cells = row.cells.map((cell, i): PlacedCell => {
    const here = at[i] ?? 0;
    const [before, after] = [at[i - 1], at[i + 1]];
    const down = before === undefined ? (after ?? here + widest) - here : here - before;
    const up = after === undefined ? down : after - here;
    const left = Math.max(plot.left, here - Math.min(down, widest) / 2);
    const right = Math.min(plot.right, here + Math.min(up, widest) / 2);
    const box = { left, right, top: top + 0.5, bottom: bottom - 0.5 };
    return { cell, box, colour: cell.cost === null ? null : (ramp?.colourOf(cell.cost) ?? null) };
  });
  return { row, top, bottom, middle: top + high / 2, cells };
}

function legendOf(ramp: CostRamp | null, width: number): CostMapGeometry['legend'] {
  if (ramp === null) return { boxes: [], ticks: [] };
  const left = width - legendWidth - rightRoom;
  const wide = legendWidth / ramp.colours.length;
  return {
    boxes: ramp.colours.map((colour, i) => ({
      colour,
      box: { left: left + i * wide, right: left + (i + 1) * wide, top: 3, bottom: 11 },
    })),
    ticks: ramp.ticks.map(({ at, text }) => ({
      text,
      x: left + at * legendWidth,
      y: 24,
      anchor: at === 0 ? 'start' : at === 1 ? 'end' : 'middle',
    })),
  };
}

function notesOf(cells: readonly PlacedCell[]): readonly string[] {
  const without = cells.filter(({ cell }) => cell.cost === null);
  return [
    ...(without.some(({ cell }) => cell.partly) ? ['hatched: only a part of the size is on offer'] : []),
    ...(without.some(({ cell }) => !cell.partly) ? ['×: no price, for the reason read there'] : []),
  ];
}
