import { BLOCK } from './block-picture.ts';
import type { Pixels } from './png.ts';

/** A rectangle in pixels of the picture. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A place where two pictures differ, and by how many of 256 levels in the channel that differs most. */
export interface Difference extends Box {
  readonly by: number;
  /** Whether it is the ink of a text. */
  readonly text: boolean;
}

/** A block of lines and marks: smoothing moves it by a few levels, a line that goes away or moves by its width by far more. */
const BLOCK_LEVELS = 24;
/** The mean over a text: its glyphs may stand a fraction of a pixel elsewhere, its ink is the same. */
const TEXT_LEVELS = 14;

interface Span {
  readonly columns: readonly [number, number];
  readonly rows: readonly [number, number];
}

/** Blocks that a box touches. */
function spanOf(box: Box, { width, height }: Pixels): Span {
  const within = (from: number, to: number, count: number): readonly [number, number] => [
    Math.max(0, Math.floor(from / BLOCK)),
    Math.min(count, Math.ceil(to / BLOCK)),
  ];
  return { columns: within(box.left, box.right, width), rows: within(box.top, box.bottom, height) };
}

/** Mean difference over a span in the channel where it is largest. */
function meanDifference(kept: Pixels, now: Pixels, { columns, rows }: Span): number {
  const sums = [0, 0, 0];
  let count = 0;
  for (let row = rows[0]; row < rows[1]; row++)
    for (let column = columns[0]; column < columns[1]; column++) {
      const at = (row * kept.width + column) * 3;
      for (const channel of [0, 1, 2]) sums[channel]! += now.data[at + channel]! - kept.data[at + channel]!;
      count += 1;
    }
  return count === 0 ? 0 : Math.max(...sums.map((sum) => Math.abs(sum / count)));
}

function boxOf({ columns, rows }: Span): Box {
  return {
    left: columns[0] * BLOCK,
    right: columns[1] * BLOCK,
    top: rows[0] * BLOCK,
    bottom: rows[1] * BLOCK,
  };
}

/**
 * Where a picture of blocks differs from the one that is kept, the texts that stand in it now being known. Under a text only its
 * ink counts, for browsers place glyphs a little differently; everywhere else each block counts, so that a text that is gone, or
 * stands elsewhere, shows where it stood.
 */
export function differences(kept: Pixels, now: Pixels, texts: readonly Box[]): readonly Difference[] {
  if (kept.width !== now.width || kept.height !== now.height)
    throw new Error('pictures of different sizes cannot be compared');
  const found: Difference[] = [];
  const covered = new Uint8Array(now.width * now.height);
  for (const text of texts) {
    const span = spanOf(text, now);
    for (let row = span.rows[0]; row < span.rows[1]; row++)
      covered.fill(1, row * now.width + span.columns[0], row * now.width + span.columns[1]);
    const by = meanDifference(kept, now, span);
    if (by > TEXT_LEVELS) found.push({ ...boxOf(span), by, text: true });
  }
  for (let row = 0; row < now.height; row++)
    for (let column = 0; column < now.width; column++) {
      if (covered[row * now.width + column] === 1) continue;
      const span: Span = { columns: [column, column + 1], rows: [row, row + 1] };
      const by = meanDifference(kept, now, span);
      if (by > BLOCK_LEVELS) found.push({ ...boxOf(span), by, text: false });
    }
  return found;
}
