import { constants, deflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { crc32 } from './crc32.ts';
import { inflate } from './inflate.ts';

/** Bytes with much that comes again, as text of venues has. */
const content = fc
  .array(fc.tuple(fc.uint8Array({ maxLength: 40 }), fc.integer({ min: 1, max: 60 })), { maxLength: 30 })
  .map((runs) => Buffer.concat(runs.flatMap(([bytes, times]) => Array.from({ length: times }, () => bytes))));
const packing = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  memLevel: fc.integer({ min: 1, max: 9 }),
  strategy: fc.constantFrom(
    constants.Z_DEFAULT_STRATEGY,
    constants.Z_FIXED,
    constants.Z_HUFFMAN_ONLY,
    constants.Z_RLE,
  ),
});

it('unpacks whatever zlib packs, in every kind of block', () => {
  fc.assert(
    fc.property(content, packing, (bytes, how) => {
      const unpacked = inflate(deflateRawSync(bytes, how), bytes.length);
      expect(unpacked !== null && Buffer.compare(Buffer.from(unpacked), bytes)).toBe(0);
    }),
    { numRuns: 400, seed: 11 },
  );
});

it('unpacks a long text whose copies reach back as far as they may', () => {
  const line = (row: number): string => `{"row":${row},"px":"${(row * 7919) % 10_007}.5"}\n`;
  const bytes = Buffer.from(Array.from({ length: 60_000 }, (_, row) => line(row)).join(''));
  const unpacked = inflate(deflateRawSync(bytes, { level: 9 }), bytes.length);
  expect(unpacked !== null && Buffer.compare(Buffer.from(unpacked), bytes)).toBe(0);
});

it('takes no damaged text, none that is cut off and none of another size, and always comes to an end', () => {
  const bytes = Buffer.from('abcabcabcabd'.repeat(200));
  const packed = deflateRawSync(bytes);
  expect(inflate(packed, bytes.length - 1)).toBeNull();
  expect(inflate(packed, bytes.length + 1)).toBeNull();
  for (let length = 0; length < packed.length; length += 1)
    expect(inflate(packed.subarray(0, length), bytes.length)).toBeNull();
  expect(inflate(Uint8Array.of(0b111), 10)).toBeNull();
  expect(inflate(Uint8Array.of(1, 5, 0, 0, 0, 65), 5)).toBeNull();
});

it('never throws on bytes of any kind, and never gives more than was asked for', () => {
  const bytes = Buffer.from('some text of a venue, '.repeat(50));
  const packed = deflateRawSync(bytes);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc.tuple(fc.nat(packed.length - 1), fc.nat(255)).map(([at, value]) => {
          const damaged = Uint8Array.from(packed);
          damaged[at] = value;
          return damaged;
        }),
      ),
      (damaged) => {
        const unpacked = inflate(damaged, bytes.length);
        expect(unpacked === null || unpacked.length === bytes.length).toBe(true);
      },
    ),
    { numRuns: 2_000, seed: 12 },
  );
});

it('checks with the sum of the standard', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array())).toBe(0);
});
