import type { ChartFocus } from '../focus/chart-focus.ts';
import type { Step } from '../focus/reading.ts';
import type { Point } from '../frame/rect.ts';
import { type View, project } from './camera.ts';
import type { MeshNode, MeshPoint, MeshShape } from './mesh-shape.ts';

const reach = 14;
const fartherReach = 40;

/** The front-most of what lies so near to a pixel; null where nothing does. */
function under<T extends Pick<MeshNode, 'at'>>(
  items: readonly T[],
  view: View,
  at: Point,
  within: number,
): T | null {
  let best: { readonly item: T; readonly cost: number } | null = null;
  for (const item of items) {
    const place = project(view, item.at);
    const off = Math.hypot(place.x - at.x, place.y - at.y);
    if (off > within) continue;
    // A unit of depth counts as much as the whole reach, so that what is hidden behind is not read through the front.
    const cost = off / within - place.depth;
    if (best === null || cost < best.cost) best = { item, cost };
  }
  return best?.item ?? null;
}

/** The place of the surface under a pixel. */
export function nodeUnder(shape: MeshShape, view: View, at: Point): MeshNode | null {
  return under(shape.nodes, view, at, reach);
}

/** The contract nearest to a pixel, or to the place of the surface under it. */
export function pointUnder(shape: MeshShape, view: View, at: Point): MeshPoint | null {
  const direct = under(shape.points, view, at, reach);
  if (direct !== null) return direct;
  const node = nodeUnder(shape, view, at);
  if (node === null) return null;
  const place = project(view, node.at);
  return under(shape.points, view, place, fartherReach);
}

export function focusOn({ contract }: MeshPoint): ChartFocus {
  return { expiryId: contract.expiryId, x: null, pointId: contract.id };
}

export function pointOf({ points }: MeshShape, focus: ChartFocus | null): MeshPoint | null {
  return points.find(({ contract }) => contract.id === focus?.pointId) ?? null;
}

/** ← → along the strikes of one expiry, ↑ to the nearer and ↓ to the farther expiry at the same place. */
export function stepOnMesh(shape: MeshShape, from: ChartFocus | null, step: Step): ChartFocus | null {
  const here = pointOf(shape, from);
  if (here === null) {
    const chosen = shape.points.filter(({ expiry }) => expiry.chosen);
    const [first] = chosen;
    const row = chosen.filter(({ contract }) => contract.expiryId === first?.contract.expiryId);
    const middle = nearestAcross(row.length > 0 ? row : shape.points, 0);
    return middle === null ? null : focusOn(middle);
  }
  const row = shape.points.filter(({ contract }) => contract.expiryId === here.contract.expiryId);
  if (step === 'left' || step === 'right') {
    const next = row[row.indexOf(here) + (step === 'left' ? -1 : 1)] ?? here;
    return focusOn(next);
  }
  const rows = [...new Set(shape.points.map(({ contract }) => contract.expiryId))];
  const wanted = rows[rows.indexOf(here.contract.expiryId) + (step === 'up' ? -1 : 1)];
  const other = shape.points.filter(({ contract }) => contract.expiryId === wanted);
  return focusOn(nearestAcross(other, here.at[0]) ?? here);
}

function nearestAcross(points: readonly MeshPoint[], x: number): MeshPoint | null {
  return points.reduce<MeshPoint | null>(
    (best, next) => (best === null || Math.abs(next.at[0] - x) < Math.abs(best.at[0] - x) ? next : best),
    null,
  );
}
