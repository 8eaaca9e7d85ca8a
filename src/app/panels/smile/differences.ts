import { heightAt } from '#charts/frame/polyline.ts';
import type { SmileStrip } from '#charts/smile-detail/smile-strip.ts';
import type { SmileCurve, SmileQuote } from '#charts/smile/smile-model.ts';

type Interval = readonly [lo: number, hi: number];

/** A drawn curve and the one it is compared with. */
export interface ComparedPair {
  readonly a: SmileCurve;
  readonly b: SmileCurve;
}

/** A less B at one of A's contracts, vol points. */
export interface QuotedDifference {
  readonly id: string;
  readonly x: number;
  readonly value: number;
  /** A's bid less B's ask, to A's ask less B's bid: what both spreads leave open. */
  readonly interval: Interval;
}

/** A less B, from the fits and where both are quoted from the quotes; vol points. */
export interface Difference {
  readonly pair: ComparedPair;
  readonly line: readonly { readonly x: number; readonly value: number }[];
  /** Where both fits rest on quotes. */
  readonly lineRests: Interval | null;
  readonly quoted: readonly QuotedDifference[];
}

interface Sides {
  readonly x: number;
  readonly bid: number;
  readonly ask: number;
}

function sidesOf({ x, bid, ask, standing }: SmileQuote): readonly Sides[] {
  return bid === null || ask === null || bid > ask || standing !== 'used' ? [] : [{ x, bid, ask }];
}

/** Bid and ask at a place, in a straight line between the quotes on either side; null beyond the outermost. */
function sidesAt(quotes: readonly Sides[], x: number): Sides | null {
  const line = (side: 'bid' | 'ask') => quotes.map((quote) => ({ x: quote.x, y: quote[side] }));
  const [bid, ask] = [heightAt(line('bid'), x), heightAt(line('ask'), x)];
  return bid === null || ask === null ? null : { x, bid, ask };
}

function quotedDifferences({ a, b }: ComparedPair): readonly QuotedDifference[] {
  const others = b.quotes.flatMap(sidesOf);
  return a.quotes.flatMap((quote) => {
    const [own] = sidesOf(quote);
    const other = own ? sidesAt(others, own.x) : null;
    if (own === undefined || other === null) return [];
    const value = (own.bid + own.ask) / 2 - (other.bid + other.ask) / 2;
    const interval: Interval = [own.bid - other.ask, own.ask - other.bid];
    return [{ id: quote.id, x: own.x, value, interval }];
  });
}

function common(a: Interval | null, b: Interval | null): Interval | null {
  if (a === null || b === null) return null;
  const both: Interval = [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
  return both[0] < both[1] ? both : null;
}

/** How much dearer A is than B at each place of the axis. */
export function differenceOf(pair: ComparedPair): Difference {
  const { a, b } = pair;
  const other = b.fit.map(({ x, vol }) => ({ x, y: vol }));
  const line = a.fit.flatMap(({ x, vol }) => {
    const from = heightAt(other, x);
    return from === null ? [] : [{ x, value: vol - from }];
  });
  return {
    pair,
    line,
    lineRests: common(a.quotedRange, b.quotedRange),
    quoted: quotedDifferences(pair),
  };
}

/** A less B under the smile, on its axis. */
export function differenceStrip(
  differences: readonly Difference[],
  words: { readonly titles: readonly string[]; readonly emptyText: string },
): SmileStrip {
  return {
    id: 'difference',
    titles: words.titles,
    look: 'dots',
    band: null,
    leastSpan: 2,
    series: differences.map(({ pair, line, lineRests, quoted }) => ({
      expiryId: pair.a.expiryId,
      colour: pair.a.colour,
      marks: quoted.map((one) => ({ ...one, faded: false })),
      line,
      lineRests,
    })),
    emptyText: words.emptyText,
  };
}
