import type { SmileFitPoint } from '#charts/smile/smile-model.ts';

type Coordinate = 'x' | 'strike';

/** One coordinate of the fitted line at a value of the other, between its neighbours; null outside the line. */
function between(
  fit: readonly SmileFitPoint[],
  value: number,
  [from, to]: readonly [Coordinate, Coordinate],
): number | null {
  const next = fit.findIndex((point) => point[from] >= value);
  const [after, before] = [fit[next], fit[next - 1]];
  if (after === undefined) return null;
  if (after[from] === value) return after[to];
  if (before === undefined) return null;
  const share = (value - before[from]) / (after[from] - before[from]);
  return before[to] + share * (after[to] - before[to]);
}

/** Where a strike, listed or not, stands on the axis of a fitted line. */
export function placeOfStrike(fit: readonly SmileFitPoint[], strike: number): number | null {
  return between(fit, strike, ['strike', 'x']);
}

/** The strike at a place of the axis. */
export function strikeAtPlace(fit: readonly SmileFitPoint[], x: number): number | null {
  return between(fit, x, ['x', 'strike']);
}
