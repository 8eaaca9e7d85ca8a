import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { ExchangeAdapter } from '#exchanges/adapter.ts';
import { deribitAdapter } from '#exchanges/deribit/deribit-adapter.ts';
import type { FileFailure } from './file-failure.ts';
import { type FileOpening, openFile } from './open-file.ts';
import { readRecording } from './read-recording.ts';

const AT = epochMs(1_780_000_000_000);
const HEADER = `{"format":"smirk-recording","version":1,"venue":"deribit","startedAt":${AT}}`;
const REQUEST = deribitAdapter.chainRequests('BTC')[0]!.url;
const BODY = readFileSync(
  new URL('../exchanges/deribit/fixtures/http-book-summary-btc.json', import.meta.url),
  'utf8',
);
const LINE = JSON.stringify({ at: AT, via: 'http', request: REQUEST, body: BODY });

async function failureOf(content: BlobPart, opening: Partial<FileOpening> = {}): Promise<FileFailure | null> {
  const opened = await openFile(new Blob([content]), { name: 'market.jsonl', at: AT, ...opening });
  return opened.ok ? null : opened.error;
}

describe('opening a file', () => {
  it.each([
    ['plain', `${HEADER}\n${LINE}\n`],
    ['with no last line break', `${HEADER}\n${LINE}`],
    ['with Windows line ends and empty lines', `\uFEFF${HEADER}\r\n\r\n${LINE}\r\n\r\n`],
    ['gzip', gzipSync(`${HEADER}\n${LINE}\n`)],
    ['one piece after another', gzipSync(`${HEADER}\n${`${LINE}\n`.repeat(50)}`, { level: 0 })],
  ])('takes a recording that is %s', async (_, content) => {
    const opened = await openFile(new Blob([content]), { name: 'a', at: AT });
    expect(opened).toMatchObject({
      ok: true,
      value: { kind: 'recording', replay: { underlyings: ['BTC'] } },
    });
  });

  it.each<[string, BlobPart, Partial<FileFailure>]>([
    ['nothing', '', { reason: 'empty' }],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), { reason: 'unknown-format' }],
    ['a web page', '<html><script>alert(1)</script>', { reason: 'unknown-format' }],
    ['JSON of another kind', '{"a":1}', { reason: 'unknown-format' }],
    ['a header and nothing else', HEADER, { reason: 'no-quotes' }],
    [
      'gzip cut off',
      gzipSync(`${HEADER}\n${`${LINE}\n`.repeat(9)}`).subarray(0, 400),
      { reason: 'damaged-gzip' },
    ],
    [
      'gzip of nonsense',
      new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8]),
      { reason: 'damaged-gzip' },
    ],
    [
      'a later version',
      HEADER.replace('"version":1', '"version":2'),
      { reason: 'unsupported-version', line: 1 },
    ],
    ['an unknown venue', HEADER.replace('deribit', '<b>x</b>'), { reason: 'unknown-venue', line: 1 }],
    ['a header without a time', HEADER.replace(String(AT), '"today"'), { reason: 'malformed-line', line: 1 }],
    [
      'a damaged line',
      `${HEADER}\n${LINE}\n${LINE.slice(0, 99)}\n${LINE}`,
      { reason: 'malformed-line', line: 3 },
    ],
    [
      'a message without a body',
      `${HEADER}\n{"at":${AT},"via":"http","request":"x"}`,
      { reason: 'malformed-line', line: 2 },
    ],
    [
      'a message at no time',
      `${HEADER}\n${LINE.replace(String(AT), '1e999')}`,
      { reason: 'malformed-line', line: 2 },
    ],
    [
      'only an error of the venue',
      `${HEADER}\n${JSON.stringify({ at: AT, via: 'http', request: REQUEST, body: '<html>' })}`,
      { reason: 'no-quotes' },
    ],
  ])('says what is wrong with %s', async (_, content, expected) => {
    expect(await failureOf(content)).toMatchObject(expected);
  });

  it('names a venue that it has no reader for', async () => {
    expect(await failureOf(`${HEADER}\n${LINE}`, { adapters: [] })).toMatchObject({
      reason: 'unknown-venue',
      detail: expect.stringContaining('deribit'),
    });
  });

  it('refuses a gigabyte before reading it', async () => {
    const file = new Blob(['x']);
    Object.defineProperty(file, 'size', { value: 1_000_000_000 });
    expect(await openFile(file, { name: 'a', at: AT })).toMatchObject({
      ok: false,
      error: { reason: 'too-large' },
    });
  });

  it('stops at the first line of a long file of another kind', async () => {
    let read = 0;
    const file = new Blob(['x'.repeat(20_000_000)]);
    expect(
      (await openFile(file, { name: 'a', at: AT, onProgress: (progress) => (read = progress.read) })).ok,
    ).toBe(false);
    expect(read).toBeLessThan(1_000_000);
  });

  it('stops unpacking at its bound, and at a line longer than any message', async () => {
    const bomb = gzipSync(`${HEADER}\n${`${LINE}\n`.repeat(2_000)}`);
    expect(await failureOf(bomb, { largestText: 1_000_000 })).toMatchObject({ reason: 'too-large' });
    const line = gzipSync(`${HEADER}\n${'a'.repeat(65_000_000)}`, { level: 1 });
    expect(await failureOf(line)).toMatchObject({ reason: 'too-large', line: 2 });
  });

  it('gives up after its time', async () => {
    const content = `${HEADER}\n${`${LINE}\n`.repeat(500)}`;
    const failure = await failureOf(content, { longestMs: 0 });
    expect(failure).toMatchObject({ reason: 'too-slow', detail: 'reading it took longer than 0 seconds' });
  });

  it('can be cancelled, and tells how far it came', async () => {
    const cancel = new AbortController();
    const seen: number[] = [];
    const content = `${HEADER}\n${`${LINE}\n`.repeat(500)}`;
    const failure = await failureOf(content, {
      signal: cancel.signal,
      onProgress: ({ read, total }) => {
        seen.push(read / total);
        if (read > total / 2) cancel.abort();
      },
    });
    expect(failure).toMatchObject({ reason: 'aborted' });
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.every((share, index) => share <= 1 && share > (seen[index - 1] ?? 0))).toBe(true);
  });

  it('keeps a sentence short and printable whatever the file says', async () => {
    const failure = await failureOf(HEADER.replace('deribit', '\\u202e'.repeat(30) + 'x'.repeat(3_000)));
    expect(failure?.detail.length).toBeLessThanOrEqual(240);
    expect(failure?.detail).not.toMatch(/\p{Cf}/u);
  });

  it('gives a venue’s own file to the venue that knows it, as one message', async () => {
    const seen: string[] = [];
    const venue: ExchangeAdapter = {
      ...deribitAdapter,
      id: 'cboe',
      readsFile: (name, head) => name.endsWith('.csv') && head.startsWith('Date'),
      read: (message) => {
        seen.push(message.request, message.body);
        return deribitAdapter.read({ ...message, request: REQUEST, body: BODY });
      },
    };
    const body = `Date: today\n${'1,2,3\n'.repeat(20_000)}`;
    const opened = await openFile(new Blob([gzipSync(body)]), {
      name: 'quotes.csv',
      at: AT,
      adapters: [venue],
    });
    expect(opened).toMatchObject({ ok: true, value: { kind: 'venue-file', adapter: { id: 'cboe' } } });
    expect(seen).toEqual(['file:quotes.csv', body]);
  });
});

describe('reading a recording', () => {
  it('keeps the mark of the sample market and puts messages in order of time', async () => {
    const later = LINE.replace(String(AT), String(AT + 5));
    const text = `${HEADER.replace('}', ',"sample":true}')}\n${later}\n${LINE}\n`;
    const recording = await readRecording(new Blob([text]));
    expect(recording).toMatchObject({
      ok: true,
      value: { header: { sample: true }, messages: [{ at: AT }, { at: AT + 5, body: BODY }] },
    });
  });
});
