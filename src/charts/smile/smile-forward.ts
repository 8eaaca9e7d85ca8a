import type { Point, Rect } from '../frame/rect.ts';
import { labelSize, textWidth } from '../frame/text-width.ts';
import type { SmileModel } from './smile-model.ts';

export interface PlacedForward {
  readonly expiryId: string;
  readonly x: number;
  /** The expiry's colour where expiries have forwards of their own on this axis; null for the one they share. */
  readonly colour: string | null;
}

export interface SideCaption extends Point {
  readonly side: 'puts' | 'calls';
  readonly anchor: 'start' | 'end';
}

const apart = 0.5;

/** Where the spot price stands on this axis, one tick an expiry, or one rule where all fall together. */
export function placeSpots(
  model: SmileModel,
  x: (value: number) => number,
  plot: Rect,
): readonly PlacedForward[] {
  const spots = model.curves.map((curve) => ({ ...curve, forwardX: curve.compared ? null : curve.spotX }));
  return placeForwards({ ...model, curves: spots }, x, plot);
}

/** One rule where all forwards fall together, as on every relative axis, and one an expiry where they do not. */
export function placeForwards(
  model: SmileModel,
  x: (value: number) => number,
  plot: Rect,
): readonly PlacedForward[] {
  const placed = model.curves
    .flatMap(({ expiryId, forwardX, colour }) =>
      forwardX === null ? [] : [{ expiryId, x: x(forwardX), colour }],
    )
    .filter((forward) => forward.x >= plot.left && forward.x <= plot.right);
  const [first] = placed;
  if (first === undefined) return [];
  const shared = placed.every((forward) => Math.abs(forward.x - first.x) < apart);
  return shared ? [{ expiryId: first.expiryId, x: first.x, colour: null }] : placed;
}

/** `puts` left of every forward and `calls` right of them, in the row above the plot; a side without room stays unnamed. */
export function sideCaptions(forwards: readonly PlacedForward[], plot: Rect): readonly SideCaption[] {
  if (forwards.length === 0) return [];
  const xs = forwards.map(({ x }) => x);
  const [left, right] = [Math.min(...xs) - 8, Math.max(...xs) + 8];
  const y = labelSize;
  const captions: SideCaption[] = [];
  if (left - textWidth('puts') >= plot.left) captions.push({ side: 'puts', x: left, y, anchor: 'end' });
  if (right + textWidth('calls') <= plot.right)
    captions.push({ side: 'calls', x: right, y, anchor: 'start' });
  return captions;
}
