import { scaleLinear } from 'd3-scale';
import { type Tick, stepDecimals } from '../frame/axis-ticks.ts';
import { disc, verticalBar } from '../frame/mark-shapes.ts';
import { clipPolyline, coordinate, cutPolyline, pathThrough } from '../frame/polyline.ts';
import { type Rect, clamp } from '../frame/rect.ts';
import { textWidth } from '../frame/text-width.ts';
import { type Interval, intervalDomain } from '../frame/value-interval.ts';
import { numberText } from '../number-text.ts';
import type { SmileStrip, StripMark, StripSeries } from './smile-strip.ts';

/** One expiry's part of a strip as paths. */
export interface PlacedSeries {
  readonly expiryId: string;
  readonly colour: string;
  readonly bars: string;
  readonly dots: string;
  readonly columns: string;
  readonly fadedBars: string;
  readonly fadedDots: string;
  readonly solid: string;
  readonly dashed: string;
}

/** All that a strip needs, in pixels. */
export interface PlacedStrip {
  readonly id: string;
  readonly title: string;
  /** Beside the title: how many values the axis leaves out; empty where it shows all. */
  readonly beyond: string;
  readonly plot: Rect;
  readonly zeroY: number;
  readonly band: Rect | null;
  readonly ticks: readonly Tick[];
  readonly series: readonly PlacedSeries[];
  /** Arrow heads at the edges where values lie beyond. */
  readonly clipMarks: string;
  readonly emptyText: string | null;
}

/** The strip's share of the picture's height: its title and its plot. */
export const stripHeight = 92;
const titleHeight = 24;
const footRoom = 8;
/** So many of the values, the smallest in size, settle the axis. */
const settledShare = 0.96;
const valueShare = 0.45;
const padding = 0.08;

interface Placing {
  readonly plot: Rect;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly domain: Interval;
  readonly columnWidth: number;
}

/** @param at where the smile's plot begins and ends, where this strip begins, and how wide the picture is, pixels */
export function placeStrip(
  strip: SmileStrip,
  x: (value: number) => number,
  at: { readonly left: number; readonly right: number; readonly top: number; readonly width: number },
): PlacedStrip {
  const plot = {
    left: at.left,
    right: at.right,
    top: at.top + titleHeight,
    bottom: at.top + stripHeight - footRoom,
  };
  const series = seriesBetween(strip, x, [plot.left, plot.right], 1);
  const isEmpty = series.every(({ marks, line }) => marks.length === 0 && line.length === 0);
  const domain = strip.domain ?? stripDomain(strip, series);
  const y = scaleLinear(domain, [plot.bottom, plot.top]);
  const values = isEmpty ? [] : y.ticks(3);
  const decimals = stepDecimals(values);
  const marks = series.flatMap((one) => one.marks);
  const placing = { plot, x, y, domain, columnWidth: columnWidth(marks, x) };
  const beyond = marks.filter(({ value }) => value < domain[0] || value > domain[1]);
  const beyondText = beyond.length === 0 ? '' : `${beyond.length} beyond this axis`;
  return {
    id: strip.id,
    title: fittingTitle(strip.titles, beyondText, at.width),
    beyond: beyondText,
    plot,
    zeroY: y(0),
    band: isEmpty ? null : bandOf(strip, placing),
    ticks: values.map((value) => ({ value, at: y(value), text: tickText(value, decimals, strip.look) })),
    series: series.map((one) => placeSeries(one, strip.look, placing)),
    clipMarks: beyond.map((mark) => clipMark(mark, placing)).join(''),
    emptyText: isEmpty ? strip.emptyText : null,
  };
}

/** What a strip shows of its values' axis by itself; null where it has nothing to show. */
export function stripAxis(strip: SmileStrip, shown: Interval): Interval | null {
  const series = seriesBetween(strip, (x) => x, shown, 0);
  return series.every(({ marks, line }) => marks.length === 0 && line.length === 0)
    ? null
    : stripDomain(strip, series);
}

/** @param farther how much farther a line is followed than the marks, so that it leaves the picture at its edge */
function seriesBetween(
  { series }: SmileStrip,
  x: (value: number) => number,
  [from, to]: Interval,
  farther: number,
): readonly StripSeries[] {
  return series.map((one) => ({
    ...one,
    marks: one.marks.filter((mark) => x(mark.x) >= from && x(mark.x) <= to),
    line: one.line.filter((point) => x(point.x) >= from - farther && x(point.x) <= to + farther),
  }));
}

/** Between a title and what stands beside it. */
export const afterTitle = 22;

function fittingTitle(titles: readonly string[], beside: string, width: number): string {
  const room = width - (beside === '' ? 0 : afterTitle + textWidth(beside));
  return titles.find((title) => textWidth(title) <= room) ?? titles.at(-1) ?? '';
}

