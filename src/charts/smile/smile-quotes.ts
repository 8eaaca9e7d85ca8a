import { askTriangle, bidTriangle, cross, disc, verticalBar } from '../frame/mark-shapes.ts';
import { coordinate } from '../frame/polyline.ts';
import { type Rect, clamp } from '../frame/rect.ts';
import type { SmileQuote } from './smile-model.ts';

/** How much of a quote is drawn; less where quotes are many. */
export type QuoteDetail = 'all' | 'no-venue-mark' | 'bars';

export interface PlacedQuote {
  readonly quote: SmileQuote;
  readonly x: number;
  /** Null where the side is missing or lies outside the plot. */
  readonly bidY: number | null;
  readonly askY: number | null;
  readonly midY: number | null;
  readonly venueMarkY: number | null;
  readonly lastY: number | null;
  /** From the bid to the ask as far as the plot shows it; null for a one-sided quote. */
  readonly bar: readonly [top: number, bottom: number] | null;
  /** From the one side that is there towards the missing one. */
  readonly halfBar: readonly [from: number, to: number] | null;
  readonly crossed: boolean;
}

/** Path texts of one curve's quotes that stand alike. */
export interface QuoteMarks {
  readonly bars: string;
  readonly halfBars: string;
  readonly bids: string;
  readonly asks: string;
  readonly mids: string;
  readonly venueMarks: string;
  readonly lasts: string;
  readonly crosses: string;
}

interface Scales {
  readonly x: (value: number) => number;
  readonly y: (vol: number) => number;
}

const halfBarLength = 11;

export function placeQuote(quote: SmileQuote, scales: Scales, plot: Rect): PlacedQuote {
  const { y } = scales;
  const inside = (vol: number | null): number | null => {
    const at = vol === null ? null : y(vol);
    return at !== null && at >= plot.top && at <= plot.bottom ? at : null;
  };
  const within = (at: number): number => clamp(at, plot.top, plot.bottom);
  const { bid, ask } = quote;
  const twoSided = bid !== null && ask !== null;
  const lone = inside(twoSided ? null : (bid ?? ask));
  return {
    quote,
    x: scales.x(quote.x),
    bidY: inside(bid),
    askY: inside(ask),
    midY: inside(quote.mid),
    venueMarkY: inside(quote.venueMark),
    lastY: inside(quote.last),
    bar: twoSided ? [within(y(Math.max(bid, ask))), within(y(Math.min(bid, ask)))] : null,
    halfBar: lone === null ? null : [lone, within(lone + (bid === null ? halfBarLength : -halfBarLength))],
    crossed: twoSided && bid > ask,
  };
}

export function quoteDetail(counts: readonly number[], plotWidth: number): QuoteDetail {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total * 22 <= plotWidth) return 'all';
  return total * 13 <= plotWidth ? 'no-venue-mark' : 'bars';
}

export function quoteMarks(quotes: readonly PlacedQuote[], detail: QuoteDetail): QuoteMarks {
  const draw = (shape: (quote: PlacedQuote) => string | null): string =>
    quotes.map((quote) => shape(quote) ?? '').join('');
  const triangles = detail !== 'bars';
  return {
    bars: draw(({ x, bar }) => bar && verticalBar(x, bar[0], bar[1])),
    halfBars: draw(({ x, halfBar }) => halfBar && verticalBar(x, halfBar[0], halfBar[1])),
    bids: draw(({ x, bidY, halfBar }) =>
      sideMark(triangles || halfBar !== null ? bidTriangle : null, x, bidY),
    ),
    asks: draw(({ x, askY, halfBar }) =>
      sideMark(triangles || halfBar !== null ? askTriangle : null, x, askY),
    ),
    mids: draw(({ x, midY }) => sideMark(triangles ? midDot : smallDot, x, midY)),
    venueMarks: detail === 'all' ? draw(({ x, venueMarkY }) => sideMark(venueRing, x, venueMarkY)) : '',
    lasts: detail === 'bars' ? '' : draw(({ x, lastY }) => sideMark(lastDash, x, lastY)),
    crosses: draw(({ x, crossed, bar }) => (crossed && bar ? cross(x, (bar[0] + bar[1]) / 2, 3) : null)),
  };
}

function sideMark(
  shape: ((x: number, y: number) => string) | null,
  x: number,
  y: number | null,
): string | null {
  return shape === null || y === null ? null : shape(x, y);
}

function midDot(x: number, y: number): string {
  return disc(x, y, 1.6);
}

function smallDot(x: number, y: number): string {
  return disc(x, y, 1.1);
}

function lastDash(x: number, y: number): string {
  return `M${coordinate(x - 5)},${coordinate(y)}h10`;
}

function venueRing(x: number, y: number): string {
  return disc(x, y, 3);
}
