import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { type Tick, stepDecimals } from '../frame/axis-ticks.ts';
import { type PlacedLabel, type WantedLabel, placeLabels } from '../frame/label-placement.ts';
import { type PlacedNote, placeNotes } from '../frame/footnotes.ts';
import { coordinate } from '../frame/polyline.ts';
import { type Point, type Rect, type Size, clamp } from '../frame/rect.ts';
import { type SymbolText, symbolText } from '../frame/symbol-text.ts';
import { labelHeight, labelSize, textWidth } from '../frame/text-width.ts';
import { numberText } from '../number-text.ts';
import { axisTitles, smileXTicks } from './smile-axis.ts';
import { type Domain, smileDomains } from './smile-domain.ts';
import { type PlacedFit, type PlacedMarker, placeFit, placeMarkers } from './smile-fit.ts';
import {
  type PlacedForward,
  type SideCaption,
  placeForwards,
  placeSpots,
  sideCaptions,
} from './smile-forward.ts';
import { type KeyEntry, placeKey } from './smile-key.ts';
import { type ClippedQuotes, clipQuotes } from './smile-clip.ts';
import type { SmileCurve, SmileModel, SmileQuote } from './smile-model.ts';
import { smileFootnotes } from './smile-notes.ts';
import {
  type PlacedQuote,
  type QuoteDetail,
  type QuoteMarks,
  placeQuote,
  quoteDetail,
  quoteMarks,
} from './smile-quotes.ts';

export interface PlacedCurve {
  readonly curve: SmileCurve;
  /** Ascending in x; only what the plot shows. */
  readonly quotes: readonly PlacedQuote[];
  readonly clipped: ClippedQuotes;
  readonly marks: QuoteMarks;
  /** Quotes that are stale or that the fit does not rest on. */
  readonly fadedMarks: QuoteMarks;
  readonly fit: PlacedFit;
  readonly markers: readonly PlacedMarker[];
}

/** All that the smile picture needs, in pixels. */
export interface SmileGeometry {
  readonly size: Size;
  readonly plot: Rect;
  /** Below it stand the numbers of the axis: the foot of the plot, or of what is drawn under it. */
  readonly axisY: number;
  readonly x: (value: number) => number;
  readonly xInverse: (pixels: number) => number;
  readonly y: (vol: number) => number;
  readonly xDomain: Domain;
  readonly volDomain: Domain;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly unit: PlacedNote;
  readonly axisTitle: SymbolText;
  readonly detail: QuoteDetail;
  readonly curves: readonly PlacedCurve[];
  readonly labels: readonly PlacedLabel[];
  readonly forwards: readonly PlacedForward[];
  readonly spots: readonly PlacedForward[];
  readonly sides: readonly SideCaption[];
  readonly key: readonly KeyEntry[];
  /** Small arrow heads where a quote lies above or below the picture. */
  readonly clipMarks: string;
  readonly footnotes: readonly PlacedNote[];
  /** What to say in the middle of a picture with nothing in it. */
  readonly emptyText: PlacedNote | null;
}

const unitText = 'vol, %';
const topMargin = 24;
const labelGap = 12;
const axisMargin = 40;
const leastPlot = 40;

interface Frame {
  readonly size: Size;
  readonly plot: Rect;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  readonly volTicks: readonly { readonly value: number; readonly text: string }[];
}

/** Room, in pixels, for what shares the axis. */
export interface SharedRoom {
  /** Between the plot and the numbers of its axis. */
  readonly below: number;
  /** Left of the plot, where its own numbers need less. */
  readonly left: number;
}

const ALONE: SharedRoom = { below: 0, left: 0 };

/** SmileChart draws this and computes nothing. */
export function smileGeometry(model: SmileModel, size: Size, room = ALONE): SmileGeometry {
  const { xDomain, volDomain } = smileDomains(model);
  const parts = model.curves.map((curve) => ({ curve, ...clipQuotes(curve, xDomain, volDomain) }));
  const notes = smileFootnotes(
    model,
    volDomain,
    parts.map(({ clipped }) => clipped),
    size.width,
  );
  const frame = smileFrame(model, {
    size,
    xDomain,
    volDomain,
    room: { ...room, below: room.below + notes.length * labelHeight },
  });
  const { plot, x, y } = frame;
  const axisY = plot.bottom + room.below;
  const detail = quoteDetail(
    parts.map(({ curve, shown }) => (curve.compared ? 0 : shown.length)),
    plot.right - plot.left,
  );
  const curves = parts.map((part) => placeCurve(part, frame, detail));
  const forwards = placeForwards(model, x, plot);
  const sides = sideCaptions(forwards, plot);
  const isEmpty = curves.every((curve) => curve.quotes.length === 0 && curve.fit.line.length === 0);
  const centre = { x: (plot.left + plot.right) / 2, y: (plot.top + plot.bottom) / 2 };
  return {
    ...frame,
    axisY,
    xInverse: (pixels) => x.invert(pixels),
    xDomain,
    volDomain,
    xTicks: isEmpty ? [] : smileXTicks(model.axis, xDomain, x),
    yTicks: isEmpty ? [] : frame.volTicks.map((tick) => ({ ...tick, at: y(tick.value) })),
    unit: { x: 0, y: labelSize, text: unitText },
    axisTitle: fittingTitle(axisTitles(model), { x: centre.x, y: axisY + 34 }, size.width),
    detail,
    curves,
    labels: endLabels(curves, frame),
    forwards: isEmpty ? [] : forwards,
    spots: isEmpty ? [] : placeSpots(model, x, plot),
    sides: isEmpty ? [] : sides,
    key: isEmpty ? [] : placeKey(model, detail, { size, sides, from: textWidth(unitText) + 20 }),
    clipMarks: curves.map((curve) => clipMarks(curve, frame)).join(''),
    footnotes: placeNotes(notes, axisY + axisMargin),
    emptyText: isEmpty ? { text: model.emptyText, ...centre } : null,
  };
}

