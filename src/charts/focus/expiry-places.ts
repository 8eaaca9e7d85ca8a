import { minIndex } from 'd3-array';
import type { Point, Rect } from '../frame/rect.ts';
import type { ChartFocus } from './chart-focus.ts';
import type { Step } from './reading.ts';

/** An expiry on a time axis, in pixels. */
export interface ExpiryPlace {
  readonly expiryId: string;
  readonly x: number;
}

function focusOn(place: ExpiryPlace | undefined): ChartFocus | null {
  return place ? { expiryId: place.expiryId, x: null, pointId: null } : null;
}

export function findExpiry(places: readonly ExpiryPlace[], plot: Rect, at: Point): ChartFocus | null {
  if (at.x < plot.left - 12 || at.x > plot.right + 12) return null;
  return focusOn(places[minIndex(places, ({ x }) => Math.abs(x - at.x))]);
}

/** ← ↑ to the nearer expiry, → ↓ to the farther one. */
export function stepExpiry(
  places: readonly ExpiryPlace[],
  from: ChartFocus | null,
  step: Step,
): ChartFocus | null {
  const index = places.findIndex(({ expiryId }) => expiryId === from?.expiryId);
  if (index < 0) return focusOn(places[0]);
  const next = index + (step === 'left' || step === 'up' ? -1 : 1);
  return focusOn(places[Math.max(0, Math.min(places.length - 1, next))]);
}
