import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Sheet, Shot } from './gallery-page.ts';
import { blockPicture } from './pixels/block-picture.ts';
import { type Difference, differences } from './pixels/compare-blocks.ts';
import { type Pixels, decodePng, encodePng } from './pixels/png.ts';

const folder = new URL('pictures/', import.meta.url);
/** So many blocks of a story may differ: a pattern's or a hairline's edge that another browser rounds otherwise. */
const FORGIVEN = 2;

const fileOf = (name: string): URL => new URL(`${name}.png`, folder);

/** Keeps what a sheet looks like now. */
export function keep(name: string, { png }: Shot): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(name), encodePng(blockPicture(decodePng(png))));
}

/** How a sheet now differs from what is kept of it: one line a story, and where. */
export interface Verdict {
  readonly lines: readonly string[];
  readonly places: readonly Difference[];
}

/** Compares a sheet with the picture of that name. */
export function compare(name: string, sheet: Sheet, { png, texts }: Shot): Verdict {
  if (!existsSync(fileOf(name))) return { lines: [`${name}: no picture is kept`], places: [] };
  const kept = decodePng(readFileSync(fileOf(name)));
  const now = blockPicture(decodePng(png));
  if (kept.width !== now.width || kept.height !== now.height)
    return {
      lines: [`${name}: it was ${kept.width} × ${kept.height} blocks, now ${now.width} × ${now.height}`],
      places: [],
    };
  const places = differences(kept, now, texts);
  const lines: string[] = [];
  for (const { story, top, height } of sheet.cells) {
    const own = places.filter(
      (place) => place.top >= top - sheet.top && place.top < top + height - sheet.top,
    );
    const first = own[0];
    const isText = own.some(({ text }) => text);
    if (first !== undefined && (isText || own.length > FORGIVEN))
      lines.push(
        `${name}: ${story} differs in ${own.length} places, first at ${first.left}, ${first.top}, by up to ${Math.round(
          Math.max(...own.map(({ by }) => by)),
        )} of 256 levels`,
      );
  }
  return { lines, places };
}

/** The picture with a frame round each place that differs, for the eye. */
export function marked(png: Buffer, places: readonly Difference[]): Buffer {
  const pixels: Pixels = decodePng(png);
  const { width, height, channels, data } = pixels;
  const dot = (x: number, y: number): void => {
    if (x >= 0 && y >= 0 && x < width && y < height) data.set([255, 0, 255], (y * width + x) * channels);
  };
  for (const { left, top, right, bottom } of places) {
    for (let x = left - 1; x <= right; x++) [top - 1, bottom].forEach((y) => dot(x, y));
    for (let y = top - 1; y <= bottom; y++) [left - 1, right].forEach((x) => dot(x, y));
  }
  return encodePng(pixels);
}
