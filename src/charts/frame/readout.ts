import { type Point, type Rect, clamp } from './rect.ts';
import { textWidth } from './text-width.ts';

export interface ReadoutCell {
  readonly text: string;
  /** CSS colour; null is the colour of text. */
  readonly colour: string | null;
  readonly strong: boolean;
}

/** What a crosshair says: a heading and aligned rows, the first column left and the others right. */
export interface Readout {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ReadoutCell[])[];
  /** Lines under the table. */
  readonly notes: readonly string[];
}

export interface PlacedText extends Point, ReadoutCell {
  /** The same from one place to the next, so that a redraw moves texts instead of making new ones. */
  readonly id: string;
  readonly anchor: 'start' | 'end';
}

/** Where a readout may lie. */
export interface ReadoutRoom extends Rect {
  /** Where the names at the ends of lines begin. */
  readonly names: number;
}

export interface ReadoutBox {
  readonly box: Rect;
  readonly texts: readonly PlacedText[];
}

const padding = 10;
const line = 17;
const columnGap = 14;
const clearance = 14;

export function plainCell(text: string, strong = false): ReadoutCell {
  return { text, colour: null, strong };
}

function mutedCell(text: string): ReadoutCell {
  return { text, colour: 'var(--muted)', strong: false };
}

/** One line beside a point, for a picture that is not the one pointed at. */
export function placeBrief(text: string, point: Point, room: ReadoutRoom): ReadoutBox {
  return placeReadout({ heading: text, columns: [], rows: [], notes: [] }, point, room);
}

/** Lays the readout beside a point: right of it, else left, else above or below it; never outside the room. */
export function placeReadout(readout: Readout, point: Point, room: ReadoutRoom): ReadoutBox {
  const { heading, columns, rows, notes } = readout;
  const headed = columns.length > 0;
  const grid = [...(headed ? [[mutedCell(heading), ...columns.map(mutedCell)]] : []), ...rows];
  const across = Math.max(1, ...grid.map((row) => row.length));
  const widths = Array.from({ length: across }, (_, column) =>
    Math.max(0, ...grid.map((row) => textWidth(row[column]?.text ?? ''))),
  );
  const gridWidth = widths.reduce((sum, width) => sum + width, 0) + columnGap * (across - 1);
  const lone = headed ? [] : [heading];
  const width = Math.max(gridWidth, ...[...lone, ...notes].map((text) => textWidth(text))) + 2 * padding;
  const height = (lone.length + grid.length + notes.length) * line + 2 * padding - 4;
  const corner = cornerFor({ width, height }, point, room);
  const lines = [
    ...lone.map((text) => [mutedCell(text)]),
    ...grid,
    ...notes.map((text) => [mutedCell(text)]),
  ];
  const texts = lines.flatMap((cells, i) =>
    placeRow(cells, widths, { line: i, x: corner.x + padding, y: corner.y + padding + (i + 0.5) * line - 2 }),
  );
  const box = { left: corner.x, top: corner.y, right: corner.x + width, bottom: corner.y + height };
  return { box, texts };
}

function placeRow(
  row: readonly ReadoutCell[],
  widths: readonly number[],
  start: Point & { readonly line: number },
): readonly PlacedText[] {
  let edge = start.x;
  return row.map(({ text, colour, strong }, column) => {
    const from = edge;
    const to = edge + (widths[column] ?? 0);
    edge = to + columnGap;
    const id = `${start.line} ${column}`;
    return column === 0
      ? { id, text, colour, strong, x: from, y: start.y, anchor: 'start' }
      : { id, text, colour, strong, x: to, y: start.y, anchor: 'end' };
  });
}

/** At the top, where it stays while the point wanders along a curve, and clear of names at the right while there is room. */
function cornerFor(
  { width, height }: { readonly width: number; readonly height: number },
  point: Point,
  room: ReadoutRoom,
): Point {
  const right = point.x + clearance;
  const left = point.x - clearance - width;
  const fitsLeft = left >= room.left;
  if (right + width <= (fitsLeft ? room.names : room.right)) return { x: right, y: room.top };
  if (fitsLeft) return { x: left, y: room.top };
  const x = clamp(point.x - width / 2, room.left, Math.max(room.left, room.right - width));
  const roomAbove = point.y - clearance - height >= room.top;
  const lowest = Math.max(room.top, room.bottom - height);
  return { x, y: roomAbove ? room.top : clamp(point.y + clearance, room.top, lowest) };
}
