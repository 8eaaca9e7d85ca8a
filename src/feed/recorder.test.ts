import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { WireMessage } from '#market/recording.ts';
import { readRecording } from './read-recording.ts';
import { createRecorder } from './recorder.ts';

const T0 = 1_780_000_000_000;

function message(second: number, body: string): WireMessage {
  return { at: epochMs(T0 + second * 1_000), via: 'http', request: 'https://a/b', body };
}

it('saves what it heard as a recording that opens again, marked as sample where it is', async () => {
  const recorder = createRecorder({ venue: 'deribit', startedAt: epochMs(T0), sample: true });
  recorder.tap(message(0, '{"a":1}'));
  recorder.tap(message(1, '<html>'));
  const opened = await readRecording(await recorder.save());
  expect(opened.ok && opened.value.header).toEqual({
    format: 'smirk-recording',
    version: 1,
    venue: 'deribit',
    startedAt: T0,
    sample: true,
  });
  expect(opened.ok && opened.value.messages.map((one) => one.body)).toEqual(['{"a":1}', '<html>']);
});

it('keeps hours of text packed, saves all of it in order, and goes on recording meanwhile', async () => {
  const recorder = createRecorder({ venue: 'okx', startedAt: epochMs(T0), sample: false });
  const frame = (second: number) =>
    `{"channel":"tickers","row":${second},"px":"0.0123","pad":"${'ab'.repeat(400)}"}`;
  for (let second = 0; second < 20_000; second += 1) recorder.tap(message(second, frame(second)));
  const saving = recorder.save();
  recorder.tap(message(20_000, 'later'));
  const opened = await readRecording(await saving);
  const bodies = opened.ok ? opened.value.messages.map(({ body }) => body) : [];
  expect(bodies).toHaveLength(20_000);
  expect(bodies.every((body, second) => body === frame(second))).toBe(true);
  const { messages, received, size, largest } = recorder.state();
  expect(messages).toBe(20_001);
  expect(received).toBeGreaterThan(16_000_000);
  expect(size).toBeLessThan(received / 10);
  expect(size).toBeLessThan(largest);
  const again = await readRecording(await recorder.save());
  expect(again.ok && again.value.messages.at(-1)?.body).toBe('later');
});

it('stops at its bound, says since when, and keeps a whole beginning rather than a torn middle', () => {
  const recorder = createRecorder({
    venue: 'deribit',
    startedAt: epochMs(T0),
    sample: false,
    largest: 1_000,
  });
  for (let second = 0; second < 30; second += 1)
    recorder.tap(message(second, 'x'.repeat(second === 5 ? 900 : 10)));
  expect(recorder.state()).toMatchObject({ messages: 5, fullSince: T0 + 5_000 });
  expect(recorder.state().size).toBeLessThanOrEqual(1_000);
  recorder.clear(epochMs(T0 + 60_000));
  recorder.tap(message(61, 'y'));
  expect(recorder.state()).toMatchObject({ messages: 1, fullSince: null, startedAt: T0 + 60_000 });
});

it('stops at as many messages as can be opened again', () => {
  const recorder = createRecorder({ venue: 'okx', startedAt: epochMs(T0), sample: false, most: 3 });
  for (let second = 0; second < 5; second += 1) recorder.tap(message(second, '{}'));
  expect(recorder.state()).toMatchObject({ messages: 3, most: 3, fullSince: T0 + 3_000 });
});

it('stops while all that it saves can still be opened, however well it packs', async () => {
  const recorder = createRecorder({ venue: 'okx', startedAt: epochMs(T0), sample: false, longest: 10_000 });
  for (let second = 0; second < 300; second += 1) recorder.tap(message(second, 'x'.repeat(100)));
  const { received, fullSince } = recorder.state();
  expect(received).toBeLessThanOrEqual(10_000);
  expect(fullSince).not.toBeNull();
  const opened = await readRecording(await recorder.save(), { largestText: 11_000 });
  expect(opened.ok && opened.value.messages.length).toBe(recorder.state().messages);
});

const anything = fc.record({
  at: fc.integer({ min: 1_500_000_000_000, max: 1_900_000_000_000 }).map(epochMs),
  via: fc.constantFrom('http' as const, 'ws' as const),
  request: fc.string({ maxLength: 40 }),
  body: fc.oneof(fc.string({ maxLength: 200 }), fc.constantFrom('"\n\r\u2028\\', '{"a":"Ω🙂"}', '')),
});

it('is read back exactly as it was heard, whatever was said', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { maxLength: 20 }), fc.boolean(), async (messages, sample) => {
      const recorder = createRecorder({ venue: 'deribit', startedAt: epochMs(T0), sample });
      for (const one of messages) recorder.tap(one);
      const opened = await readRecording(await recorder.save());
      expect(opened.ok && opened.value.messages).toEqual(messages.toSorted((a, b) => a.at - b.at));
      expect(opened.ok && opened.value.header.sample === true).toBe(sample);
    }),
    { numRuns: 60, seed: 5 },
  );
});
