import { expect, it } from 'vitest';
import { DAY_MS, epochMs } from '#base/time.ts';
import { readRecording } from './read-recording.ts';
import { createRecorder } from './recorder.ts';
import { createReplay } from './replay.ts';
import { createSampleSource } from './sample-source.ts';

const STARTED = epochMs(Date.parse('2026-08-22T10:00:00Z'));
const signal = new AbortController().signal;

it('is read whole by the reader of the live venue: every row a quote, every coin a chain', async () => {
  const source = createSampleSource({ seed: 7, startedAt: STARTED, now: () => STARTED });
  const { value: underlyings, failures } = await source.fetchUnderlyings(signal);
  expect(failures).toEqual([]);
  expect(underlyings).toEqual(expect.arrayContaining(['BTC', 'ETH', 'SOL_USDC']));
  for (const underlying of ['BTC', 'ETH', 'SOL_USDC']) {
    const answer = await source.fetchChain(underlying, signal);
    expect(answer).toMatchObject({
      ok: true,
      value: { listing: 'listed', leftOut: [], chain: { rejected: [] } },
    });
    expect(await source.fetchTerms(underlying, signal)).toMatchObject({ ok: true, value: { leftOut: [] } });
    expect((await source.fetchIndex(underlying, signal)).value.indexPrice).toBeGreaterThan(0);
  }
  const chain = source.snapshot('BTC')!;
  expect(chain.asOf).toBeGreaterThan(STARTED - DAY_MS);
  expect(chain.volatilityIndex).toBeGreaterThan(0.05);
  expect(chain.expiries.length).toBeGreaterThan(5);
});

it('moves with its clock, stands with it, and replays as it was recorded', async () => {
  let now = STARTED;
  const recorder = createRecorder({ venue: 'deribit', startedAt: STARTED, sample: true });
  const source = createSampleSource({
    seed: 7,
    startedAt: STARTED,
    now: () => now,
    onMessage: (message) => recorder.tap(message),
  });
  const marks = async (): Promise<string> => {
    await source.fetchChain('BTC', signal);
    return JSON.stringify(source.snapshot('BTC')?.expiries);
  };
  const first = await marks();
  expect(await marks()).toBe(first);
  now = epochMs(STARTED + 10_000);
  const later = await marks();
  expect(later).not.toBe(first);
  const saved = await readRecording(await recorder.save());
  if (!saved.ok) throw new Error(saved.error.detail);
  const replay = createReplay(saved.value, source.adapter);
  expect(replay.instants).toHaveLength(3);
  expect([0, 2].map((index) => JSON.stringify(replay.snapshot('BTC', index).chain?.expiries))).toEqual([
    first,
    later,
  ]);
});
