import { type PlacedLabel, placeLabels } from '../frame/label-placement.ts';
import { type Point, type Rect, clamp } from '../frame/rect.ts';
import { labelHeight, textWidth } from '../frame/text-width.ts';
import type { CostCurveModel, CostPoint } from './cost-curve-model.ts';

/** What is drawn of one point. */
interface Stem {
  readonly expiryId: string;
  readonly point: CostPoint;
  readonly x: number;
  readonly y: number | null;
  readonly value: Rect | null;
  readonly execution: Rect | null;
}

/** Between what is drawn and the text beyond it. */
const apart = 5;

/**
 * Names of marked points, clear of all stems and of the line: over them where something is paid, under them where it is received,
 * each joined to its point.
 */
export function costLabels(
  marks: CostCurveModel['marks'],
  points: readonly Stem[],
  bounds: Rect,
): readonly PlacedLabel[] {
  const marked = marks.flatMap(({ id, text }) => {
    const point = points.find(({ expiryId }) => expiryId === id);
    return point === undefined || point.y === null ? [] : [{ id, text, x: point.x, y: point.y, point }];
  });
  const wanted = marked.map(({ id, text, x, point }) => {
    const left = clamp(x - textWidth(text) / 2, bounds.left, bounds.right - textWidth(text));
    const y = beyond(points, [left - apart, left + textWidth(text) + apart], hangs(point));
    return { id, text, colour: 'var(--text)', anchor: { x: left - gap, y } };
  });
  return placeLabels(wanted, bounds).map((label) => {
    const point = marked.find(({ id }) => id === label.id) ?? label.anchor;
    return Object.assign({}, label, {
      anchor: { x: point.x, y: point.y },
      leader: leaderTo(label.box, point),
    });
  });
}

/** What `placeLabels` leaves between an anchor and its text. */
const gap = 6;

function hangs({ point }: Stem): boolean {
  return (point.cost ?? 0) < 0;
}

/** The middle of a text that stands clear of everything drawn between two places: under it when `below`, else over it. */
function beyond(points: readonly Stem[], [from, to]: readonly [number, number], below: boolean): number {
  const within = points.filter(({ x }) => x >= from && x <= to);
  const ends = within.flatMap(({ y, value, execution }) =>
    [value, execution].flatMap((box) => (box === null ? [] : [box.top, box.bottom])).concat(y ?? []),
  );
  const drawn = [...ends, ...lineAt(points, from), ...lineAt(points, to)];
  return below ? Math.max(...drawn) + apart + labelHeight / 2 : Math.min(...drawn) - apart - labelHeight / 2;
}

/** Height of the line at a place; none where it is broken. */
function lineAt(points: readonly Stem[], at: number): readonly number[] {
  return points.flatMap(({ x, y }, i) => {
    const next = points[i + 1];
    if (next === undefined || y === null || next.y === null || at < x || at > next.x || next.x === x)
      return [];
    return [y + ((next.y - y) * (at - x)) / (next.x - x)];
  });
}

/** From a point straight to the near edge of its text; none where they touch. */
function leaderTo(box: Rect, { x, y }: Point): PlacedLabel['leader'] {
  const near = clamp(y, box.top, box.bottom);
  if (Math.abs(near - y) < 2 * apart) return null;
  return [
    { x, y: y + Math.sign(near - y) * apart },
    { x: clamp(x, box.left, box.right), y: near },
  ];
}
