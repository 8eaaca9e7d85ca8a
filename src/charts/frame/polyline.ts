import type { Point, Rect } from './rect.ts';

/** Hundredths of a pixel are plenty. */
const digits = 2;

/** A coordinate as path text. */
export function coordinate(value: number): string {
  return String(Math.round(value * 10 ** digits) / 10 ** digits);
}

/** Path text of straight segments through the points. */
export function pathThrough(points: readonly Point[]): string {
  const places = points.map(({ x, y }) => `${coordinate(x)},${coordinate(y)}`);
  return places.length === 0 ? '' : `M${places.join('L')}`;
}

type Segment = readonly [Point, Point];

/** The part of a segment inside the rectangle (Liang and Barsky 1984), or null. */
function clipSegment([a, b]: Segment, box: Rect): Segment | null {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  let enter = 0;
  let leave = 1;
  const borders = [
    [-dx, a.x - box.left],
    [dx, box.right - a.x],
    [-dy, a.y - box.top],
    [dy, box.bottom - a.y],
  ] as const;
  for (const [step, room] of borders) {
    if (step === 0 && room < 0) return null;
    if (step < 0) enter = Math.max(enter, room / step);
    if (step > 0) leave = Math.min(leave, room / step);
  }
  if (enter > leave) return null;
  const at = (share: number): Point => ({ x: a.x + share * dx, y: a.y + share * dy });
  return [enter === 0 ? a : at(enter), leave === 1 ? b : at(leave)];
}

/** The runs of a polyline that lie inside the rectangle. */
export function clipPolyline(points: readonly Point[], box: Rect): readonly (readonly Point[])[] {
  const runs: Point[][] = [];
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1], points[i]];
    const inside = from && to && clipSegment([from, to], box);
    if (!inside) continue;
    const run = runs.at(-1);
    const tail = run?.at(-1);
    if (run && tail && tail.x === inside[0].x && tail.y === inside[0].y) run.push(inside[1]);
    else runs.push([...inside]);
  }
  return runs;
}

/** The polyline's y at x, between its neighbours; null outside its reach. Points ascend in x. */
export function heightAt(points: readonly Point[], x: number): number | null {
  const next = points.findIndex((point) => point.x >= x);
  const to = points[next];
  if (to === undefined) return null;
  if (to.x === x) return to.y;
  const from = points[next - 1];
  if (from === undefined) return null;
  return from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x);
}

/** Cuts a polyline that ascends in x into the parts before, between and after two places; the cuts belong to both sides. */
export function cutPolyline(
  points: readonly Point[],
  [lo, hi]: readonly [number, number],
): {
  readonly before: readonly Point[];
  readonly between: readonly Point[];
  readonly after: readonly Point[];
} {
  const cut = (x: number): Point[] => {
    const y = heightAt(points, x);
    return y === null ? [] : [{ x, y }];
  };
  const [atLo, atHi] = [cut(lo), cut(hi)];
  const part = (from: number, to: number): Point[] => points.filter(({ x }) => x > from && x < to);
  return {
    before: [...part(-Infinity, lo), ...atLo],
    between: [...atLo, ...part(lo, hi), ...atHi],
    after: [...atHi, ...part(hi, Infinity)],
  };
}
