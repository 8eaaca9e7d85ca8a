import { coordinate } from '../frame/polyline.ts';
import type { Point } from '../frame/rect.ts';

const spacing = 6;
const step = 1;

/**
 * Diagonal strokes that fill the area between a line and a floor, as path text: a pattern would not survive an export.
 * @param line ascending in x
 */
export function hatchUnder(line: readonly Point[], floor: number): string {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined || last.x - first.x < step) return '';
  const heights = columnHeights(line, first.x, last.x);
  const tallest = floor - Math.min(floor, ...heights);
  const strokes: string[] = [];
  const from = Math.floor((first.x - tallest) / spacing) * spacing;
  for (let foot = from; foot < last.x; foot += spacing) {
    let start: number | null = null;
    const close = (end: number): void => {
      if (start !== null && end > start) strokes.push(strokeFrom(foot, floor, start, end));
      start = null;
    };
    for (let i = 0; i < heights.length; i++) {
      const x = first.x + i * step;
      const y = floor - (x - foot);
      const inside = y <= floor && y >= (heights[i] ?? floor);
      if (inside && start === null) start = x;
      if (!inside && start !== null) close(x - step);
    }
    close(last.x);
  }
  return strokes.join('');
}

function strokeFrom(foot: number, floor: number, start: number, end: number): string {
  const run = coordinate(end - start);
  return `M${coordinate(start)},${coordinate(floor - (start - foot))}l${run},${coordinate(start - end)}`;
}

/** The line's y at every pixel column. */
function columnHeights(line: readonly Point[], from: number, to: number): readonly number[] {
  const heights: number[] = [];
  let next = 1;
  for (let x = from; x <= to; x += step) {
    while (next < line.length - 1 && (line[next]?.x ?? Infinity) < x) next++;
    const [a, b] = [line[next - 1], line[next]];
    if (a === undefined || b === undefined) break;
    const share = b.x === a.x ? 0 : (x - a.x) / (b.x - a.x);
    heights.push(a.y + share * (b.y - a.y));
  }
  return heights;
}
