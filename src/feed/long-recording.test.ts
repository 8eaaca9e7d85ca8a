import { gunzipSync, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { WireMessage } from '#market/recording.ts';
import { memberHead } from './gzip-member.ts';
import { openFile } from './open-file.ts';
import { readRecording } from './read-recording.ts';
import { createRecorder } from './recorder.ts';
import { type Recording, leftOutText } from './recording.ts';
import { createSampleSource } from './sample-source.ts';

const T0 = 1_780_000_000_000;

const message = (second: number): WireMessage => ({
  at: epochMs(T0 + second * 1_000),
  via: second % 3 === 0 ? 'http' : 'ws',
  request: `https://venue/${second % 5}`,
  body: `{"row":${second},"px":"${(second * 7_919) % 10_007}","pad":"${'Ω'.repeat(second % 40)}"}`,
});

const messages = (count: number): readonly WireMessage[] =>
  Array.from({ length: count }, (_, second) => message(second));

/** A saved session whose stretches are short, so that few messages make many of them. */
async function saved(heard: readonly WireMessage[], stretch = 2_000): Promise<Buffer<ArrayBuffer>> {
  const recorder = createRecorder({ venue: 'okx', startedAt: epochMs(T0), sample: false, stretch });
  for (const one of heard) recorder.tap(one);
  return Buffer.from(await (await recorder.save()).arrayBuffer());
}

async function reopened(file: Buffer<ArrayBuffer>, atHand?: number): Promise<Recording> {
  const opened = await readRecording(new Blob([file]), atHand === undefined ? {} : { atHand });
  if (!opened.ok) throw new Error(`was not opened: ${opened.error.detail}`);
  return opened.value;
}

const fields = ({ at, via, request, body }: WireMessage): WireMessage => ({ at, via, request, body });

/** Where each member of a saved file begins, the end of the file last. */
function memberStarts(file: Buffer): readonly number[] {
  const starts = [0];
  while ((starts.at(-1) ?? 0) < file.length) {
    const from = starts.at(-1) ?? 0;
    starts.push(from + (memberHead(file.subarray(from))?.size ?? file.length));
  }
  return starts;
}

const anything = fc.record({
  at: fc.integer({ min: 1_500_000_000_000, max: 1_900_000_000_000 }).map(epochMs),
  via: fc.constantFrom('http' as const, 'ws' as const),
  request: fc.string({ maxLength: 40 }),
  body: fc.oneof(fc.string({ maxLength: 300 }), fc.constantFrom('"\n\r\u2028\\\u0000', '{"a":"Ω🙂"}', '')),
});

describe('a recording longer than what is kept unpacked', () => {
  it('is read line by line as it was heard, whatever was said and wherever it is cut into stretches', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anything, { maxLength: 60 }),
        fc.integer({ min: 1, max: 3_000 }),
        fc.integer({ min: 1, max: 4_000 }),
        async (heard, stretch, atHand) => {
          const { messages: read, leftOut } = await reopened(await saved(heard, stretch), atHand);
          expect(read.map(fields)).toEqual(heard.toSorted((a, b) => a.at - b.at));
          expect(leftOut).toEqual([]);
        },
      ),
      { numRuns: 60, seed: 9 },
    );
  });

  it('can be looked at in any order, from gzip of any maker and from plain text', async () => {
    const heard = messages(1_500);
    const file = await saved(heard);
    const text = gunzipSync(file);
    for (const form of [file, text, gzipSync(text)]) {
      const { messages: read } = await reopened(form, 10_000);
      expect(read).toHaveLength(1_500);
      for (let step = 0; step < 1_500; step += 1) {
        const index = (step * 1_237) % 1_500;
        if (read[index]?.body !== heard[index]?.body) expect(read[index]?.body).toBe(heard[index]?.body);
      }
      expect(read.map(fields)).toEqual(heard);
    }
  });

  it('is one gzip file for every other program', async () => {
    const lines = gunzipSync(await saved(messages(500)))
      .toString()
      .trimEnd()
      .split('\n');
    expect(lines.slice(1).map((line) => JSON.parse(line) as unknown)).toEqual(messages(500));
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ format: 'smirk-recording', venue: 'okx' });
  });
});

