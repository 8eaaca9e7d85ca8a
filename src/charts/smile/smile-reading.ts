import type { ChartFocus } from '../focus/chart-focus.ts';
import type { Reading, ReadingDot } from '../focus/reading.ts';
import { heightAt } from '../frame/polyline.ts';
import { type Readout, type ReadoutCell, placeReadout, plainCell } from '../frame/readout.ts';
import { numberText, signedText } from '../number-text.ts';
import type { PlacedCurve, SmileGeometry } from './geometry.ts';
import { placeText } from './smile-axis.ts';
import type { SmileModel } from './smile-model.ts';
import { nearestQuote, pixelOf, quoteY } from './smile-places.ts';
import type { PlacedQuote } from './smile-quotes.ts';

/** Farther away than this a strike is not what the hair points at. */
const reach = 14;

interface CurveAtX {
  readonly placed: PlacedCurve;
  readonly quote: PlacedQuote | null;
  readonly fitVol: number | null;
}

/** Reads all curves where the hair crosses them; only strengthens the line where no place along it is pointed at. */
export function readSmile(
  model: SmileModel,
  geometry: SmileGeometry,
  focus: ChartFocus,
  base: ChartFocus | null,
): Reading | null {
  const pointed = geometry.curves.find(({ curve }) => curve.expiryId === focus.expiryId);
  const emphasis = pointed ? emphasisOf(pointed) : null;
  const x = pixelOf(geometry, focus);
  if (x !== null) return { ...readAt(model, geometry, { x, pointed, base }), emphasis };
  if (pointed === undefined) return null;
  return { x: null, dots: [], emphasis, readout: null, brief: null, spoken: pointed.curve.label, share: 0 };
}

function emphasisOf({ curve, fit }: PlacedCurve): Reading['emphasis'] {
  return { path: fit.solid === '' ? fit.dashed : fit.solid, colour: curve.colour };
}

function readAt(
  model: SmileModel,
  geometry: SmileGeometry,
  at: {
    readonly x: number;
    readonly pointed: PlacedCurve | undefined;
    readonly base: ChartFocus | null;
  },
): Omit<Reading, 'emphasis'> {
  const { x } = at;
  const { plot, size } = geometry;
  const read = geometry.curves
    .map((placed) => curveAt(placed, geometry, x))
    .filter(({ quote, fitVol }) => quote !== null || fitVol !== null);
  const main = read.find(({ placed }) => placed === at.pointed);
  const notes = main ? [...quoteNote(main), ...differenceNote(model, geometry, main, at.base)] : [];
  const place = placeText(model, geometry.xInverse(x));
  const readout: Readout = {
    heading: place,
    columns: ['strike', 'bid', 'ask', 'fit'],
    rows: read.map((row) => readRow(model, row, row === main && read.length > 1)),
    notes,
  };
  const y = (main && dotOf(main, geometry, x)[0]?.y) ?? (plot.top + plot.bottom) / 2;
  const room = { left: 0, right: size.width, top: plot.top - 2, bottom: geometry.axisY, names: plot.right };
  return {
    x,
    dots: read.flatMap((row) => dotOf(row, geometry, x)),
    readout: placeReadout(readout, { x, y }, room),
    brief: null,
    spoken: [place, ...(main ? [spokenRow(model, main)] : []), ...notes].join('; '),
    share: ((x - plot.left) / (plot.right - plot.left)) * 100,
  };
}

function quoteNote({ placed, quote }: CurveAtX): readonly string[] {
  if (quote === null) return [];
  const { note, details } = quote.quote;
  return [...(note === null ? [] : [`${placed.curve.label}: ${note}`]), ...details()];
}

function curveAt(placed: PlacedCurve, { xInverse }: SmileGeometry, x: number): CurveAtX {
  const near = nearestQuote(placed, x);
  const quote = near !== null && Math.abs(near.x - x) <= reach ? near : null;
  return { placed, quote, fitVol: quote?.quote.fit ?? fitAt(placed, xInverse(x)) };
}

function fitAt({ curve }: PlacedCurve, x: number): number | null {
  const line = curve.fit.map(({ x: at, vol }) => ({ x: at, y: vol }));
  return heightAt(line, x);
}

function readRow(
  { strikeDecimals, volDecimals }: SmileModel,
  row: CurveAtX,
  strong: boolean,
): readonly ReadoutCell[] {
  const { curve } = row.placed;
  const quote = row.quote?.quote ?? null;
  const vol = (value: number | null): ReadoutCell => plainCell(numberText(value, volDecimals), strong);
  return [
    { text: curve.label, colour: curve.colour, strong: true },
    { ...plainCell(numberText(quote?.strike ?? null, strikeDecimals)), colour: 'var(--muted)' },
    vol(quote?.bid ?? null),
    vol(quote?.ask ?? null),
    vol(row.fitVol),
  ];
}

function dotOf(
  { placed, quote, fitVol }: CurveAtX,
  { y, plot }: SmileGeometry,
  x: number,
): readonly ReadingDot[] {
  const at = fitVol === null ? quote && quoteY(quote, y) : y(fitVol);
  if (at === null || at < plot.top || at > plot.bottom) return [];
  return [{ x: quote?.x ?? x, y: at, colour: placed.curve.colour }];
}

function spokenRow({ strikeDecimals, volDecimals }: SmileModel, { placed, quote, fitVol }: CurveAtX): string {
  const vol = (name: string, value: number | null): string =>
    value === null ? `no ${name}` : `${name} ${numberText(value, volDecimals)}`;
  const strike = quote
    ? ` strike ${numberText(quote.quote.strike, strikeDecimals)} ${quote.quote.right}`
    : '';
  const sides = quote ? [vol('bid', quote.quote.bid), vol('ask', quote.quote.ask)] : [];
  return `${placed.curve.label}${strike}: ${[...sides, vol('fit', fitVol)].join(', ')}`;
}

/** How the pointed vol differs from the pinned one. */
function differenceNote(
  model: SmileModel,
  geometry: SmileGeometry,
  main: CurveAtX,
  base: ChartFocus | null,
): readonly string[] {
  if (base === null) return [];
  const pinned = geometry.curves.find(({ curve }) => curve.expiryId === base.expiryId);
  const x = pixelOf(geometry, base);
  if (pinned === undefined || x === null) return [];
  // A pin between strikes is read where it stands, however near the next strike is.
  const from: CurveAtX =
    base.pointId === null
      ? { placed: pinned, quote: null, fitVol: fitAt(pinned, geometry.xInverse(x)) }
      : curveAt(pinned, geometry, x);
  if (from.fitVol === null || main.fitVol === null) return [];
  const strike = from.quote ? ` ${numberText(from.quote.quote.strike, model.strikeDecimals)}` : '';
  const change = signedText(main.fitVol - from.fitVol, model.volDecimals);
  return [`fit ${change} from pinned ${pinned.curve.label}${strike}`];
}