function smileFrame(
  model: SmileModel,
  given: {
    readonly size: Size;
    readonly xDomain: Domain;
    readonly volDomain: Domain;
    readonly room: SharedRoom;
  },
): Frame {
  const { size, xDomain, volDomain } = given;
  const top = topMargin;
  const bottom = Math.max(top + leastPlot, size.height - axisMargin - given.room.below);
  const y = scaleLinear(volDomain, [bottom, top]);
  const values = y.ticks(clamp(Math.floor((bottom - top) / 38), 2, 10));
  const decimals = stepDecimals(values);
  const volTicks = values.map((value) => ({ value, text: numberText(value, decimals) }));
  const widest = (texts: readonly string[]): number =>
    Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text))));
  const left = Math.max(widest(volTicks.map(({ text }) => text)) + 10, given.room.left);
  const right = Math.max(
    left + leastPlot,
    size.width - widest(model.curves.map(({ label }) => label)) - labelGap,
  );
  return { size, plot: { left, right, top, bottom }, x: scaleLinear(xDomain, [left, right]), y, volTicks };
}

function placeCurve(
  part: {
    readonly curve: SmileCurve;
    readonly shown: readonly SmileQuote[];
    readonly clipped: ClippedQuotes;
  },
  frame: Frame,
  detail: QuoteDetail,
): PlacedCurve {
  const quotes = part.shown.map((quote) => placeQuote(quote, frame, frame.plot));
  const { compared } = part.curve;
  const standing = (used: boolean): readonly PlacedQuote[] =>
    quotes.filter(({ quote }) => (quote.standing === 'used' && !compared) === used);
  return {
    curve: part.curve,
    quotes,
    clipped: part.clipped,
    marks: quoteMarks(standing(true), detail),
    fadedMarks: quoteMarks(standing(false), compared ? 'bars' : detail),
    fit: placeFit(part.curve, frame, frame.plot),
    markers: placeMarkers(part.curve, frame, frame.plot),
  };
}

function fittingTitle(titles: readonly string[], at: Point, width: number): SymbolText {
  const set = titles.map((title) => symbolText(title, at));
  const fits = set.find((title) => at.x - title.width / 2 >= 0 && at.x + title.width / 2 <= width);
  return fits ?? set.at(-1) ?? symbolText('', at);
}

/** A curve is named where its line ends, or beside its last quote where it has no line. */
function endLabels(curves: readonly PlacedCurve[], { size, plot, x }: Frame): SmileGeometry['labels'] {
  const wanted = curves.flatMap(({ curve, fit, quotes }): readonly WantedLabel[] => {
    const anchor = fit.line.at(-1) ?? lastQuote(quotes);
    return anchor === null ? [] : [{ id: curve.expiryId, text: curve.label, colour: curve.colour, anchor }];
  });
  const written = curves.flatMap(({ fit, quotes, clipped }) => [
    ...fit.line,
    ...quotes.flatMap(barEnds),
    ...clipped.above.map((quote) => ({ x: x(quote.x), y: plot.top })),
  ]);
  return placeLabels(wanted, { ...plot, right: size.width, left: 0 }, written);
}

function barEnds({ x, bar, halfBar }: PlacedQuote): readonly Point[] {
  return (bar ?? halfBar ?? []).map((y) => ({ x, y }));
}

function lastQuote(quotes: readonly PlacedQuote[]): Point | null {
  const last = quotes.at(-1);
  const y = last && (last.midY ?? last.bidY ?? last.askY ?? last.bar?.[0]);
  return last === undefined || y === undefined || y === null ? null : { x: last.x, y };
}

function clipMarks({ clipped }: PlacedCurve, { x, plot }: Frame): string {
  const head = (quote: SmileQuote, edge: number, reach: number): string =>
    `M${coordinate(x(quote.x) - 3)},${coordinate(edge + reach)}l3,${-reach}l3,${reach}`;
  return [
    ...clipped.above.map((quote) => head(quote, plot.top, 4)),
    ...clipped.below.map((quote) => head(quote, plot.bottom, -4)),
  ].join('');
}
