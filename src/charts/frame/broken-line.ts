import { clipPolyline, pathThrough } from './polyline.ts';
import { type Point, type Rect, clamp } from './rect.ts';

/** A line through neighbouring values: broken where one is missing, cut where it leaves the plot. */
export function brokenLine(
  points: readonly { readonly x: number; readonly y: number | null }[],
  plot: Rect,
): { readonly path: string; readonly ends: readonly Point[] } {
  const runs: Point[][] = [[]];
  for (const { x, y } of points) {
    if (y === null) runs.push([]);
    else runs.at(-1)?.push({ x, y });
  }
  return {
    path: runs
      .flatMap((run) => clipPolyline(run, plot))
      .map(pathThrough)
      .join(''),
    ends: runs.flat().filter(({ y }) => y === clamp(y, plot.top, plot.bottom)),
  };
}
