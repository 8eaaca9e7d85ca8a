import { bisectCenter } from 'd3-array';
import { scaleLinear, scaleLog } from 'd3-scale';
import type { Tick } from '../frame/axis-ticks.ts';
import { type PlacedNote, packNotes, placeNotes } from '../frame/footnotes.ts';
import { cross, verticalBar } from '../frame/mark-shapes.ts';
import type { Point, Rect, Size } from '../frame/rect.ts';
import { type SymbolText, symbolText } from '../frame/symbol-text.ts';
import { labelHeight, labelSize, textWidth } from '../frame/text-width.ts';
import {
  contractLayers,
  fieldBox,
  fieldLayers,
  hatchWhere,
  type HeatFrame,
  type HeatLayer,
} from './heat-cells.ts';
import { type HeatScale, heatScaleOver } from './heat-scale.ts';
import { type PlacedRow, placeRows } from './placed-rows.ts';
import { surfaceAxisTitles, surfaceXTicks } from './surface-axis.ts';
import { surfaceDomains } from './surface-domains.ts';
import { type HeatLegend, surfaceLegend } from './surface-legend.ts';
import type { SurfaceDomains, SurfaceModel } from './surface-model.ts';

/** All that the map needs, in pixels. */
export interface SurfaceGeometry {
  readonly size: Size;
  readonly plot: Rect;
  readonly scale: HeatScale | null;
  readonly layers: readonly HeatLayer[];
  /** Strokes where the surface rests on no quote. */
  readonly hatch: string;
  /** Crosses where the density is below zero, bars where total variance falls with time. */
  readonly fails: { readonly butterfly: string; readonly calendar: string };
  /** Quotes of the fit. */
  readonly dots: string;
  readonly rows: readonly PlacedRow[];
  readonly rowLines: string;
  /** Chosen expiries: lines across the plot, and a pointer beside each of their names. */
  readonly chosen: {
    readonly lines: string;
    readonly pointers: readonly { readonly d: string; readonly colour: string }[];
  };
  readonly forward: string;
  readonly rowLabels: readonly {
    readonly id: string;
    readonly text: string;
    readonly y: number;
    readonly colour: string;
    readonly strong: boolean;
  }[];
  readonly xTicks: readonly Tick[];
  readonly axisTitle: SymbolText;
  readonly unit: PlacedNote;
  readonly legend: HeatLegend;
  readonly footnotes: readonly PlacedNote[];
  readonly emptyText: PlacedNote | null;
}

const topMargin = 50;
const axisMargin = 42;
const leastPlot = 60;
const labelGap = 10;
const rightRoom = 14;
/** Share of the axis of time that lies before the nearest and after the farthest expiry. */
const timeRoom = 0.02;

/** HeatMap draws this and computes nothing. */
export function surfaceGeometry(model: SurfaceModel, size: Size): SurfaceGeometry {
  const isEmpty = model.contracts.length === 0 && model.rows.length === 0;
  const notes = packNotes(isEmpty ? [] : surfaceNotes(model), size.width);
  const bottom = Math.max(topMargin + leastPlot, size.height - axisMargin - notes.length * labelHeight);
  const widest = Math.max(0, ...model.expiries.map(({ label }) => textWidth(label)));
  const left = Math.ceil(widest) + labelGap;
  const plot = { left, right: Math.max(left + leastPlot, size.width - rightRoom), top: topMargin, bottom };
  const domains = surfaceDomains(model);
  const { x, y } = scalesOf(domains, plot);
  const frame = { plot, x, y };
  const scale = domains.colour && heatScaleOver(domains.colour, model.spread, model.decimals);
  const rows = placeRows(model, frame);
  const field = model.kind === 'field';
  return {
    size,
    plot,
    scale,
    layers:
      scale === null
        ? []
        : field
          ? fieldLayers(model, scale, frame)
          : contractLayers(rows, model.quantity, scale, plot),
    hatch: field ? hatchWhere(fieldBox(model, frame), extrapolatedAt(model, frame)) : '',
    fails: failMarks(model, frame),
    dots: dotsOf(rows, field),
    rows,
    rowLines: rows.map((row) => `M${plot.left},${row.y.toFixed(1)}h4`).join(''),
    chosen: chosenMarks(isEmpty ? [] : rows, plot),
    forward: verticalBar(x(model.axis === 'delta' ? 0.5 : 0), plot.top, plot.bottom),
    rowLabels: isEmpty ? [] : labelsOf(rows),
    xTicks: isEmpty ? [] : surfaceXTicks(model.axis, domains.place, x),
    axisTitle: fittingTitle(
      surfaceAxisTitles(model.axis),
      { x: (plot.left + plot.right) / 2, y: bottom + 34 },
      size.width,
    ),
    unit: { x: 0, y: labelSize, text: model.unit },
    legend: surfaceLegend(scale, plot),
    footnotes: placeNotes(notes, bottom + axisMargin),
    emptyText: isEmpty
      ? { text: model.emptyText, x: (plot.left + plot.right) / 2, y: (plot.top + bottom) / 2 }
      : null,
  };
}

