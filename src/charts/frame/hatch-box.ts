import { coordinate } from './polyline.ts';
import { type Rect, clamp } from './rect.ts';

const spacing = 6;

/** Rising diagonals that fill a rectangle, as path text: a pattern would not survive an export. */
export function hatchBox({ left, right, top, bottom }: Rect): string {
  const [width, height] = [right - left, bottom - top];
  if (width <= 0 || height <= 0) return '';
  const strokes: string[] = [];
  // Strokes of neighbouring boxes meet, since all lie on one grid of x + y.
  const first = Math.ceil((left + top) / spacing) * spacing;
  for (let sum = first; sum < right + bottom; sum += spacing) {
    const from = clamp(sum - bottom, left, right);
    const to = clamp(sum - top, left, right);
    if (to > from)
      strokes.push(
        `M${coordinate(from)},${coordinate(sum - from)}L${coordinate(to)},${coordinate(sum - to)}`,
      );
  }
  return strokes.join('');
}
