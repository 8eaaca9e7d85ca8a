import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import type { HedgeBill } from '#analytics/protection/hedge-bill.ts';
import type { ProtectionStudy } from '#analytics/protection/protection-study.ts';
import type { Result } from '#base/result.ts';
import { DAY_MS, epochMs } from '#base/time.ts';
import type { ChainRef } from './desk-protocol.ts';
import type { ProgrammeQuestion } from './programme-run.ts';
import { createMarketDesk } from './market-desk.ts';
import type { ProgrammeRun } from './programme-run.ts';

/** A Friday at the hour of expiry. */
const START = epochMs(Date.UTC(2026, 6, 3, 8));
const simulated: ProgrammeQuestion = {
  on: 'simulator',
  shelf: '',
  underlying: 'BTC',
  words: '10 floor 90% rolled weekly for 14d',
  settings: DEFAULT_SETTINGS,
};
const recorded: ProgrammeQuestion = {
  ...simulated,
  on: 'recording',
  shelf: 'file 1',
  words: '10 floor 95% rolled weekly for 3650d',
};

function job() {
  const stop = new AbortController();
  const heard: number[] = [];
  return { heard, stop, job: { signal: stop.signal, report: (share: number) => void heard.push(share) } };
}

function ran(outcome: Result<ProgrammeRun, string>): ProgrammeRun {
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.value;
}

/** A desk with a recording of the sample market open, looked at on some days. */
async function deskWith(days: readonly number[]) {
  const recorder = createMarketDesk();
  for (const day of days) {
    const now = epochMs(START + day * DAY_MS);
    await recorder.sample({ underlying: 'BTC', still: false, startedAt: START, now });
  }
  const saved = await recorder.saveSample(null);
  const desk = createMarketDesk();
  const file = new File(saved ? [saved] : [], 'days.jsonl.gz');
  const opening = { file, shelf: 'file 1', underlying: 'BTC', settings: DEFAULT_SETTINGS };
  const head = await desk.openFile(opening, { signal: new AbortController().signal, report: () => {} });
  if (!head.ok || head.value.first === null) throw new Error('the recording must open');
  return { desk, first: head.value.first };
}

/** What the Protection panel shows of the same plan. */
async function firstBill(desk: ReturnType<typeof createMarketDesk>, chain: ChainRef): Promise<HedgeBill> {
  const { settings, words } = recorded;
  const asked = { chain, settings, name: 'protection', argument: { words } } as const;
  const study = (await desk.study(asked)) as Result<ProtectionStudy, string>;
  if (!study.ok || !study.value.answer.ok) throw new Error('the first instant must have a bill');
  return study.value.answer.value;
}

it('rolls a floor through three simulated paths, each to the end of its last roll', async () => {
  const desk = createMarketDesk();
  const { job: first, heard } = job();
  const run = ran(await desk.programme(simulated, first));
  expect(run).toMatchObject({ underlying: 'BTC', days: 14 });
  expect(run.walks.map(({ path }) => path)).toEqual(['calm', 'sell-off', 'crash']);
  for (const { walk } of run.walks) {
    const [weekly, , quarterly] = walk.records;
    expect(weekly?.rolls.map(({ boughtAt, expiry }) => (expiry - boughtAt) / DAY_MS)).toEqual([7, 7]);
    expect(quarterly?.rolls.at(-1)?.settled?.lateMs).toBe(0);
    for (const { rolls } of walk.records) expect(rolls.every(({ settled }) => settled !== null)).toBe(true);
  }
  const [calm, , crash] = run.walks.map(({ walk }) => walk.records[2]!);
  expect(calm?.totals?.paidBack).toBe(0);
  expect(crash?.totals?.paidBack).toBeGreaterThan(0.1);
  expect(heard.every((share, i) => share > (heard[i - 1] ?? 0) && share <= 1)).toBe(true);
});

it('rolls through an open recording: the first purchase is the bill that the page shows at its first instant', async () => {
  const { desk, first } = await deskWith([0, 2, 4, 7, 10, 14, 15]);
  const run = ran(await desk.programme(recorded, job().job));
  expect(run).toMatchObject({ seed: null, days: 15 });
  const [{ path, walk }] = run.walks as [ProgrammeRun['walks'][number]];
  expect([path, walk.looked, walk.to - walk.from]).toEqual(['recording', 7, 15 * DAY_MS]);
  const [weekly, monthly] = walk.records;
  expect(weekly?.totals?.rolls).toBe(2);
  expect(weekly?.rolls).toHaveLength(3);
  expect(monthly?.totals).toBeNull();
  const bill = await firstBill(desk, first.ref);
  const delivery = bill.parts.find(({ id }) => id === 'delivery')?.amounts?.quote ?? 0;
  expect(weekly?.rolls[0]?.paid).toBeCloseTo(bill.total.quote - delivery, 8);
  expect(weekly?.rolls[0]?.instruments).toEqual([bill.legs[0]?.instrument]);
});

it('says that nothing ended in a recording too short for a roll', async () => {
  const { desk } = await deskWith([0, 0.1]);
  const { walks } = ran(await desk.programme(recorded, job().job));
  expect(walks[0]?.walk.records.map(({ totals }) => totals)).toEqual([null, null, null]);
});

it('ends when nobody waits any more', async () => {
  const { job: cancelled, stop } = job();
  const running = createMarketDesk().programme(
    { ...simulated, words: '10 floor 90% rolled weekly' },
    cancelled,
  );
  stop.abort();
  expect(await running).toEqual({ ok: false, error: 'cancelled' });
});

it.each([
  [{ words: '10 future rolled weekly' }, 'a future has no expiry that it could be rolled at'],
  [{ words: '10 floor 90% 30d' }, 'the plan says nothing of rolling'],
  [{ words: '10 floor' }, 'a level such as'],
  [{ on: 'recording' }, 'no recording is open'],
] as const)('refuses %j in one line', async (change, words) => {
  const outcome = await createMarketDesk().programme({ ...simulated, ...change }, job().job);
  expect(outcome.ok ? '' : outcome.error).toContain(words);
});
