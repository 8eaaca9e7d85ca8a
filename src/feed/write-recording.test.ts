import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import { readRecording } from './read-recording.ts';
import { type Recording, recordingOf } from './recording.ts';
import { recordingBlob } from './write-recording.ts';

const message = fc.record({
  at: fc.integer({ min: 1_500_000_000_000, max: 1_900_000_000_000 }).map(epochMs),
  via: fc.constantFrom('http' as const, 'ws' as const),
  request: fc.string({ maxLength: 40 }),
  body: fc.oneof(fc.string({ maxLength: 200 }), fc.constantFrom('"\n\r\u2028\\', '{"a":"Ω🙂"}', '')),
});

it('is read back exactly as it was written, plain or compressed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(message, { maxLength: 20 }),
      fc.boolean(),
      fc.boolean(),
      async (messages, gzip, sample) => {
        const header = {
          format: 'smirk-recording',
          version: 1,
          venue: 'deribit',
          startedAt: epochMs(1_780_000_000_000),
        } as const;
        const recording: Recording = recordingOf(sample ? { ...header, sample } : header, messages);
        expect(await readRecording(await recordingBlob(recording, gzip))).toEqual({
          ok: true,
          value: recording,
        });
      },
    ),
    { numRuns: 60, seed: 5 },
  );
});
