import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { BLOCK, blockPicture } from './block-picture.ts';
import { differences } from './compare-blocks.ts';
import { type Pixels, decodePng, encodePng } from './png.ts';

const WIDTH = 64;
const HEIGHT = 40;

interface Patch {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly level: number;
}

/** A dark picture with bright patches. */
function picture(...patches: readonly Patch[]): Pixels {
  const data = new Uint8Array(WIDTH * HEIGHT * 3).fill(16);
  for (const { left, top, width, height, level } of patches)
    for (let y = top; y < top + height; y++)
      data.fill(level, (y * WIDTH + left) * 3, (y * WIDTH + left + width) * 3);
  return { width: WIDTH, height: HEIGHT, channels: 3, data };
}

const compared = (before: Pixels, after: Pixels, texts: Parameters<typeof differences>[2] = []) =>
  differences(blockPicture(before), blockPicture(after), texts);

it('reads back the picture it wrote', () => {
  const size = fc.integer({ min: 1, max: 9 });
  fc.assert(
    fc.property(
      size,
      size,
      fc.constantFrom(3 as const, 4 as const),
      fc.integer(),
      (width, height, channels, seed) => {
        const data = Uint8Array.from(
          { length: width * height * channels },
          (_, i) => (seed + i * i * 7) & 255,
        );
        expect(decodePng(encodePng({ width, height, channels, data }))).toEqual({
          width,
          height,
          channels,
          data,
        });
      },
    ),
  );
});

/** What PNG says each filter foretells of a byte, written out for every byte of a row. */
function filtered(filter: number, data: Uint8Array, stride: number): Uint8Array {
  const at = (x: number, y: number): number => (x < 0 || y < 0 ? 0 : data[y * stride + x]!);
  const rows: number[] = [];
  for (let y = 0; y < data.length / stride; y++) {
    rows.push(filter);
    for (let x = 0; x < stride; x++) {
      const [a, b, c] = [at(x - 3, y), at(x, y - 1), at(x - 3, y - 1)];
      const nearest = [a, b, c].toSorted((p, q) => Math.abs(a + b - c - p) - Math.abs(a + b - c - q))[0]!;
      rows.push(at(x, y) - [0, a, b, Math.floor((a + b) / 2), nearest][filter]!);
    }
  }
  return Uint8Array.from(rows);
}

it.each([0, 1, 2, 3, 4])('takes off filter %i', (filter) => {
  const pixels = picture({ left: 9, top: 3, width: 20, height: 11, level: 201 });
  const bytes = encodePng(pixels);
  const start = bytes.indexOf('IDAT') + 4;
  const packed = deflateSync(filtered(filter, pixels.data, WIDTH * 3));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(packed.length);
  const end = Buffer.from('\0\0\0\0\0\0\0\0IEND\0\0\0\0', 'latin1');
  const again = Buffer.concat([bytes.subarray(0, start - 8), length, Buffer.from('IDAT'), packed, end]);
  expect(decodePng(again).data).toEqual(pixels.data);
});

it('keeps the mean of each block to four levels', () => {
  const { data, width } = blockPicture(picture({ left: 4, top: 8, width: 2, height: 4, level: 216 }));
  const mean = (2 * 216 + 2 * 16) / 4;
  expect(Math.abs(data[(2 * width + 1) * 3]! - mean)).toBeLessThanOrEqual(4);
  expect(data[(2 * width + 2) * 3]).toBe(16);
});

it('sees a thin line that is gone, moved or of another colour, and not one that is smoothed otherwise', () => {
  const line = { left: 8, top: 20, width: 40, height: 2, level: 180 };
  const before = picture(line);
  expect(compared(before, before)).toEqual([]);
  for (const after of [picture(), picture({ ...line, top: 23 }), picture({ ...line, level: 110 })])
    expect(compared(before, after).length).toBeGreaterThanOrEqual(line.width / BLOCK);
  const softer = picture(
    { ...line, height: 1 },
    { ...line, top: 21, height: 1, level: 150 },
    { ...line, top: 22, height: 1, level: 46 },
  );
  expect(compared(before, softer)).toEqual([]);
});

it('lets letters stand a little elsewhere inside their text, and misses one that is gone', () => {
  const text = (shift: number): Pixels =>
    picture(
      ...[9, 13, 17, 21, 25].map((left, i) => ({
        left: left + (i % 2) * shift,
        top: 12,
        width: 1,
        height: 8,
        level: 230,
      })),
    );
  const [before, moved] = [text(0), text(3)];
  const box = { left: 8, top: 10, right: 30, bottom: 22 };
  expect(compared(before, moved).length).toBeGreaterThan(0);
  expect(compared(before, moved, [box])).toEqual([]);
  expect(compared(before, picture(), []).length).toBeGreaterThan(4);
  expect(compared(before, picture(), [box])).toEqual([expect.objectContaining({ text: true })]);
});
