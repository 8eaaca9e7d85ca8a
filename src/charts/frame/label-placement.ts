import { type Point, type Rect, clamp } from './rect.ts';
import { labelHeight, textWidth } from './text-width.ts';

export interface WantedLabel {
  readonly id: string;
  readonly text: string;
  readonly colour: string;
  /** Where the thing that is named ends; the text starts `gap` to the right of it. */
  readonly anchor: Point;
}

export interface PlacedLabel extends WantedLabel {
  /** Left end of the text and its vertical middle. */
  readonly at: Point;
  readonly box: Rect;
  /** From the anchor to the text where the text had to move away from it; null where it sits beside it. */
  readonly leader: readonly [Point, Point] | null;
}

interface Candidate extends WantedLabel {
  readonly left: number;
  readonly right: number;
  readonly wantedY: number;
}

const gap = 6;
const farFromAnchor = 9;
const tries = [0, -labelHeight, labelHeight, -2 * labelHeight, 2 * labelHeight];

/**
 * Puts a text beside each anchor so that no two texts overlap and none leaves the bounds. Texts first dodge the obstacles
 * (points on lines that should not be written over), then those that share a column push each other apart as little as
 * possible. Texts for which a column has no room at all are left out, last ones first.
 */
export function placeLabels(
  wanted: readonly WantedLabel[],
  bounds: Rect,
  obstacles: readonly Point[] = [],
): readonly PlacedLabel[] {
  const candidates = wanted
    .filter((label) => textWidth(label.text) <= bounds.right - bounds.left)
    .map((label) => candidateFor(label, bounds, obstacles));
  return columns(candidates).flatMap((column) =>
    spread(column, bounds).map(([label, y]) => placed(label, y)),
  );
}

function candidateFor(label: WantedLabel, bounds: Rect, obstacles: readonly Point[]): Candidate {
  const width = textWidth(label.text);
  const left = clamp(label.anchor.x + gap, bounds.left, bounds.right - width);
  const right = left + width;
  const near = obstacles.filter(({ x }) => x > left - 2 && x < right + 2);
  const cost = (offset: number): number =>
    near.filter(({ y }) => Math.abs(y - label.anchor.y - offset) < labelHeight / 2).length * 4 +
    Math.abs(offset) / labelHeight;
  const offset = tries.reduce((best, next) => (cost(next) < cost(best) ? next : best), 0);
  return { ...label, left, right, wantedY: label.anchor.y + offset };
}

/** Groups labels so that labels of different groups share no x. */
function columns(candidates: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const groups: Candidate[][] = [];
  let reach = -Infinity;
  for (const label of [...candidates].sort((a, b) => a.left - b.left)) {
    const group = groups.at(-1);
    if (group && label.left < reach) group.push(label);
    else groups.push([label]);
    reach = Math.max(label.right, reach);
  }
  return groups;
}

/** Least total squared displacement under "one label height apart": pooled blocks, then kept inside the bounds. */
function spread(column: readonly Candidate[], bounds: Rect): readonly (readonly [Candidate, number])[] {
  const room = Math.max(0, Math.floor((bounds.bottom - bounds.top) / labelHeight));
  const sorted = column.slice(0, room).sort((a, b) => a.wantedY - b.wantedY);
  const blocks: { sum: number; count: number }[] = [];
  for (const [i, label] of sorted.entries()) {
    blocks.push({ sum: label.wantedY - i * labelHeight, count: 1 });
    for (;;) {
      const [upper, lower] = [blocks.at(-2), blocks.at(-1)];
      if (!upper || !lower || upper.sum / upper.count <= lower.sum / lower.count) break;
      blocks.splice(-2, 2, { sum: upper.sum + lower.sum, count: upper.count + lower.count });
    }
  }
  const starts = blocks.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
  const first = bounds.top + labelHeight / 2;
  const last = bounds.bottom - labelHeight / 2 - (sorted.length - 1) * labelHeight;
  return sorted.map((label, i) => [label, clamp(starts[i] ?? first, first, last) + i * labelHeight] as const);
}

function placed({ id, text, colour, anchor, left, right }: Candidate, y: number): PlacedLabel {
  const moved = Math.abs(y - anchor.y) > farFromAnchor && left > anchor.x;
  return {
    id,
    text,
    colour,
    anchor,
    at: { x: left, y },
    box: { left, right, top: y - labelHeight / 2, bottom: y + labelHeight / 2 },
    leader: moved ? [anchor, { x: left - 2, y }] : null,
  };
}
