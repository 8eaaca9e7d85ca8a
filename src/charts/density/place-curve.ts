import { clipPolyline, coordinate, cutPolyline, heightAt, pathThrough } from '../frame/polyline.ts';
import { type Point, type Rect, clamp } from '../frame/rect.ts';
import type { DensityCurve, DensityPoint } from './density-model.ts';
import { hatchUnder } from './hatch.ts';

/** Which of a law's two pictures: the density, or the chance of ending below. */
export type DensityKind = 'density' | 'below';

export interface CurveFrame {
  readonly plot: Rect;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

/** One law in pixels. */
export interface PlacedDensity {
  readonly curve: DensityCurve;
  /** Ascending in x, only what the plot shows. */
  readonly line: readonly Point[];
  /** Between the outermost quotes. */
  readonly solid: string;
  /** On wings beyond the quotes. */
  readonly dashed: string;
  readonly lognormal: string;
  /** What bids and asks leave open. */
  readonly band: string;
  /** Area under the density where it rests on quotes, and strokes where it does not; empty for the chance of ending below. */
  readonly fill: string;
  readonly hatch: string;
  /** Area under the leading density below the level. */
  readonly tail: string;
  readonly levelAt: Point | null;
}

const VALUE: Readonly<Record<DensityKind, (point: DensityPoint) => number>> = {
  density: ({ density }) => density,
  below: ({ below }) => below,
};
const LOGNORMAL: Readonly<Record<DensityKind, (point: DensityPoint) => number>> = {
  density: ({ lognormalDensity }) => lognormalDensity,
  below: ({ lognormalBelow }) => lognormalBelow,
};
const RANGE: Readonly<Record<DensityKind, (point: DensityPoint) => DensityPoint['belowRange']>> = {
  density: ({ densityRange }) => densityRange,
  below: ({ belowRange }) => belowRange,
};

export function placeDensity(
  curve: DensityCurve,
  { kind, isLead }: { readonly kind: DensityKind; readonly isLead: boolean },
  frame: CurveFrame,
): PlacedDensity {
  const { plot, x } = frame;
  const line = lineOf(curve.points, VALUE[kind], frame);
  const [from, to] = curve.quotedRange ?? [Infinity, Infinity];
  const { before, between, after } = cutPolyline(line, [
    clamp(x(from), plot.left, plot.right),
    clamp(x(to), plot.left, plot.right),
  ]);
  const outside = curve.quotedRange === null ? [line] : [before, after];
  const inside = curve.quotedRange === null ? [] : between;
  const filled = kind === 'density';
  const level = curve.level === null ? null : x(curve.level.x);
  const levelY = level === null ? null : heightAt(line, level);
  return {
    curve,
    line,
    solid: pathThrough(inside),
    dashed: outside.map(pathThrough).join(''),
    lognormal: pathThrough(lineOf(curve.points, LOGNORMAL[kind], frame)),
    band: bandOf(curve.points, RANGE[kind], frame),
    fill: filled ? areaUnder(inside, plot.bottom) : '',
    hatch: filled ? outside.map((part) => hatchUnder(part, plot.bottom)).join('') : '',
    tail:
      filled && isLead && level !== null
        ? areaUnder(cutPolyline(line, [-Infinity, level]).between, plot.bottom)
        : '',
    levelAt: level === null || levelY === null ? null : { x: level, y: levelY },
  };
}

function lineOf(
  points: readonly DensityPoint[],
  value: (point: DensityPoint) => number,
  { plot, x, y }: CurveFrame,
): readonly Point[] {
  const placed = points.map((point) => ({ x: x(point.x), y: y(value(point)) }));
  const sides = { ...plot, top: -Infinity, bottom: Infinity };
  // What is taller than the plot, or below zero, runs along its edge; the note under the picture tells of it.
  return clipPolyline(placed, sides)
    .flat()
    .map((at) => ({ x: at.x, y: clamp(at.y, plot.top, plot.bottom) }));
}

function bandOf(
  points: readonly DensityPoint[],
  range: (point: DensityPoint) => DensityPoint['belowRange'],
  { plot, x, y }: CurveFrame,
): string {
  const known = points.flatMap((point) => {
    const at = x(point.x);
    const between = range(point);
    if (between === null || at < plot.left || at > plot.right) return [];
    const edge = (value: number): number => clamp(y(value), plot.top, plot.bottom);
    return [{ x: at, lo: edge(between[0]), hi: edge(between[1]) }];
  });
  if (known.length < 2) return '';
  const there = known.map(({ x: at, hi }) => ({ x: at, y: hi }));
  const back = known.toReversed().map(({ x: at, lo }) => ({ x: at, y: lo }));
  return `${pathThrough([...there, ...back])}z`;
}

function areaUnder(line: readonly Point[], floor: number): string {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined || line.length < 2) return '';
  return `${pathThrough(line)}L${coordinate(last.x)},${coordinate(floor)}H${coordinate(first.x)}z`;
}
