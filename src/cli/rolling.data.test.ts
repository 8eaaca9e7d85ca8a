import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyseChainFrom } from '#analytics/analyse-chain.ts';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import { protectionMarket } from '#analytics/protection/protection-market.ts';
import {
  type ProgrammeState,
  type RollingPlan,
  programmeSummary,
  startProgramme,
  stepProgramme,
} from '#analytics/protection/rolling-programme.ts';
import { DAY_MS, epochMs } from '#base/time.ts';
import type { ProgrammeWalk } from '#analytics/protection/programme-walk.ts';
import { openFile } from '#feed/open-file.ts';
import { createSampleSource } from '#feed/sample-source.ts';
import type { OptionChain } from '#market/option-chain.ts';
import { runReport } from './run-report.ts';

const FILE = '../shared/data/recordings/deribit-2026-02-crash-days.jsonl.gz';

const planUntil = (until: number): RollingPlan => ({
  amount: 10,
  entry: null,
  floor: { by: 'spot', share: 0.9 },
  horizon: { kind: 'rolling', every: 'week', until: epochMs(until) },
  structure: { kind: 'put' },
  funding: 'cash',
  fees: null,
});

function step(state: ProgrammeState, chain: OptionChain): ProgrammeState {
  return stepProgramme(state, protectionMarket(chain, analyseChainFrom(chain, DEFAULT_SETTINGS, null)));
}

/** The programme stepped through every look of the recording by hand, once for all tests. */
async function steppedThrough(): Promise<{ readonly state: ProgrammeState; readonly looks: number }> {
  const opened = await openFile(new Blob([readFileSync(FILE)]), { name: 'crash.jsonl.gz', at: epochMs(0) });
  if (!opened.ok) throw new Error(opened.error.detail);
  const { replay } = opened.value;
  const chains = replay.stops('BTC').flatMap((stop) => replay.snapshot('BTC', stop).chain ?? []);
  let state = startProgramme(planUntil(chains.at(-1)!.asOf));
  for (const chain of chains) state = step(state, chain);
  return { state, looks: chains.length };
}
let stepping: ReturnType<typeof steppedThrough> | null = null;
const stepped = () => (stepping ??= steppedThrough());

describe.skipIf(!existsSync(FILE))(
  'a weekly floor through the crash days (skipped without ../shared/data)',
  () => {
    it('is bought, pays what the price fell below its strike, and is bought again', async () => {
      const { state, looks } = await stepped();
      expect(looks).toBeGreaterThan(30);
      expect(state.points).toHaveLength(looks);
      expect(state.rolls.length).toBeGreaterThanOrEqual(1);
      for (const { settled, strike, contracts } of state.rolls) {
        const payout = Math.max(0, (strike ?? 0) - (settled?.price ?? 0)) * contracts;
        expect(Math.abs((settled?.payout ?? 0) - payout)).toBeLessThanOrEqual(
          1 + 0.0002 * (settled?.price ?? 0) * contracts,
        );
      }
      const summary = programmeSummary(state)!;
      console.log('weekly 90 % floor, 10 BTC, crash days:', JSON.stringify(summary));
      // the price fell by a fifth: a floor at 90 % brought back more than it cost
      expect(summary.net).toBeGreaterThan(0);
      expect(summary.unhedged).toBeLessThan(0);
    });

    it('prints the same rolls from the command line, where marks between purchases look at less', async () => {
      const words = '10 BTC floor 90% rolled weekly cash';
      const printed = await runReport([FILE, '--protect', words, '--format', 'json']);
      if (!printed.ok) throw new Error(printed.error);
      const { programme } = JSON.parse(printed.value) as { readonly programme: ProgrammeWalk };
      const { state } = await stepped();
      const byHand = [...state.rolls, ...(state.open === null ? [] : [state.open.roll])];
      const outcome = ({ boughtAt, strike, paid, settled }: (typeof byHand)[number]) => [
        boughtAt,
        strike,
        paid,
        settled?.payout,
      ];
      expect(programme.records[0]?.rolls.map(outcome)).toEqual(byHand.map(outcome));
    });
  },
);

describe('a weekly floor on the sample market', () => {
  it('can be stepped over months within seconds', async () => {
    const startedAt = epochMs(Date.UTC(2026, 5, 5, 9));
    let now = startedAt;
    const source = createSampleSource({ seed: 7, startedAt, now: () => now });
    const { signal } = new AbortController();
    let state = startProgramme(planUntil(startedAt + 84 * DAY_MS));
    const start = performance.now();
    for (let week = 0; week <= 12; week += 1) {
      now = epochMs(startedAt + 7 * week * DAY_MS);
      await source.fetchIndex('BTC', signal);
      const answer = await source.fetchChain('BTC', signal);
      if (!answer.ok) throw new Error(answer.error.kind);
      state = step(state, answer.value.chain);
    }
    const summary = programmeSummary(state)!;
    console.log(`sample, 12 weeks in ${(performance.now() - start).toFixed(0)} ms:`, JSON.stringify(summary));
    expect(state.rolls).toHaveLength(12);
    expect(state.missed).toEqual([]);
    expect(state.rolls.every(({ settled }) => (settled?.lateMs ?? DAY_MS) < DAY_MS)).toBe(true);
    expect(summary.paid).toBeGreaterThan(summary.fees);
  });
});