/** Amounts are written short, and up and down alike. */
function tickText(value: number, decimals: number, look: SmileStrip['look']): string {
  if (look === 'dots') return numberText(value, decimals);
  const amount = Math.abs(value);
  const [unit, suffix] = amount >= 1e6 ? [1e6, 'M'] : amount >= 1000 ? [1000, 'k'] : [1, ''];
  const short = Number((amount / unit).toPrecision(3));
  return `${numberText(short, String(short).split('.')[1]?.length ?? 0)}${suffix}`;
}

/** Zero, nearly all values, and of their bars as much as leaves the values readable. */
function stripDomain({ look, band, leastSpan }: SmileStrip, series: readonly StripSeries[]): Interval {
  const all = series.flatMap(({ marks }) => marks);
  const settled = all.filter(({ faded }) => !faded);
  const marks = settled.length > 0 ? settled : all;
  const sized = marks.map(({ value }) => value).toSorted((a, b) => Math.abs(a) - Math.abs(b));
  const most = look === 'columns' ? sized : sized.slice(0, Math.ceil(sized.length * settledShare));
  const lines = series.flatMap(({ line, lineRests }) =>
    line.filter((p) => lineRests === null || (p.x >= lineRests[0] && p.x <= lineRests[1])),
  );
  const values = [0, ...(band ?? []), ...most, ...lines.map(({ value }) => value)];
  const intervals = marks.flatMap(({ interval }) => (interval === null ? [] : [interval]));
  const [lo, hi] = intervalDomain(values, intervals, { leastSpan, valueShare }) ?? [0, 1];
  const room = (hi - lo) * padding;
  return look === 'columns' && lo >= 0 ? [0, hi + room] : [lo - room, hi + room];
}

function columnWidth(marks: readonly StripMark[], x: (value: number) => number): number {
  const xs = [...new Set(marks.map((mark) => x(mark.x)))].toSorted((a, b) => a - b);
  const gaps = xs.slice(1).map((at, i) => at - (xs[i] ?? at));
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 4)] ?? 8;
  return clamp(usual * 0.7, 2, 8);
}

function bandOf({ band }: SmileStrip, { plot, y, domain }: Placing): Rect | null {
  if (band === null) return null;
  const [lo, hi] = [Math.max(band[0], domain[0]), Math.min(band[1], domain[1])];
  return { left: plot.left, right: plot.right, top: y(hi), bottom: y(lo) };
}

function placeSeries(series: StripSeries, look: SmileStrip['look'], placing: Placing): PlacedSeries {
  const { plot, x, y, domain } = placing;
  const shown = series.marks.filter(({ value }) => value >= domain[0] && value <= domain[1]);
  const standing = (faded: boolean): readonly StripMark[] => shown.filter((mark) => mark.faded === faded);
  const dots = (marks: readonly StripMark[]): string =>
    marks.map((mark) => disc(x(mark.x), y(mark.value), 2)).join('');
  const points = series.line.map((point) => ({ x: x(point.x), y: y(point.value) }));
  const [from, to] = series.lineRests ?? [0, 0];
  const cut =
    series.lineRests === null
      ? { before: points, between: [], after: [] }
      : cutPolyline(points, [x(from), x(to)]);
  const visible = (part: Parameters<typeof clipPolyline>[0]): string =>
    clipPolyline(part, plot).map(pathThrough).join('');
  return {
    expiryId: series.expiryId,
    colour: series.colour,
    columns: look === 'columns' ? shown.map((mark) => column(mark, placing)).join('') : '',
    bars: bars(standing(false), placing),
    fadedBars: bars(standing(true), placing),
    dots: look === 'dots' ? dots(standing(false)) : '',
    fadedDots: look === 'dots' ? dots(standing(true)) : '',
    solid: visible(cut.between),
    dashed: visible(cut.before) + visible(cut.after),
  };
}

function bars(marks: readonly StripMark[], { x, y, domain: [lo, hi] }: Placing): string {
  return marks
    .map(({ x: at, interval }) =>
      interval === null || interval[1] < lo || interval[0] > hi
        ? ''
        : verticalBar(x(at), y(clamp(interval[1], lo, hi)), y(clamp(interval[0], lo, hi))),
    )
    .join('');
}

function column({ x: at, value }: StripMark, { x, y, columnWidth: wide }: Placing): string {
  const left = coordinate(x(at) - wide / 2);
  const width = coordinate(wide);
  return `M${left},${coordinate(y(0))}V${coordinate(y(value))}h${width}V${coordinate(y(0))}z`;
}

function clipMark({ x: at, value }: StripMark, { x, plot, domain }: Placing): string {
  const [edge, reach] = value > domain[1] ? [plot.top, 4] : [plot.bottom, -4];
  return `M${coordinate(x(at) - 3)},${coordinate(edge + reach)}l3,${-reach}l3,${reach}`;
}
