import { numberText } from '../number-text.ts';
import type { SmileCurve, SmileQuote } from './smile-model.ts';

/** One wing whose farthest quotes the fit does not reach. */
export interface WingMiss {
  /** Of the innermost quote that is missed; from here outwards the fit is no reading of the market. */
  readonly x: number;
  /** Mid less fit where it is largest, vol points. */
  readonly points: number;
}

export interface FitMisses {
  readonly puts: WingMiss | null;
  readonly calls: WingMiss | null;
}

/** Nearer than this, in vol points, the fit serves a reader whatever the spread. */
const tolerance = 1;
const fewest = 3;
/** Of the quotes farther out than a missed one, so many are missed too. */
const share = 0.75;

interface Held {
  readonly x: number;
  readonly right: SmileQuote['right'];
  readonly points: number;
  readonly missed: boolean;
}

function heldAgainst(quote: SmileQuote): readonly Held[] {
  const { x, right, bid, ask, mid, fit, standing } = quote;
  if (standing !== 'used' || bid === null || ask === null || mid === null || fit === null) return [];
  const points = mid - fit;
  return [{ x, right, points, missed: Math.abs(points) > tolerance && (fit < bid || fit > ask) }];
}

/** From the outermost quote inwards. */
function wingMiss(quotes: readonly Held[]): WingMiss | null {
  let missed = 0;
  let reach = -1;
  for (const [i, quote] of quotes.entries()) {
    if (!quote.missed) continue;
    missed += 1;
    if (missed >= fewest && missed >= share * (i + 1)) reach = i;
  }
  const innermost = quotes[reach];
  if (innermost === undefined) return null;
  const off = quotes.slice(0, reach + 1).map(({ points }) => points);
  return {
    x: innermost.x,
    points: off.reduce((most, next) => (Math.abs(next) > Math.abs(most) ? next : most)),
  };
}

/** Where the fit leaves the far quotes it rests on: outside bid and ask, and by more than a vol point. */
export function fitMisses({ quotes }: Pick<SmileCurve, 'quotes'>): FitMisses {
  const held = quotes.flatMap(heldAgainst);
  return {
    puts: wingMiss(held.filter(({ right }) => right === 'put')),
    calls: wingMiss(held.filter(({ right }) => right === 'call').toReversed()),
  };
}

/** Between which x the fit is drawn solid: where it has quotes and keeps to them; null where nowhere. */
export function solidRange(curve: SmileCurve): readonly [number, number] | null {
  if (curve.quotedRange === null) return null;
  const { puts, calls } = fitMisses(curve);
  if (puts === null && calls === null) return curve.quotedRange;
  const from = Math.max(curve.quotedRange[0], puts?.x ?? -Infinity);
  const to = Math.min(curve.quotedRange[1], calls?.x ?? Infinity);
  const keeps = curve.quotes.flatMap(heldAgainst).some(({ x, missed }) => !missed && x >= from && x <= to);
  return keeps && from < to ? [from, to] : null;
}

/** Which curves leave their far quotes, and by how much at most; null where none does. */
export function missNote(curves: readonly SmileCurve[]): string | null {
  const missing = curves.flatMap((curve) => {
    const { puts, calls } = fitMisses(curve);
    const most = Math.max(Math.abs(puts?.points ?? 0), Math.abs(calls?.points ?? 0));
    return curve.compared || most === 0 ? [] : [{ label: curve.label, most }];
  });
  if (missing.length === 0) return null;
  const most = numberText(Math.max(...missing.map((one) => one.most)), 1);
  const names = missing.map(({ label }) => label).join(', ');
  return `fit dashed where it misses far quotes, by up to ${most} vol points: ${names}`;
}
