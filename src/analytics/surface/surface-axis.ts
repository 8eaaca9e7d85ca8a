import type { Smile } from '#quant/smile.ts';
import { smileDelta } from '../points/smile-delta.ts';
import type { DeltaConvention } from '../report.ts';

/**
 * What runs across a surface: k = ln(K/F); k in expected moves, k/√w(0); or delta as |Δ put| up to the forward and 1 − Δ call
 * beyond it, so that every axis rises with the strike.
 */
export type SurfaceAxis = 'log' | 'moves' | 'delta';

/** A log-strike's place on the axis of one smile; null where it has none. */
export function axisPlace(
  axis: SurfaceAxis,
  smile: Smile,
  k: number,
  convention: DeltaConvention,
): number | null {
  if (axis === 'log') return k;
  if (axis === 'moves') return k / Math.sqrt(smile.totalVariance(0));
  const delta = smileDelta(smile, k, k <= 0 ? 'put' : 'call', convention);
  if (delta === null) return null;
  return k <= 0 ? -delta : 1 - delta;
}

/** Standard deviations to either side among which a delta is looked for. */
const REACH = 7;
const NODES = 113;

/** The log-strikes of places on the axis of one smile, ascending; null where a place has none. */
export function axisLogStrikes(
  axis: SurfaceAxis,
  smile: Smile,
  places: readonly number[],
  convention: DeltaConvention,
): readonly (number | null)[] {
  if (axis === 'log') return places;
  const sd = Math.sqrt(smile.totalVariance(0));
  if (axis === 'moves') return places.map((place) => place * sd);
  const scan = Array.from({ length: NODES }, (_, i) => {
    const k = sd * REACH * ((2 * i) / (NODES - 1) - 1);
    return { k, x: axisPlace(axis, smile, k, convention) ?? Number.NaN };
  });
  let next = 0;
  return places.map((place) => {
    while (next < scan.length && !((scan[next]?.x ?? Infinity) >= place)) next++;
    const [from, to] = [scan[next - 1], scan[next]];
    if (from === undefined || to === undefined || !(to.x > from.x)) return null;
    return from.k + ((to.k - from.k) * (place - from.x)) / (to.x - from.x);
  });
}
