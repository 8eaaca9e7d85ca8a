import { scaleLinear } from 'd3-scale';
import { type Tick, stepDecimals } from '../frame/axis-ticks.ts';
import { brokenLine } from '../frame/broken-line.ts';
import type { PlacedNote } from '../frame/footnotes.ts';
import { cross, verticalBar } from '../frame/mark-shapes.ts';
import { coordinate } from '../frame/polyline.ts';
import { type Point, type Rect, type Size, clamp } from '../frame/rect.ts';
import { type SymbolText, symbolText } from '../frame/symbol-text.ts';
import { labelHeight, labelSize, textWidth } from '../frame/text-width.ts';
import { numberText, signedText } from '../number-text.ts';
import type { ProgrammeLines, ProgrammeModel } from './programme-model.ts';
import { timeTicks } from './programme-time.ts';

/** One entry of the key above the picture. */
export interface KeyEntry extends Point {
  readonly mark: 'paid' | 'execution' | 'paidBack' | 'net' | 'bought' | 'missed';
  readonly text: string;
  /** Where its swatch begins. */
  readonly swatch: number;
}

/** The price above a programme. */
export interface PlacedSpot {
  readonly path: string;
  readonly box: Rect;
  readonly name: PlacedNote;
  readonly range: PlacedNote;
}

/** One programme in pixels. */
export interface PlacedProgramme {
  readonly lines: ProgrammeLines;
  readonly plot: Rect;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly unit: PlacedNote;
  readonly axisTitle: SymbolText | null;
  readonly name: PlacedNote;
  readonly headline: PlacedNote;
  readonly spot: PlacedSpot;
  readonly zero: number;
  /** Areas from zero: what was paid and its execution below, what came back above. */
  readonly paid: string;
  readonly execution: string;
  readonly paidBack: string;
  readonly net: string;
  readonly bought: string;
  readonly missed: string;
  /** One for each instant. */
  readonly points: readonly {
    readonly x: number;
    readonly paid: number;
    readonly paidBack: number;
    readonly net: number | null;
  }[];
}

/** All that the picture needs, in pixels. */
export interface ProgrammeGeometry {
  readonly size: Size;
  /** Around all programmes. */
  readonly plot: Rect;
  readonly stacked: boolean;
  readonly key: readonly KeyEntry[];
  readonly programmes: readonly PlacedProgramme[];
  readonly emptyText: PlacedNote | null;
}

const narrow = 700;
const keyGap = 18;
const swatchWidth = 14;
const headHeight = 2 * labelHeight + 6;
const spotHeight = 34;
const spotGap = 36;
const axisHeight = 24;
const titleHeight = 16;
const columnGap = 22;
const rowGap = 18;
const sideRoom = 10;
const rightRoom = 14;
const leastPlot = 40;
const padding = 0.06;
const keyTexts: readonly (readonly [KeyEntry['mark'], string])[] = [
  ['paid', 'paid, below zero'],
  ['execution', 'of it spread and fees'],
  ['paidBack', 'paid back'],
  ['net', 'net, open roll at mid'],
  ['bought', 'bought'],
  ['missed', 'could not be bought'],
];

/** ProgrammeChart draws this and computes nothing. */
export function programmeGeometry(model: ProgrammeModel, size: Size): ProgrammeGeometry {
  const { programmes, days } = model;
  const isEmpty = days.length < 2 || programmes.length === 0;
  const key = isEmpty ? [] : placeKey(programmes, size.width);
  const top = key.length === 0 ? 0 : Math.max(...key.map(({ y }) => y)) + 12;
  const stacked = size.width < narrow;
  const yDomain = programmeDomain(programmes);
  const rows = stacked ? programmes.length : 1;
  const height = (size.height - top - titleHeight - (rows - 1) * rowGap) / rows;
  const yTexts = tickTexts(yDomain, plotHeight(height));
  const axis = Math.ceil(Math.max(0, ...yTexts.map(({ text }) => textWidth(text)))) + sideRoom;
  const columns = stacked ? 1 : programmes.length;
  const width = (size.width - axis - (columns - 1) * columnGap) / Math.max(1, columns);
  const placed = isEmpty
    ? []
    : programmes.map((lines, index): PlacedProgramme => {
        const column = stacked ? 0 : index;
        const left = axis + column * (width + columnGap);
        const from = top + (stacked ? index * (height + rowGap) : 0);
        const box = {
          left,
          right: left + Math.max(leastPlot, width - rightRoom),
          top: from,
          bottom: from + height,
        };
        const last = !stacked || index === programmes.length - 1;
        return placeProgramme(model, lines, { box, yDomain, yTexts, first: column === 0, titled: last });
      });
  const first = placed[0]?.plot ?? { left: 0, right: size.width, top: 0, bottom: size.height };
  const end = placed.at(-1)?.plot ?? first;
  return {
    size,
    plot: { left: first.left, right: end.right, top: first.top, bottom: end.bottom },
    stacked,
    key,
    programmes: placed,
    emptyText: isEmpty ? { text: model.emptyText, x: size.width / 2, y: size.height / 2 } : null,
  };
}

/** Zero, all that was paid and all that came back, with a little room; the same for every programme. */
export function programmeDomain(programmes: readonly ProgrammeLines[]): readonly [number, number] {
  const values = programmes.flatMap(({ paid, paidBack, net }) => [
    ...paid.map((value) => -value),
    ...paidBack,
    ...net.filter((value) => value !== null),
  ]);
  const [lo, hi] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = hi - lo > 1e-9 ? padding * (hi - lo) : 1;
  return [lo - room, hi + room];
}

