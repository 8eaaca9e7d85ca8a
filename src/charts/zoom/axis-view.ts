/** A stretch of an axis, in its own units, the lower end first. */
export type View = readonly [number, number];

/** The narrowest view, as a share of everything there is to see. */
const narrowest = 1 / 400;

/** Keeps a view inside the bounds, its width before its place. */
export function boundedView([lo, hi]: View, bounds: View): View {
  const whole = bounds[1] - bounds[0];
  const width = Math.min(whole, Math.max(hi - lo, whole * narrowest));
  const from = Math.max(bounds[0], Math.min(bounds[1] - width, (lo + hi - width) / 2));
  return [from, from + width];
}

/**
 * The view made wider (factor > 1) or narrower around a place that stays where it is.
 * @param share where the place lies across the view, 0 at its left end and 1 at its right
 */
export function zoomedView([lo, hi]: View, share: number, factor: number, bounds: View): View {
  const fixed = lo + (hi - lo) * share;
  const whole = bounds[1] - bounds[0];
  const width = Math.min(whole, Math.max((hi - lo) * factor, whole * narrowest));
  return boundedView([fixed - width * share, fixed + width * (1 - share)], bounds);
}

/** The view moved along the axis by a share of its width, as far as the bounds let it. */
export function movedView([lo, hi]: View, share: number, bounds: View): View {
  const by = (hi - lo) * share;
  const least = bounds[0] - lo;
  const most = bounds[1] - hi;
  const step = Math.max(Math.min(least, 0), Math.min(Math.max(most, 0), by));
  return [lo + step, hi + step];
}
