import { describe, expect, it } from 'vitest';
import { DAY_MS, epochMs } from '#base/time.ts';
import { analyseChainFrom } from '../analyse-chain.ts';
import { DEFAULT_SETTINGS } from '../analysis-settings.ts';
import { SYNTHETIC_NOW, syntheticChain, withQuotes } from '../testing/synthetic-chain.ts';
import { type ProtectionMarket, protectionMarket } from './protection-market.ts';
import type { FeeOverride, ProtectionPlan } from './protection-plan.ts';
import { studyProtection } from './protection-study.ts';

const chain = syntheticChain(
  [30].map((days) => ({
    days,
    forward: 100_500,
    strikes: Array.from({ length: 12 }, (_, i) => 75_000 + 5000 * i),
    vol: (k: number) => 0.5 * Math.sqrt(1 + 0.6 * (-0.5 * k + Math.sqrt(k * k + 0.04) - 0.2)),
  })),
);
const analysis = analyseChainFrom(chain, DEFAULT_SETTINGS, null);
const freshMarket = (): ProtectionMarket => protectionMarket(chain, analysis);

const plan: ProtectionPlan = {
  amount: 10,
  entry: null,
  floor: { by: 'loss', share: 0.15 },
  horizon: { kind: 'expiry', expiry: epochMs(SYNTHETIC_NOW + 30 * DAY_MS), series: null },
  structure: { kind: 'zero-cost-collar' },
  funding: 'cash',
  fees: null,
};
const own: FeeOverride = { taker: 0.002, premiumCap: null, delivery: null };

describe('a study on a market that others were made on', () => {
  it('is the one made on a market of its own, whatever amount, fees, floor or structure came before', () => {
    const shared = freshMarket();
    const plans: readonly ProtectionPlan[] = [
      plan,
      { ...plan, fees: own },
      { ...plan, amount: 3 },
      { ...plan, floor: { by: 'loss', share: 0.25 } },
      { ...plan, structure: { kind: 'put' } },
      { ...plan, funding: 'from-holding' },
      plan,
    ];
    const studies = plans.map((one) => studyProtection(shared, one));
    const alone = plans.map((one) => studyProtection(freshMarket(), structuredClone(one)));
    // As text: every figure to its last digit, and thousands of them.
    expect(studies.map((one) => JSON.stringify(one))).toEqual(alone.map((one) => JSON.stringify(one)));
    const totals = studies.map(({ answer }) => (answer.ok ? answer.value.total.quote : answer.error.reason));
    expect(new Set(totals).size).toBeGreaterThanOrEqual(5);
  });

  it('is another once the market is another, though the plan is the same', () => {
    const before = studyProtection(freshMarket(), plan);
    const dearer = withQuotes(chain, ({ quote }) => ({
      ask: typeof quote?.ask === 'number' ? 1.1 * quote.ask : null,
    }));
    const other = protectionMarket(dearer, analyseChainFrom(dearer, DEFAULT_SETTINGS, null));
    const after = studyProtection(other, plan);
    const alone = protectionMarket(dearer, analyseChainFrom(dearer, DEFAULT_SETTINGS, null));
    expect(JSON.stringify(after)).toBe(JSON.stringify(studyProtection(alone, structuredClone(plan))));
    expect(after.answer).not.toEqual(before.answer);
  });
});
