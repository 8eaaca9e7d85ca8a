import { askTriangle, bidTriangle, disc } from '../frame/mark-shapes.ts';
import { type Size, overlap } from '../frame/rect.ts';
import { textWidth } from '../frame/text-width.ts';
import { markerPath } from './smile-fit.ts';
import type { SideCaption } from './smile-forward.ts';
import type { SmileModel } from './smile-model.ts';
import type { QuoteDetail } from './smile-quotes.ts';

/** One mark with its meaning. */
export interface KeyEntry {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly path: string;
  readonly filled: boolean;
}

interface Sign {
  readonly text: string;
  readonly width: number;
  readonly filled: boolean;
  readonly path: (x: number, y: number) => string;
}

const bid: Sign = { text: 'bid', width: 7, filled: true, path: (x, y) => bidTriangle(x + 3, y - 2) };
const ask: Sign = { text: 'ask', width: 7, filled: true, path: (x, y) => askTriangle(x + 3, y + 2) };
const barOnly: Sign = {
  text: 'bid to ask',
  width: 4,
  filled: false,
  path: (x, y) => `M${x + 1},${y - 5}v10`,
};
const mid: Sign = { text: 'mid', width: 5, filled: true, path: (x, y) => disc(x + 2, y, 1.6) };
const venue: Sign = { text: 'venue mark', width: 7, filled: false, path: (x, y) => disc(x + 3, y, 3) };
const last: Sign = {
  text: 'last trade',
  width: 10,
  filled: false,
  path: (x, y) => `M${x},${y}h10`,
};
const delta25: Sign = {
  text: '25Δ',
  width: 9,
  filled: false,
  path: (x, y) => markerPath('25Δ', { x: x + 4, y }),
};
const delta10: Sign = {
  text: '10Δ',
  width: 7,
  filled: false,
  path: (x, y) => markerPath('10Δ', { x: x + 3, y }),
};

const afterSign = 4;
const afterEntry = 14;
const gapFromCaptions = 16;

function signs(model: SmileModel, detail: QuoteDetail): readonly Sign[] {
  const markers = new Set(model.curves.flatMap((curve) => curve.markers.map(({ kind }) => kind)));
  const quotes = {
    all: [bid, ask, mid, venue],
    'no-venue-mark': [bid, ask, mid],
    bars: [barOnly],
  }[detail];
  const traded =
    detail !== 'bars' && model.curves.some((curve) => curve.quotes.some((one) => one.last !== null));
  return [
    ...quotes,
    ...(traded ? [last] : []),
    ...(markers.has('25Δ') ? [delta25] : []),
    ...(markers.has('10Δ') ? [delta10] : []),
  ];
}

function keyWidth(entries: readonly Sign[]): number {
  const widths = entries.map(({ text, width }) => width + afterSign + textWidth(text));
  return widths.reduce((sum, width) => sum + width, afterEntry * Math.max(0, entries.length - 1));
}

/** The key at the right end of the row above the plot, or before that row's captions where that holds more of it; what finds no
 * room is left out, last first. */
export function placeKey(
  model: SmileModel,
  detail: QuoteDetail,
  room: { readonly size: Size; readonly sides: readonly SideCaption[]; readonly from: number },
): readonly KeyEntry[] {
  const all = signs(model, detail);
  const y = labelMiddle;
  const captions = room.sides.map(({ side, x, anchor }) => {
    const width = textWidth(side);
    const left = (anchor === 'end' ? x - width : x) - gapFromCaptions;
    return { left, right: left + width + 2 * gapFromCaptions, top: 0, bottom: 2 * y };
  });
  const fitting = (right: number): readonly Sign[] => {
    const free = (count: number): boolean => {
      const box = { left: right - keyWidth(all.slice(0, count)), right, top: 0, bottom: 2 * y };
      return box.left >= room.from && !captions.some((caption) => overlap(caption, box));
    };
    const counts = all.map((_, i) => all.length - i);
    return all.slice(0, counts.find(free) ?? 0);
  };
  const before = Math.min(room.size.width, ...captions.map(({ left }) => left));
  const right = fitting(before).length > fitting(room.size.width).length ? before : room.size.width;
  const entries = fitting(right);
  let x = right - keyWidth(entries);
  return entries.map((sign) => {
    const start = x;
    x += sign.width + afterSign + textWidth(sign.text) + afterEntry;
    return {
      text: sign.text,
      x: start + sign.width + afterSign,
      y,
      path: sign.path(start, y),
      filled: sign.filled,
    };
  });
}

const labelMiddle = 7;
