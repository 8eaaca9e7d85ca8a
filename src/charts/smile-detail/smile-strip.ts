import type { Interval } from '../frame/value-interval.ts';

/** One contract's value in a strip. */
export interface StripMark {
  /** Instrument name, as in the smile above. */
  readonly id: string;
  /** On the smile's axis. */
  readonly x: number;
  readonly value: number;
  /** What the spread leaves open of it; null where that is not known or not meant. */
  readonly interval: Interval | null;
  /** Not part of a fit: drawn faintly, and the axis does not make room for it. */
  readonly faded: boolean;
}

/** One expiry's values, and a line among them where there is one. */
export interface StripSeries {
  readonly expiryId: string;
  /** CSS colour. */
  readonly colour: string;
  readonly marks: readonly StripMark[];
  /** Ascending in x; may be empty. */
  readonly line: readonly { readonly x: number; readonly value: number }[];
  /** Where the line rests on quotes: solid inside, dashed beyond. */
  readonly lineRests: Interval | null;
}

/** A low picture under a smile that shares its axis; zero is always on it. */
export interface SmileStrip {
  readonly id: string;
  /** What is counted, with its unit, longest first; the picture takes the first that fits. */
  readonly titles: readonly string[];
  /** `dots` with bars around them, or `columns` that stand on zero. */
  readonly look: 'dots' | 'columns';
  /** Shaded values; null shades none. */
  readonly band: Interval | null;
  /** What the axis shows; without it, what the values in sight need. */
  readonly domain?: Interval;
  /** The axis never shows less than this. */
  readonly leastSpan: number;
  readonly series: readonly StripSeries[];
  /** What to say where there is nothing to draw. */
  readonly emptyText: string;
}
