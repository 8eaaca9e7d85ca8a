import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import { epochMs } from '#base/time.ts';
import { createRecorder } from '#feed/recorder.ts';
import { createSampleSource } from '#feed/sample-source.ts';
import type { FileHead, OpeningProgress } from './desk-protocol.ts';
import { createMarketDesk } from './market-desk.ts';

const START = epochMs(Date.UTC(2026, 6, 8, 12));
const STEP_MS = 3_600_000;

/** A recording of the sample market: one look at it an hour. */
async function recording(looks: number, underlyings: readonly string[] = ['BTC']): Promise<File> {
  const recorded = createMarketDesk();
  for (let look = 0; look < looks; look += 1) {
    const now = epochMs(START + look * STEP_MS);
    for (const underlying of underlyings)
      await recorded.sample({ underlying, still: false, startedAt: START, now });
  }
  const saved = await recorded.saveSample(null);
  return new File(saved ? [saved] : [], 'day.jsonl.gz');
}

function job() {
  const stop = new AbortController();
  const heard: OpeningProgress[] = [];
  return {
    heard,
    stop,
    job: { signal: stop.signal, report: (progress: unknown) => void heard.push(progress as OpeningProgress) },
  };
}
const question = (file: File, underlying = 'BTC') => ({
  file,
  shelf: 'file 1',
  underlying,
  settings: DEFAULT_SETTINGS,
});

async function opened(desk: ReturnType<typeof createMarketDesk>, file: File, underlying = 'BTC') {
  const head = await desk.openFile(question(file, underlying), job().job);
  if (!head.ok) throw new Error(head.error);
  return head.value;
}
const firstOf = ({ first }: FileHead) => {
  if (first === null) throw new Error('there must be a first chain');
  return first;
};

it('keeps an opened recording and tells the page its stops and the first chain’s name', async () => {
  const head = await opened(createMarketDesk(), await recording(3));
  expect(head).toMatchObject({ venueLabel: 'Deribit', sample: true, unread: 0 });
  expect(head.underlyings).toContain('BTC');
  expect(head.stops).toEqual([0, 1, 2].map((look) => START + look * STEP_MS));
  expect(firstOf(head)).toMatchObject({
    head: { underlying: 'BTC', version: 1 },
    ref: { shelf: 'file 1', underlying: 'BTC', version: 1 },
  });
  expect(JSON.stringify(head).length).toBeLessThan(2000);
});

it('says what it is doing in the order in which it does it', async () => {
  const { heard, job: watching } = job();
  await createMarketDesk().openFile(question(await recording(2)), watching);
  expect(heard.map(({ stage }) => stage).filter((stage) => stage !== 'bytes')).toEqual(['quotes', 'smiles']);
  expect(heard.at(-1)).toEqual({ stage: 'smiles', underlying: 'BTC' });
});

it('takes the file’s first underlying where it does not hold the one on screen', async () => {
  const head = await opened(createMarketDesk(), await recording(1, ['ETH']), 'BTC');
  expect(firstOf(head).head.underlying).toBe('ETH');
});

it('analyses the first chain on opening, so that asking for it is at once', async () => {
  const desk = createMarketDesk();
  const { ref } = firstOf(await opened(desk, await recording(1)));
  const asked = { chain: ref, settings: DEFAULT_SETTINGS };
  const answer = desk.analyse(asked);
  expect(answer.report.counts.quotesUsed).toBeGreaterThan(50);
  expect(desk.analyse(asked).report.expiries).toBe(answer.report.expiries);
  const adjusted = { ...DEFAULT_SETTINGS, deltaConvention: 'premium-adjusted' } as const;
  expect(desk.analyse({ chain: ref, settings: adjusted }).report.deltaConvention).toBe('premium-adjusted');
});

it('has any stop at hand for as long as the file is open, and none afterwards', async () => {
  const desk = createMarketDesk();
  const head = await opened(desk, await recording(8));
  const { job: plain } = job();
  const at = (stop: number) => desk.stop({ shelf: 'file 1', underlying: 'BTC', stop }, plain);
  const fifth = await at(5);
  expect(fifth?.head).toMatchObject({ version: 6, asOf: START + 5 * STEP_MS });
  for (let stop = 0; stop < 8; stop += 1) await at(stop);
  const { ref } = firstOf(head);
  expect(desk.analyse({ chain: ref, settings: DEFAULT_SETTINGS }).report.asOf).toBe(START);
  desk.closeFile('file 1');
  expect(await at(5)).toBeNull();
  expect(() => desk.analyse({ chain: ref, settings: DEFAULT_SETTINGS })).toThrow('made room');
});

it('keeps nothing of a file whose opening is cancelled', async () => {
  const desk = createMarketDesk();
  for (const stage of ['quotes', 'smiles']) {
    const { stop, job: watching } = job();
    const report = (progress: unknown): void => {
      if ((progress as OpeningProgress).stage === stage) stop.abort();
    };
    const outcome = await desk.openFile(question(await recording(2)), { ...watching, report });
    expect(outcome).toEqual({ ok: false, error: 'opening was cancelled' });
    const ref = { shelf: 'file 1', underlying: 'BTC', version: 1 };
    expect(() => desk.analyse({ chain: ref, settings: DEFAULT_SETTINGS })).toThrow('made room');
  }
});

it('says how much of a file was damaged and had to be left out', async () => {
  const whole = new Uint8Array(await (await recording(8)).arrayBuffer());
  const cut = new File([whole.subarray(0, -20)], 'cut.jsonl.gz');
  const outcome = await createMarketDesk().openFile(question(cut), job().job);
  // So short a session is one stretch, so that nothing is left of it.
  expect(outcome).toMatchObject({ ok: false, error: expect.stringContaining('damaged') as string });
  const recorder = createRecorder({ venue: 'deribit', startedAt: START, sample: true, stretch: 1_000 });
  const source = createSampleSource({
    seed: 7,
    startedAt: START,
    now: () => START,
    onMessage: (message) => recorder.tap(message),
  });
  for (let look = 0; look < 3; look += 1) await source.fetchChain('BTC', new AbortController().signal);
  const saved = new Uint8Array(await (await recorder.save()).arrayBuffer());
  const head = await opened(createMarketDesk(), new File([saved.subarray(0, -20)], 'cut.jsonl.gz'));
  expect(head.damaged).toBe('a damaged stretch with an unknown number of messages had to be left out');
  expect(head.stops).toHaveLength(2);
});

it('passes over stops that nobody waits for any more', async () => {
  const desk = createMarketDesk();
  await opened(desk, await recording(3));
  const { stop, job: watching } = job();
  const answer = desk.stop({ shelf: 'file 1', underlying: 'BTC', stop: 2 }, watching);
  stop.abort();
  expect(await answer).toBeNull();
});

it('says why a file is no market', async () => {
  const outcome = await createMarketDesk().openFile(
    question(new File(['Dear diary'], 'diary.txt')),
    job().job,
  );
  expect(outcome).toMatchObject({
    ok: false,
    error: expect.stringContaining('neither a recording') as string,
  });
});
