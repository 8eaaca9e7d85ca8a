import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { type Tick, stepDecimals } from '../frame/axis-ticks.ts';
import { type PlacedNote, packNotes, placeNotes } from '../frame/footnotes.ts';
import { type PlacedLabel, type WantedLabel, placeLabels } from '../frame/label-placement.ts';
import { heightAt } from '../frame/polyline.ts';
import { type Point, type Rect, type Size, clamp, overlap } from '../frame/rect.ts';
import { type SymbolText, symbolText } from '../frame/symbol-text.ts';
import { labelHeight, labelSize, textWidth } from '../frame/text-width.ts';
import { numberText } from '../number-text.ts';
import { hatchUnder } from './hatch.ts';
import { densityAxisTitles, densityXTicks } from './density-axis.ts';
import { type Domain, densityDomains } from './density-domain.ts';
import type { DensityModel } from './density-model.ts';
import { type DensityKind, type PlacedDensity, placeDensity } from './place-curve.ts';

/** All that one picture of the laws needs, in pixels. */
export interface DensityGeometry {
  readonly kind: DensityKind;
  readonly size: Size;
  readonly plot: Rect;
  readonly x: (value: number) => number;
  readonly xInverse: (pixels: number) => number;
  readonly y: (value: number) => number;
  readonly xDomain: Domain;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly unit: PlacedNote;
  readonly axisTitle: SymbolText;
  readonly curves: readonly PlacedDensity[];
  readonly labels: readonly PlacedLabel[];
  /** Where the level stands: one rule, or one for each expiry where their forwards part them. */
  readonly rules: readonly { readonly x: number; readonly colour: string | null }[];
  /** Strokes over the plot where the leading law is extrapolated, with the word where it has room. */
  readonly beyond: { readonly hatch: string; readonly words: readonly PlacedNote[] };
  readonly footnotes: readonly PlacedNote[];
  readonly emptyText: PlacedNote | null;
}

const topMargin = 24;
const axisMargin = 46;
const leastPlot = 40;
const sideRoom = 10;
/** For the half of the last tick's text that stands out beyond the plot. */
const rightRoom = 14;
/** Chance of ending below at which a distribution is named. */
const namedAt = 86;

/** DensityChart draws this and computes nothing. */
export function densityGeometry(model: DensityModel, kind: DensityKind, size: Size): DensityGeometry {
  const { x: xDomain, densityMax } = densityDomains(model);
  const notes = packNotes(notesOf(model, kind, densityMax), size.width);
  const yDomain: Domain = kind === 'density' ? [0, densityMax] : [0, 100];
  const bottom = Math.max(topMargin + leastPlot, size.height - axisMargin - notes.length * labelHeight);
  const y = scaleLinear(yDomain, [bottom, topMargin]);
  const values = y.ticks(clamp(Math.floor((bottom - topMargin) / 44), 2, kind === 'density' ? 6 : 5));
  const decimals = stepDecimals(values);
  const texts = values.map((value) => ({ value, text: `${numberText(value, decimals)} %` }));
  const left = Math.ceil(Math.max(0, ...texts.map(({ text }) => textWidth(text)))) + sideRoom;
  const plot = { left, right: Math.max(left + leastPlot, size.width - rightRoom), top: topMargin, bottom };
  const x = scaleLinear(xDomain, [plot.left, plot.right]);
  const curves = model.curves.map((curve) =>
    placeDensity(curve, { kind, isLead: curve.expiryId === model.leadId }, { plot, x, y }),
  );
  const labels = namesOf(curves, { plot, size, kind, x });
  const isEmpty = curves.every(({ line }) => line.length === 0);
  const centre = { x: (plot.left + plot.right) / 2, y: (plot.top + plot.bottom) / 2 };
  return {
    kind,
    size,
    plot,
    x,
    xInverse: (pixels) => x.invert(pixels),
    y,
    xDomain,
    xTicks: isEmpty ? [] : densityXTicks(model.axis, xDomain, x),
    yTicks: isEmpty ? [] : texts.map(({ value, text }) => ({ value, text, at: y(value) })),
    unit: { x: 0, y: labelSize, text: unitText(model, kind) },
    axisTitle: fittingTitle(densityAxisTitles(model), { x: centre.x, y: plot.bottom + 38 }, size.width),
    curves,
    labels,
    rules: rulesOf(curves, x, plot),
    beyond: beyondQuotes(curves, model.leadId, { x, plot, labels }),
    footnotes: placeNotes(notes, bottom + axisMargin),
    emptyText: isEmpty ? { text: model.emptyText, ...centre } : null,
  };
}

function unitText({ densityPer }: DensityModel, kind: DensityKind): string {
  return kind === 'density' ? `chance per ${densityPer}` : 'chance of ending below';
}

function fittingTitle(titles: readonly string[], at: Point, width: number): SymbolText {
  const set = titles.map((title) => symbolText(title, at));
  const fits = set.find((title) => at.x - title.width / 2 >= 0 && at.x + title.width / 2 <= width);
  return fits ?? set.at(-1) ?? symbolText('', at);
}

interface NameFrame {
  readonly plot: Rect;
  readonly size: Size;
  readonly kind: DensityKind;
  readonly x: ScaleLinear<number, number>;
}