describe('replay of a recording kept packed', () => {
  it('shows at every stop what it shows of the same recording kept as it is', async () => {
    const recorder = createRecorder({
      venue: 'deribit',
      startedAt: epochMs(T0),
      sample: true,
      stretch: 300_000,
    });
    let clock = epochMs(T0);
    const { signal } = new AbortController();
    const onMessage = (one: WireMessage): void => recorder.tap(one);
    const source = createSampleSource({ seed: 7, startedAt: clock, now: () => clock, onMessage });
    for (let look = 0; look < 5; look += 1) {
      for (const coin of ['BTC', 'ETH']) await source.fetchChain(coin, signal);
      clock = epochMs(clock + 5_000);
    }
    const file = await recorder.save();
    const [packed, plain] = await Promise.all(
      [100_000, undefined].map(async (atHand) => {
        const opened = await openFile(file, {
          name: 'a',
          at: clock,
          ...(atHand === undefined ? {} : { atHand }),
        });
        if (!opened.ok) throw new Error(opened.error.detail);
        return opened.value.replay;
      }),
    );
    expect(packed?.instants).toEqual(plain?.instants);
    for (const stop of [4, 0, 3, 1, 2])
      for (const coin of ['BTC', 'ETH'])
        expect(packed?.snapshot(coin, stop)).toEqual(plain?.snapshot(coin, stop));
  });
});

describe('a recording with damage', () => {
  it('leaves out the damaged stretch alone, and says how many messages and after when', async () => {
    const heard = messages(1_000);
    const file = await saved(heard);
    const starts = memberStarts(file);
    const whole = await reopened(file);
    expect(whole.leftOut).toEqual([]);
    const [from = 0, to = 0] = starts.slice(5);
    const lines = memberHead(file.subarray(from))?.lines ?? 0;
    for (const place of [from + 24, Math.floor((from + to) / 2), to - 8, to - 1]) {
      const damaged = Buffer.from(file);
      damaged[place] = (damaged[place] ?? 0) ^ 0x55;
      const { messages: read, leftOut } = await reopened(damaged);
      const [stretch] = leftOut;
      expect(leftOut).toHaveLength(1);
      expect(stretch?.messages).toBe(lines);
      expect(read).toHaveLength(1_000 - lines);
      const before = read.findLast(({ at }) => at <= (stretch?.after ?? 0));
      expect(before?.at).toBe(stretch?.after);
      const missing = heard.filter(({ at }) => !read.some((one) => one.at === at));
      expect(missing).toHaveLength(lines);
      expect(missing[0]?.at).toBe((stretch?.after ?? 0) + 1_000);
    }
    expect(leftOutText([{ messages: lines, after: null }])).toBe(
      `a damaged stretch with ${lines} messages had to be left out`,
    );
  });

  it('finds the next stretch where even the head of one is damaged, and says that it cannot count it', async () => {
    const file = await saved(messages(1_000));
    const [from = 0] = memberStarts(file).slice(7);
    const lines = memberHead(file.subarray(from))?.lines ?? 0;
    for (const place of [from, from + 13]) {
      const damaged = Buffer.from(file);
      damaged[place] = (damaged[place] ?? 0) ^ 0x55;
      const { messages: read, leftOut } = await reopened(damaged);
      expect(read).toHaveLength(1_000 - lines);
      expect(leftOut).toMatchObject([{ messages: null }]);
      expect(leftOutText(leftOut)).toMatch(/unknown number/);
    }
  });

  it('loses nothing where only the size of a stretch is told wrong', async () => {
    const file = await saved(messages(1_000));
    const [from = 0] = memberStarts(file).slice(7);
    for (const place of [from + 16, from + 17, from + 19]) {
      const damaged = Buffer.from(file);
      damaged[place] = (damaged[place] ?? 0) ^ 0x55;
      const { messages: read, leftOut } = await reopened(damaged);
      expect(read.map(fields)).toEqual(messages(1_000));
      expect(leftOut).toEqual([]);
    }
  });

  it('keeps everything before the place where it was cut off', async () => {
    const file = await saved(messages(1_000));
    const starts = memberStarts(file);
    const cut = file.subarray(0, (starts.at(-2) ?? 0) + 40);
    const { messages: read, leftOut } = await reopened(cut);
    expect(leftOut).toHaveLength(1);
    expect(read.length).toBeGreaterThan(900);
    expect(read.at(-1)?.at).toBe(leftOut[0]?.after);
    const atHead = file.subarray(0, (starts.at(-2) ?? 0) + 10);
    expect((await reopened(atHead)).leftOut).toHaveLength(1);
  });

  it('is refused where its first line is damaged, and never throws or loses a message without a word', async () => {
    const heard = messages(200);
    const file = await saved(heard, 1_000);
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.nat(255), async (place, value) => {
        const damaged = Buffer.from(file);
        damaged[place] = value;
        const opened = await readRecording(new Blob([damaged]), { atHand: 3_000 });
        if (!opened.ok) return;
        const { messages: read, leftOut } = opened.value;
        const lost = heard.length - read.length;
        expect(read.map(fields)).toEqual(heard.filter(({ at }) => read.some((one) => one.at === at)));
        expect(lost > 0).toBe(leftOut.length > 0);
        const counted = leftOut.map((one) => one.messages);
        if (!counted.includes(null))
          expect(counted.reduce((sum, one) => (sum ?? 0) + (one ?? 0), 0)).toBe(lost);
      }),
      { numRuns: 100, seed: 3 },
    );
  });
});
