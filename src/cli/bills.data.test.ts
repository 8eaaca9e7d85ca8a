import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyseChainFrom } from '#analytics/analyse-chain.ts';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import type { HedgeBill } from '#analytics/protection/hedge-bill.ts';
import { answerPlan } from '#analytics/protection/plan-answer.ts';
import { protectionMarket } from '#analytics/protection/protection-market.ts';
import type { ProtectionPlan, Structure } from '#analytics/protection/protection-plan.ts';
import { loadChain } from './load-chain.ts';

const FOLDER = '../shared/data';
const days = ['recordings', 'cboe'].flatMap((folder) => {
  const path = `${FOLDER}/${folder}`;
  const names = existsSync(path) ? readdirSync(path).filter((name) => !name.includes('crash-days')) : [];
  return names.map((name) => [`${path}/${name}`, folder === 'cboe' ? 'SPX' : 'BTC'] as const);
});
const lower = { by: 'spot', share: 0.7 } as const;
const STRUCTURES: readonly Structure[] = [
  { kind: 'put' },
  { kind: 'put-spread', lower },
  { kind: 'collar', cap: { by: 'spot', share: 1.15 } },
  { kind: 'zero-cost-collar' },
  { kind: 'put-ratio', lower, ratio: 2 },
  { kind: 'short-future', terms: { bids: null, taker: null, fundingPerYear: null } },
];
const PLAN: Omit<ProtectionPlan, 'amount' | 'horizon' | 'structure'> = {
  entry: null,
  floor: { by: 'spot', share: 0.85 },
  funding: 'from-holding',
  fees: null,
};

function expectSane({ parts, total, legs, maximumLoss, breakEvens, structure, forward }: HedgeBill): void {
  let sum = 0;
  for (const { amounts } of parts) sum += amounts?.perUnit ?? 0;
  expect(sum).toBe(total.perUnit);
  const part = (wanted: string): number => parts.find(({ id }) => id === wanted)?.amounts?.perUnit ?? 0;
  expect(part('slippage')).toBeGreaterThanOrEqual(0);
  expect(part('half-spread')).toBeGreaterThan(-1e-6 * forward);
  // A future far out earns what money earns until then.
  expect(Math.abs(total.share)).toBeLessThan(0.5);
  for (const { midVol, averagePrice } of legs) {
    expect(midVol).toBeGreaterThan(0.03);
    expect(midVol).toBeLessThan(3);
    expect(averagePrice).toBeGreaterThan(0);
  }
  // Two puts sold for one bought lose more than the holding.
  if (structure !== 'put-ratio') expect(maximumLoss.share).toBeLessThanOrEqual(1);
  expect(breakEvens.length).toBeGreaterThan(0);
}

describe.skipIf(days.length === 0)('a floor by every structure (skipped without ../shared/data)', () => {
  it.each(days)('on %s has at every expiry a sane bill or a reason of the market', async (file, asset) => {
    const chain = await loadChain(file, asset);
    if (!chain.ok) throw new Error(chain.error);
    const market = protectionMarket(chain.value, analyseChainFrom(chain.value, DEFAULT_SETTINGS, null));
    const [amount, step] = asset === 'SPX' ? [1000, 4] : [10, 1];
    const reasons = new Set<string>();
    let bills = 0;
    for (const { expiry, series } of market.expiries.filter((_, index) => index % step === 0)) {
      for (const structure of STRUCTURES) {
        const horizon = { kind: 'expiry', expiry, series } as const;
        const answer = answerPlan(market, { ...PLAN, amount, horizon, structure });
        if (answer.ok) {
          expectSane(answer.value);
          bills += 1;
        } else {
          reasons.add(answer.error.reason);
        }
      }
    }
    expect(bills).toBeGreaterThan(20);
    // A day may lack a strike or a bid; what was made of it must not stand in the way.
    for (const reason of ['no-forward', 'no-spot', 'no-expiry', 'no-delta', 'below-minimum-trade']) {
      expect(reasons).not.toContain(reason);
    }
  });
});
