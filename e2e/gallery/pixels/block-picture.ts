import type { Pixels } from './png.ts';

/** Pixels along the side of a block. */
export const BLOCK = 4;
/** Levels between two colours that are kept apart. */
const STEP = 8;

/**
 * The mean colour of each square block of a picture. It forgets where inside a block an edge is smoothed, which differs from one
 * browser to the next, and keeps what a reader sees; in coarse steps of colour it is small enough to be stored.
 */
export function blockPicture({ width, height, channels, data }: Pixels): Pixels {
  const columns = Math.ceil(width / BLOCK);
  const rows = Math.ceil(height / BLOCK);
  const means = new Uint8Array(columns * rows * 3);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const [left, top] = [column * BLOCK, row * BLOCK];
      const [right, bottom] = [Math.min(width, left + BLOCK), Math.min(height, top + BLOCK)];
      const to = (row * columns + column) * 3;
      let [red, green, blue] = [0, 0, 0];
      for (let y = top; y < bottom; y++)
        for (let at = (y * width + left) * channels; at < (y * width + right) * channels; at += channels) {
          red += data[at]!;
          green += data[at + 1]!;
          blue += data[at + 2]!;
        }
      const count = (right - left) * (bottom - top);
      means[to] = stepped(red / count);
      means[to + 1] = stepped(green / count);
      means[to + 2] = stepped(blue / count);
    }
  return { width: columns, height: rows, channels: 3, data: means };
}

function stepped(level: number): number {
  return Math.min(248, STEP * Math.round(level / STEP));
}