/** A density is named at its peak, a distribution on its upper shoulder. */
function namesOf(
  curves: readonly PlacedDensity[],
  { plot, size, kind, x }: NameFrame,
): readonly PlacedLabel[] {
  const wanted = curves.flatMap(({ curve, line }): readonly WantedLabel[] => {
    const shoulder = curve.points.find(({ below }) => below >= namedAt);
    const anchor = kind === 'density' ? peakOf(line) : shoulder && pointAt(line, x(shoulder.x));
    if (!anchor) return [];
    return [{ id: curve.expiryId, text: curve.label, colour: curve.colour, anchor }];
  });
  if (wanted.length > mostBeside) return stackedNames(wanted, { plot, kind });
  const written = curves.flatMap(({ line }) => line.filter((_, index) => index % 4 === 0));
  return placeLabels(wanted, { ...plot, top: 0, right: size.width }, written);
}

/** More names than these stand in each other's way beside their curves. */
const mostBeside = 3;

/** Names in a column where no law reaches: at the upper right of a density, at the lower right of a distribution. */
function stackedNames(
  wanted: readonly WantedLabel[],
  { plot, kind }: Pick<NameFrame, 'plot' | 'kind'>,
): readonly PlacedLabel[] {
  const right = plot.right - 4;
  const first =
    kind === 'density' ? plot.top + labelHeight : plot.bottom - (wanted.length + 0.5) * labelHeight;
  return wanted.map((label, index) => {
    const left = right - textWidth(label.text);
    const y = first + (index + 0.5) * labelHeight;
    return {
      ...label,
      at: { x: left, y },
      box: { left, right, top: y - labelHeight / 2, bottom: y + labelHeight / 2 },
      leader: null,
    };
  });
}

function peakOf(line: readonly Point[]): Point | null {
  return line.reduce<Point | null>((best, next) => (best === null || next.y < best.y ? next : best), null);
}

function pointAt(line: readonly Point[], x: number): Point | null {
  const y = heightAt(line, x);
  return y === null ? null : { x, y };
}

/** So close together the levels of several expiries are one. */
const together = 1.5;

function rulesOf(
  curves: readonly PlacedDensity[],
  x: (value: number) => number,
  plot: Rect,
): DensityGeometry['rules'] {
  const places = curves.flatMap(({ curve }) =>
    curve.level === null ? [] : [{ x: x(curve.level.x), colour: curve.colour }],
  );
  const shown = places.filter((place) => place.x >= plot.left - 0.5 && place.x <= plot.right + 0.5);
  const [first] = shown;
  if (first === undefined) return [];
  return shown.every((place) => Math.abs(place.x - first.x) < together)
    ? [{ x: first.x, colour: null }]
    : shown;
}

const beyondText = 'extrapolated';

function wordBox({ x, y }: Point): Rect {
  const half = textWidth(beyondText) / 2;
  return { left: x - half, right: x + half, top: y - labelSize, bottom: y + 2 };
}

function beyondQuotes(
  curves: readonly PlacedDensity[],
  leadId: string | null,
  {
    x,
    plot,
    labels,
  }: {
    readonly x: (value: number) => number;
    readonly plot: Rect;
    readonly labels: readonly PlacedLabel[];
  },
): DensityGeometry['beyond'] {
  const lead = curves.find(({ curve }) => curve.expiryId === leadId);
  const quoted = lead?.curve.quotedRange;
  if (!lead || !quoted) return { hatch: '', words: [] };
  const sides = [
    [plot.left, clamp(x(quoted[0]), plot.left, plot.right)],
    [clamp(x(quoted[1]), plot.left, plot.right), plot.right],
  ] as const;
  return {
    hatch: sides
      .map(([from, to]) =>
        hatchUnder(
          [
            { x: from, y: plot.top },
            { x: to, y: plot.top },
          ],
          plot.bottom,
        ),
      )
      .join(''),
    words: sides
      .filter(([from, to]) => to - from > textWidth(beyondText) + 12)
      .map(([from, to]) => ({ text: beyondText, x: (from + to) / 2, y: plot.top + labelHeight }))
      .filter((word) => labels.every(({ box }) => !overlap(box, wordBox(word)))),
  };
}

/** Widths that far apart cannot be read on one axis of prices. */
const tooUneven = 6;

/** How many times the middle half of the widest law is as wide as that of the narrowest. */
function unevenness({ curves }: DensityModel): number {
  const widths = curves.flatMap(({ points }) => {
    const [from, to] = [25, 75].map((chance) => points.find(({ below }) => below >= chance)?.x);
    return from === undefined || to === undefined || to <= from ? [] : [to - from];
  });
  return widths.length === 0 ? 1 : Math.max(...widths) / Math.min(...widths);
}

function notesOf(model: DensityModel, kind: DensityKind, densityMax: number): readonly string[] {
  const absences = model.curves.flatMap(({ label, absence }) =>
    absence === null ? [] : [`${label}: ${absence}`],
  );
  if (kind === 'below') return absences;
  const named = (held: (curve: DensityModel['curves'][number]) => boolean): string =>
    model.curves
      .filter(held)
      .map(({ label }) => label)
      .join(', ');
  const negative = named(({ points }) => points.some(({ density }) => density < -1e-6));
  const uneven = model.axis === 'moves' ? 1 : unevenness(model);
  const taller = named(({ points }) => points.some(({ density }) => density > densityMax));
  return [
    ...(negative === ''
      ? []
      : [`${negative}: below zero in places, the fit allows butterfly arbitrage there`]),
    ...(taller === '' ? [] : [`${taller}: taller than the axis`]),
    ...(uneven < tooUneven
      ? []
      : [
          `the widest law is ${numberText(uneven, 0)} times as wide as the narrowest: in moves they share one scale`,
        ]),
    ...absences,
  ];
}