function plotHeight(height: number): number {
  return Math.max(leastPlot, height - headHeight - spotHeight - spotGap - axisHeight);
}

function tickTexts(domain: readonly [number, number], height: number): readonly Omit<Tick, 'at'>[] {
  const values = scaleLinear(domain, [height, 0]).ticks(clamp(Math.floor(height / 30), 2, 7));
  const decimals = stepDecimals(values);
  return values.map((value) => ({ value, text: signedText(value, decimals) }));
}

interface Place {
  readonly box: Rect;
  readonly yDomain: readonly [number, number];
  readonly yTexts: readonly Omit<Tick, 'at'>[];
  /** Carries the numbers of the axis up. */
  readonly first: boolean;
  /** Carries the words of the axis across. */
  readonly titled: boolean;
}

function placeProgramme(model: ProgrammeModel, lines: ProgrammeLines, place: Place): PlacedProgramme {
  const { box, yDomain, yTexts, first, titled } = place;
  const { left, right } = box;
  const spotBox = { left, right, top: box.top + headHeight, bottom: box.top + headHeight + spotHeight };
  const top = spotBox.bottom + spotGap;
  const plot = { left, right, top, bottom: top + plotHeight(box.bottom - box.top) };
  const x = scaleLinear([model.days[0] ?? 0, model.days.at(-1) ?? 1], [left, right]);
  const y = scaleLinear(yDomain, [plot.bottom, plot.top]);
  const points = model.days.map((day, i) => {
    const net = lines.net[i] ?? null;
    return {
      x: x(day),
      paid: y(-(lines.paid[i] ?? 0)),
      paidBack: y(lines.paidBack[i] ?? 0),
      net: net === null ? null : y(net),
    };
  });
  const zero = y(0);
  const steps = (values: readonly number[], sign: 1 | -1): string =>
    stepArea(
      values.map((value, i) => ({ x: points[i]?.x ?? left, y: y(sign * value) })),
      zero,
    );
  const middle = (left + right) / 2;
  const words = model.axis === 'days' ? 'days from the start' : 'UTC';
  return {
    lines,
    plot,
    xTicks: timeTicks(model, x, [left, right]),
    yTicks: yTexts.map(({ value, text }) => ({ value, at: y(value), text: first ? text : '' })),
    unit: { x: first ? 0 : left, y: plot.top - 8, text: first ? '% of the holding' : '' },
    axisTitle: titled ? symbolText(words, { x: middle, y: plot.bottom + axisHeight + 10 }) : null,
    name: { x: left, y: box.top + labelSize, text: lines.name },
    headline: { x: left, y: box.top + labelSize + labelHeight + 1, text: lines.headline },
    spot: placeSpot(model, x, spotBox),
    zero,
    paid: steps(lines.paid, -1),
    execution: steps(lines.execution, -1),
    paidBack: steps(lines.paidBack, 1),
    net: brokenLine(
      points.map(({ x: at, net }) => ({ x: at, y: net })),
      plot,
    ).path,
    bought: lines.bought.map((day) => verticalBar(x(day), zero - 4, zero)).join(''),
    missed: lines.missed.map((day) => cross(x(day), zero, 3.5)).join(''),
    points,
  };
}

/** Each value holds until the next one. */
function stepArea(points: readonly Point[], zero: number): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return '';
  const steps = points.map(({ x, y }) => `H${coordinate(x)}V${coordinate(y)}`).join('');
  return `M${coordinate(first.x)},${coordinate(zero)}${steps}H${coordinate(last.x)}V${coordinate(zero)}Z`;
}

function placeSpot(model: ProgrammeModel, x: (day: number) => number, box: Rect): PlacedSpot {
  const known = model.spot.filter((value) => value !== null);
  const [lo, hi] = [Math.min(...known), Math.max(...known)];
  const y = scaleLinear([lo, hi > lo ? hi : lo + 1], [box.bottom - 1, box.top + 1]);
  const points = model.days.map((day, i) => {
    const value = model.spot[i] ?? null;
    return { x: x(day), y: value === null ? null : y(value) };
  });
  const decimals = hi >= 1000 ? 0 : hi >= 10 ? 1 : 4;
  const range =
    known.length === 0
      ? 'not known'
      : `${numberText(lo, decimals)} to ${numberText(hi, decimals)} ${model.spotUnit}`;
  return {
    path: brokenLine(points, box).path,
    box,
    name: { x: box.left, y: box.bottom + 12, text: 'spot' },
    range: { x: box.right, y: box.bottom + 12, text: range },
  };
}

/** In lines no wider than the picture; what never happened needs no entry. */
function placeKey(programmes: readonly ProgrammeLines[], width: number): readonly KeyEntry[] {
  const missed = programmes.some((one) => one.missed.length > 0);
  let [at, line] = [0, 0];
  return keyTexts.flatMap(([mark, text]) => {
    if (mark === 'missed' && !missed) return [];
    const wide = swatchWidth + 6 + textWidth(text);
    if (at > 0 && at + wide > width) [at, line] = [0, line + 1];
    const swatch = at;
    at += wide + keyGap;
    return [{ mark, text, swatch, x: swatch + swatchWidth + 6, y: labelSize + line * (labelHeight + 3) }];
  });
}

/** Tall enough for one programme a row on a phone, else for one row. */
export function programmeHeight(width: number): number {
  if (width < narrow) return 3 * 250 + 90;
  return Math.round(clamp(width * 0.3, 330, 400));
}
