import { gzipSync } from 'node:zlib';
import { epochMs, type EpochMs } from '#base/time.ts';
import { createSampleMarket } from '#simulator/sample-market.ts';

const API = 'https://www.deribit.com/api/v2/public';

/** A file as the file picker takes it. */
export interface PickedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A recording of two coins at several instants, as if it had been saved from the venue. */
export function recordingText(options: {
  readonly seed: number;
  readonly startedAt: EpochMs;
  readonly frames: number;
  readonly everyMs: number;
  readonly change?: (body: string) => string;
}): string {
  const { seed, startedAt, frames, everyMs, change = (body) => body } = options;
  const market = createSampleMarket({ seed, startedAt });
  const header = { format: 'smirk-recording', version: 1, venue: 'deribit', startedAt };
  const messages = Array.from({ length: frames }, (_, frame) => {
    const at = epochMs(startedAt + frame * everyMs);
    return ['BTC', 'ETH'].map((currency) => {
      const request = `${API}/get_book_summary_by_currency?currency=${currency}&kind=option`;
      return { at, via: 'http', request, body: change(market.respond(request, at)) };
    });
  }).flat();
  return [header, ...messages].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Names a text as a file, plain or gzip. */
export function asFile(name: string, content: string | Buffer): PickedFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const zipped = name.endsWith('.gz');
  return {
    name,
    mimeType: zipped ? 'application/gzip' : 'application/jsonl',
    buffer: zipped && typeof content === 'string' ? gzipSync(bytes) : bytes,
  };
}
