import { assert } from '#base/assert.ts';
import type { EpochMs } from '#base/time.ts';
import type { WireMessage } from '#market/recording.ts';
import { inflate } from './inflate.ts';
import { readMessageLine } from './recording-line.ts';

/** Whole lines of a recording as raw deflate. */
export interface PackedBlock {
  readonly packed: Uint8Array;
  /** Bytes of the text. */
  readonly length: number;
}

/** Where a message's line is in the text of its block. */
export interface LinePlace {
  readonly block: PackedBlock;
  readonly from: number;
  readonly to: number;
}

/** Blocks unpacked at once at most: a stop of a recording is made of messages of a few. */
const MOST_BLOCKS = 8;

/** Unpacks what is asked for and keeps what was asked for last. */
export class Unpacker {
  readonly #blocks = new Map<PackedBlock, Uint8Array>();
  readonly #decoder = new TextDecoder();
  #last: { readonly of: PackedMessage; readonly body: string } | null = null;

  body(message: PackedMessage): string {
    if (this.#last?.of === message) return this.#last.body;
    const { block, from, to } = message.place();
    const line = readMessageLine(this.#decoder.decode(this.#textOf(block).subarray(from, to)), 0);
    assert(line.ok, 'a line kept packed must be the message that it was when it was read');
    const { body } = line.value;
    this.#last = { of: message, body };
    return body;
  }

  #textOf(block: PackedBlock): Uint8Array {
    const text = this.#blocks.get(block) ?? inflate(block.packed, block.length);
    assert(text !== null, 'a block kept packed must unpack to its text');
    this.#blocks.delete(block);
    this.#blocks.set(block, text);
    for (const oldest of this.#blocks.keys()) {
      if (this.#blocks.size <= MOST_BLOCKS) break;
      this.#blocks.delete(oldest);
    }
    return text;
  }
}

/** A message of which all but the body is at hand. */
export class PackedMessage implements WireMessage {
  readonly at: EpochMs;
  readonly via: WireMessage['via'];
  readonly request: string;
  readonly #block: PackedBlock;
  readonly #from: number;
  readonly #to: number;
  readonly #unpacker: Unpacker;

  constructor(
    { at, via, request }: Omit<WireMessage, 'body'>,
    { block, from, to }: LinePlace,
    unpacker: Unpacker,
  ) {
    this.at = at;
    this.via = via;
    this.request = request;
    this.#block = block;
    this.#from = from;
    this.#to = to;
    this.#unpacker = unpacker;
  }

  get body(): string {
    return this.#unpacker.body(this);
  }

  place(): LinePlace {
    return { block: this.#block, from: this.#from, to: this.#to };
  }
}

/** Packs whole lines, where the file did not have them packed. */
export async function packBlock(text: Uint8Array<ArrayBuffer>): Promise<PackedBlock> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return { packed: new Uint8Array(await new Response(stream).arrayBuffer()), length: text.length };
}
