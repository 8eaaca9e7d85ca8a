import type { Rect } from '../frame/rect.ts';
import type { HeatScale } from './heat-scale.ts';
import type { PlacedContract, PlacedRow } from './placed-rows.ts';
import type { SurfaceModel, SurfaceQuantity } from './surface-model.ts';

/** All cells of one colour as one path. */
export interface HeatLayer {
  readonly level: number;
  readonly d: string;
}

export interface HeatFrame {
  readonly plot: Rect;
  readonly x: (place: number) => number;
  /** Pixels of a number of days. */
  readonly y: (days: number) => number;
}

/** Whole pixels halfway between neighbours, the outermost at the given ends. */
export function cellEdges(
  centres: readonly number[],
  [from, to]: readonly [number, number],
): readonly number[] {
  const inner = centres.slice(1).map((at, i) => Math.round((at + (centres[i] ?? at)) / 2));
  return [Math.round(from), ...inner, Math.round(to)];
}

/** Share of a side of the plot by which an outermost cell reaches beyond its own place at the most. */
const outermost = 0.03;

/** Edges whose outermost lie no farther out than a little: an axis that is held may reach beyond what there is. */
function edgesWithin(centres: readonly number[], [from, to]: readonly [number, number]): readonly number[] {
  const reach = centres.length > 1 ? outermost * (to - from) : to - from;
  const [first = from, last = to] = [centres[0], centres.at(-1)];
  return cellEdges(centres, [Math.max(from, first - reach), Math.min(to, last + reach)]);
}

/** The part of the plot that the field's cells cover. */
export function fieldBox({ places, days }: SurfaceModel, { plot, x, y }: HeatFrame): Rect {
  const columns = edgesWithin(places.map(x), [plot.left, plot.right]);
  const lines = edgesWithin(days.map(y), [plot.top, plot.bottom]);
  return {
    left: columns[0] ?? plot.left,
    right: columns.at(-1) ?? plot.right,
    top: lines[0] ?? plot.top,
    bottom: lines.at(-1) ?? plot.bottom,
  };
}

/** The field's cells by colour; neighbours of one colour are one rectangle, so that no seams show. */
export function fieldLayers(
  { places, days, rows }: SurfaceModel,
  scale: HeatScale,
  frame: HeatFrame,
): readonly HeatLayer[] {
  const { plot, x, y } = frame;
  const columns = edgesWithin(places.map(x), [plot.left, plot.right]);
  const lines = edgesWithin(days.map(y), [plot.top, plot.bottom]);
  const paths = new Map<number, string>();
  const paint = (level: number, box: Rect): void => {
    paths.set(level, (paths.get(level) ?? '') + rectangle(box));
  };
  for (const [row, cells] of rows.entries()) {
    const [top = 0, bottom = 0] = [lines[row], lines[row + 1]];
    let start = 0;
    const levels = cells.map(({ value }) => (value === null ? null : scale.levelOf(value)));
    for (let column = 1; column <= levels.length; column++) {
      const level = levels[start];
      if (column < levels.length && levels[column] === level) continue;
      if (level !== null && level !== undefined)
        paint(level, { left: columns[start] ?? 0, right: columns[column] ?? 0, top, bottom });
      start = column;
    }
  }
  return inOrder(paths);
}

/** No cell of a contract is wider than this, so that a lone strike does not colour half the picture. */
const widest = 40;

/** A cell a contract, as high as its expiry's share of the axis and as wide as its neighbours leave. */
export function contractLayers(
  rows: readonly PlacedRow[],
  quantity: SurfaceQuantity,
  scale: HeatScale,
  plot: Rect,
): readonly HeatLayer[] {
  const paths = new Map<number, string>();
  const lines = edgesWithin(
    rows.map(({ y }) => y),
    [plot.top, plot.bottom],
  );
  for (const [row, { contracts }] of rows.entries()) {
    const [top = 0, bottom = 0] = [lines[row], lines[row + 1]];
    const spans = spansOf(contracts, plot);
    for (const [i, { contract }] of contracts.entries()) {
      const [left = 0, right = 0] = spans[i] ?? [];
      const level = levelOf(contract.values[quantity], scale);
      if (level === null || right <= left) continue;
      paths.set(level, (paths.get(level) ?? '') + rectangle({ left, right, top: top + 1, bottom }));
    }
  }
  return inOrder(paths);
}

function levelOf(value: number | null, { spread, levelOf: level }: HeatScale): number | null {
  return value === null || (spread === 'log' && value <= 0) ? null : level(value);
}

/** From halfway to the strike before to halfway to the strike after. */
function spansOf(contracts: readonly PlacedContract[], plot: Rect): readonly (readonly [number, number])[] {
  const centres = contracts.map(({ x }) => x);
  const [first = 0, last = 0] = [centres[0], centres.at(-1)];
  const edges = cellEdges(centres, [first - widest / 2, last + widest / 2]);
  return centres.map((centre, i) => [
    Math.max(plot.left, edges[i] ?? 0, Math.round(centre - widest / 2)),
    Math.min(plot.right, edges[i + 1] ?? 0, Math.round(centre + widest / 2)),
  ]);
}

function inOrder(paths: ReadonlyMap<number, string>): readonly HeatLayer[] {
  return [...paths].map(([level, d]) => ({ level, d })).toSorted((a, b) => a.level - b.level);
}

function rectangle({ left, right, top, bottom }: Rect): string {
  return `M${left},${top}H${right}V${bottom}H${left}z`;
}

/** Diagonal strokes over the part of the plot where something holds, as path text. */
export function hatchWhere(plot: Rect, holds: (x: number, y: number) => boolean): string {
  const spacing = 8;
  const step = 2;
  const strokes: string[] = [];
  const last = plot.right + plot.bottom;
  for (let sum = Math.ceil((plot.left + plot.top) / spacing) * spacing; sum < last; sum += spacing) {
    const [from, to] = [Math.max(plot.left, sum - plot.bottom), Math.min(plot.right, sum - plot.top)];
    let start: number | null = null;
    for (let x = from; x <= to + step; x += step) {
      const inside = x <= to && holds(x, sum - x);
      if (inside && start === null) start = x;
      if (!inside && start !== null) {
        const end = Math.min(x - step, to);
        if (end > start)
          strokes.push(
            `M${Math.round(start)},${Math.round(sum - start)}L${Math.round(end)},${Math.round(sum - end)}`,
          );
        start = null;
      }
    }
  }
  return strokes.join('');
}
