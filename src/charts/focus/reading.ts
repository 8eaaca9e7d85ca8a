import type { ReadoutBox } from '../frame/readout.ts';
import type { Point } from '../frame/rect.ts';
import type { ChartFocus } from './chart-focus.ts';

export interface ReadingDot extends Point {
  readonly colour: string;
}

/** A crosshair in pixels, with what it says. */
export interface Reading {
  /** The vertical hair; null where only a whole curve is pointed at. */
  readonly x: number | null;
  readonly dots: readonly ReadingDot[];
  /** A line to draw again, stronger. */
  readonly emphasis: { readonly path: string; readonly colour: string } | null;
  readonly readout: ReadoutBox | null;
  /** What a picture says while another one is pointed at; null says all of it. */
  readonly brief: ReadoutBox | null;
  /** The same in one sentence. */
  readonly spoken: string;
  /** Place along the axis in percent. */
  readonly share: number;
}

export type Step = 'left' | 'right' | 'up' | 'down';

/** How one picture answers the crosshair. All pure: pixels and places in, pixels and words out. */
export interface CrosshairRules {
  readonly find: (at: Point) => ChartFocus | null;
  /** From nowhere when `from` is null. */
  readonly step: (from: ChartFocus | null, step: Step) => ChartFocus | null;
  /** `base` is the pinned place to measure from. */
  readonly read: (focus: ChartFocus, base: ChartFocus | null) => Reading | null;
}
