import { scaleLinear } from 'd3-scale';
import { numberText } from '../number-text.ts';
import { type Tick, stepDecimals } from './axis-ticks.ts';
import { type PlacedNote, packNotes, placeNotes } from './footnotes.ts';
import { logTimeAxis } from './log-time-axis.ts';
import { type Point, type Rect, type Size, clamp } from './rect.ts';
import { type SymbolText, symbolText } from './symbol-text.ts';
import { labelHeight, labelSize, textWidth } from './text-width.ts';

/** The frame of a picture with log time across and values up. */
export interface TimeFrame {
  readonly size: Size;
  readonly plot: Rect;
  readonly x: (days: number) => number;
  readonly y: (value: number) => number;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly unit: PlacedNote;
  /** The axis across, in words. */
  readonly title: SymbolText;
  readonly footnotes: readonly PlacedNote[];
  readonly centre: Point;
}

export interface TimeFrameRequest {
  readonly days: readonly number[];
  readonly domain: readonly [number, number];
  readonly unit: string;
  /** What lies across when it is not time. */
  readonly title?: string;
  readonly notes: readonly string[];
  /** Room right of the plot for names of lines. */
  readonly rightTexts: readonly string[];
}

const topMargin = 24;
/** For the ticks and the title under them. */
const axisMargin = 40;
const titleDrop = 33;
const timeTitle = 'time to expiry, log scale';
const leastPlot = 40;
const sideRoom = 10;
/** For the half of the last tick's text that stands out beyond the plot. */
const tickRoom = 8;
const labelGap = 8;

export function timeFrame(size: Size, request: TimeFrameRequest): TimeFrame {
  const lines = packNotes(request.notes, size.width);
  const noteTop = size.height - lines.length * labelHeight;
  const bottom = Math.max(topMargin + leastPlot, noteTop - axisMargin);
  const y = scaleLinear(request.domain, [bottom, topMargin]);
  const values = y.ticks(clamp(Math.floor((bottom - topMargin) / 30), 2, 7));
  const decimals = stepDecimals(values);
  const yTicks = values.map((value) => ({ value, at: y(value), text: numberText(value, decimals) }));
  const widest = (texts: readonly string[]): number =>
    Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text))));
  const left = widest(yTicks.map(({ text }) => text)) + sideRoom;
  const names = widest(request.rightTexts);
  const right = Math.max(left + leastPlot, size.width - (names === 0 ? tickRoom : names + labelGap));
  const time = logTimeAxis(request.days, [left, right]);
  return {
    size,
    plot: { left, right, top: topMargin, bottom },
    // An expiry that has just passed stands at the near edge.
    x: (days) => clamp(time.at(days), left, right),
    y,
    xTicks: time.ticks,
    yTicks,
    unit: { x: 0, y: labelSize, text: request.unit },
    title: symbolText(request.title ?? timeTitle, { x: (left + right) / 2, y: bottom + titleDrop }),
    footnotes: placeNotes(lines, bottom + axisMargin),
    centre: { x: (left + right) / 2, y: (topMargin + bottom) / 2 },
  };
}