function scalesOf({ place, days: [first, last] }: SurfaceDomains, plot: Rect) {
  const room = last > first ? (last / first) ** timeRoom : 1.5;
  const time = scaleLog([first / room, last * room], [plot.top, plot.bottom]);
  return {
    x: scaleLinear(place, [plot.left, plot.right]),
    y: (days: number): number => time(Math.max(first / room, days)),
  };
}

/** A row and a column of the grid under a pixel. */
function cellAt(model: SurfaceModel, { x, y }: HeatFrame) {
  const [columns, lines] = [model.places.map(x), model.days.map(y)];
  return (at: Point) => model.rows[bisectCenter(lines, at.y)]?.[bisectCenter(columns, at.x)];
}

function extrapolatedAt(model: SurfaceModel, frame: HeatFrame): (x: number, y: number) => boolean {
  const under = cellAt(model, frame);
  return (x, y) => {
    const cell = under({ x, y });
    return cell !== undefined && cell.extrapolated && cell.value !== null;
  };
}

const failReach = 3;

function failMarks(model: SurfaceModel, { x, y }: HeatFrame): SurfaceGeometry['fails'] {
  const [columns, lines] = [model.places.map(x), model.days.map(y)];
  const marks = { butterfly: '', calendar: '' };
  for (const [row, cells] of model.rows.entries())
    for (const [column, { fails }] of cells.entries()) {
      const at = { x: columns[column] ?? 0, y: lines[row] ?? 0 };
      if (fails === 'butterfly') marks.butterfly += cross(at.x, at.y, failReach);
      if (fails === 'calendar') marks.calendar += verticalBar(at.x, at.y - failReach, at.y + failReach);
    }
  return marks;
}

/** Pixels; quotes nearer to each other are drawn as one, so that what they rest on stays in sight. */
const quoteGap = { few: 6, many: 11 };
const many = 1500;

function dotsOf(rows: readonly PlacedRow[], field: boolean): string {
  if (!field) return '';
  const used = rows.flatMap(({ contracts }) =>
    contracts.filter(({ contract }) => contract.used && contract.mid !== null),
  );
  const gap = used.length > many ? quoteGap.many : quoteGap.few;
  const side = used.length > many ? 2 : 3;
  const taken = new Set<string>();
  return used
    .filter(({ x, y }) => {
      const cell = `${Math.round(x / gap)} ${Math.round(y / gap)}`;
      if (taken.has(cell)) return false;
      taken.add(cell);
      return true;
    })
    .map(({ x, y }) => `M${(x - side / 2).toFixed(1)},${(y - side / 2).toFixed(1)}h${side}v${side}h${-side}z`)
    .join('');
}

function chosenMarks(rows: readonly PlacedRow[], plot: Rect): SurfaceGeometry['chosen'] {
  const chosen = rows.filter(({ expiry }) => expiry.chosen && expiry.absence === null);
  return {
    lines: chosen.map(({ y }) => `M${plot.left},${y.toFixed(1)}H${plot.right}`).join(''),
    pointers: chosen.map(({ y, expiry }) => ({
      d: `M${plot.left - 2},${y.toFixed(1)}l-5,-4v8z`,
      colour: expiry.colour,
    })),
  };
}

/** Names of rows, the chosen first and farther before nearer, as many as stand clear of each other. */
function labelsOf(rows: readonly PlacedRow[]): SurfaceGeometry['rowLabels'] {
  const labels: { id: string; text: string; y: number; colour: string; strong: boolean }[] = [];
  const wanted = [...rows].reverse().toSorted((a, b) => Number(b.expiry.chosen) - Number(a.expiry.chosen));
  for (const { expiry, y } of wanted) {
    if (labels.some((other) => Math.abs(other.y - y) < labelHeight - 1)) continue;
    const { expiryId, label, colour, chosen } = expiry;
    labels.push({ id: expiryId, text: label, y, colour, strong: chosen });
  }
  return labels;
}

function fittingTitle(titles: readonly string[], at: Point, width: number): SymbolText {
  const set = titles.map((title) => symbolText(title, at));
  const fits = set.find((title) => at.x - title.width / 2 >= 0 && at.x + title.width / 2 <= width);
  return fits ?? set.at(-1) ?? symbolText('', at);
}

/** What the picture cannot show by itself: where a no-arbitrage test fails or that none does, and what is missing. */
export function surfaceNotes(model: SurfaceModel): readonly string[] {
  const cells = model.rows.flat();
  const count = (what: 'butterfly' | 'calendar'): number =>
    cells.filter(({ fails }) => fails === what).length;
  const [butterfly, calendar] = [count('butterfly'), count('calendar')];
  const places = `${model.rows.length} × ${model.places.length} places`;
  const tests =
    cells.length === 0
      ? []
      : butterfly + calendar === 0
        ? [`no-arbitrage tests: none fails on ${places}`]
        : [
            ...(butterfly > 0 ? [`× density below zero at ${butterfly} of ${places}`] : []),
            ...(calendar > 0 ? [`| total variance falls with time at ${calendar} of ${places}`] : []),
          ];
  const absences = model.expiries.flatMap(({ label, absence }) =>
    absence === null ? [] : [`${label}: ${absence}`],
  );
  return [...tests, ...model.warnings, ...absences];
}
