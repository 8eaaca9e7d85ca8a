import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** A picture of eight bits a channel, rows from the top; three channels are red, green, blue, a fourth is ignored. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
  readonly data: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** PNG's numbers for colours of three and of four channels. */
const CHANNELS: ReadonlyMap<number, 3 | 4> = new Map([
  [2, 3],
  [6, 4],
]);

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const byLeft = Math.abs(estimate - left);
  const byUp = Math.abs(estimate - up);
  const byCorner = Math.abs(estimate - corner);
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

interface Row {
  /** Where it begins. */
  readonly at: number;
  /** Bytes in it. */
  readonly stride: number;
  readonly channels: number;
}

/** Puts back into one row what the filter of that number took off it: what the bytes left, above and above left foretell. */
function restore(filter: number, data: Uint8Array, { at, stride, channels }: Row): void {
  const end = at + stride;
  const first = at === 0;
  const up = (i: number): number => (first ? 0 : data[i - stride]!);
  const left = (i: number): number => (i - at < channels ? 0 : data[i - channels]!);
  const corner = (i: number): number => (i - at < channels ? 0 : up(i - channels));
  if (filter === 1) for (let i = at + channels; i < end; i++) data[i]! += data[i - channels]!;
  else if (filter === 2 && !first) for (let i = at; i < end; i++) data[i]! += data[i - stride]!;
  else if (filter === 3) for (let i = at; i < end; i++) data[i]! += (left(i) + up(i)) >> 1;
  else if (filter === 4) for (let i = at; i < end; i++) data[i]! += paeth(left(i), up(i), corner(i));
  else if (filter > 4) throw new Error(`filter was ${filter}`);
}

/** Rows that each begin with the number of their filter, without filters. */
function unfiltered(rows: Uint8Array, stride: number, channels: number): Uint8Array {
  const height = rows.length / (stride + 1);
  const data = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const from = y * (stride + 1) + 1;
    data.set(rows.subarray(from, from + stride), y * stride);
    restore(rows[from - 1]!, data, { at: y * stride, stride, channels });
  }
  return data;
}

/** Reads a PNG of eight bits a channel that is not interlaced, as browsers write them. */
export function decodePng(bytes: Buffer): Pixels {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) throw new Error('no PNG');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const [depth, colour, , , interlaced] = bytes.subarray(24, 29);
  const channels = CHANNELS.get(colour ?? -1);
  if (depth !== 8 || channels === undefined || interlaced !== 0)
    throw new Error(`depth was ${depth}, colour ${colour}, interlacing ${interlaced}`);
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  const data = unfiltered(inflateSync(Buffer.concat(parts)), width * channels, channels);
  return { width, height, channels, data };
}

function chunk(name: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** Writes a PNG without filters: what is kept here has few colours, which compress better as they are. */
export function encodePng({ width, height, channels, data }: Pixels): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, channels === 3 ? 2 : 6], 8);
  const stride = width * channels;
  const rows = new Uint8Array((stride + 1) * height);
  for (let y = 0; y < height; y++)
    rows.set(data.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}
