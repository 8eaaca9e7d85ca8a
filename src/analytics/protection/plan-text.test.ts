import { assert as check, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, epochMs } from '#base/time.ts';
import type { ProtectionPlan } from './protection-plan.ts';
import { readPlan } from './plan-text.ts';

const NOW = epochMs(Date.UTC(2026, 6, 8, 12));
const month = { kind: 'date', at: epochMs(NOW + 30 * DAY_MS) } as const;
const July = { kind: 'date', at: epochMs(Date.UTC(2026, 6, 31, 8)) } as const;

function planOf(text: string): ProtectionPlan {
  const read = readPlan(text, NOW);
  if (!read.ok) throw new Error(read.error);
  return read.value.plan;
}

describe('a plan in words', () => {
  it('is amount, coin, floor and horizon', () => {
    expect(readPlan('10 BTC floor 85% 30d', NOW)).toEqual({
      ok: true,
      value: {
        coin: 'BTC',
        plan: {
          amount: 10,
          entry: null,
          floor: { by: 'spot', share: 0.85 },
          horizon: month,
          structure: { kind: 'put' },
          funding: 'from-holding',
          fees: null,
        },
      },
    });
  });

  it.each([
    ['1 floor 52000 31JUL26', { floor: { by: 'strike', strike: 52_000 }, horizon: July }],
    ['1 floor 90%F 2026-07-31', { floor: { by: 'forward', share: 0.9 }, horizon: July }],
    ['1 put 25delta 31JUL26', { floor: { by: 'delta', delta: 0.25 }, structure: { kind: 'put' } }],
    ['1 floor loss 15% 30d', { floor: { by: 'loss', share: 0.15 }, horizon: month }],
    [
      '5 btc put spread 85%/70% 30d',
      {
        floor: { by: 'spot', share: 0.85 },
        structure: { kind: 'put-spread', lower: { by: 'spot', share: 0.7 } },
      },
    ],
    [
      '5 put ratio 85%/70% x3 30d',
      { structure: { kind: 'put-ratio', lower: { by: 'spot', share: 0.7 }, ratio: 3 } },
    ],
    ['5 collar 85%/115% 30d', { structure: { kind: 'collar', cap: { by: 'spot', share: 1.15 } } }],
    ['5 floor 85% collar 20delta 30d', { structure: { kind: 'collar', cap: { by: 'delta', delta: 0.2 } } }],
    ['5 zero-cost collar 90% 30d cash', { structure: { kind: 'zero-cost-collar' }, funding: 'cash' }],
    [
      '5 perpetual 8% 30d taker 0.05%',
      { structure: { kind: 'short-perpetual', terms: { bids: null, taker: 0.0005, fundingPerYear: 0.08 } } },
    ],
    [
      '5 floor 85% monthly for 180d entry 70000 taker 0.02% cap 7%',
      {
        horizon: { kind: 'rolling', every: 'month', until: epochMs(NOW + 180 * DAY_MS) },
        entry: 70_000,
        fees: { taker: 0.0002, premiumCap: 0.07, delivery: null },
      },
    ],
  ])('reads %s', (text, fields) => {
    const plan = planOf(text);
    for (const [key, value] of Object.entries(fields)) {
      const found = plan[key as keyof ProtectionPlan];
      expect(JSON.parse(JSON.stringify(found), rounded)).toEqual(JSON.parse(JSON.stringify(value), rounded));
    }
  });

  it.each([
    ['', /begins with an amount, was ""/],
    ['-3 floor 85% 30d', /begins with an amount/],
    ['1 floor 85%', /needs a horizon/],
    ['1 30d', /needs a floor/],
    ['1 floor 85% 31FEB26', /not understood: "31FEB26"/],
    ['1 floor abc 30d', /a level such as/],
    ['1 put spread 85% 30d', /two levels/],
    ['1 floor 85% collar 30d', /needs a cap/],
    ['1 floor 85% put spread 85%/70% 30d', /one floor/],
    ['1 floor 85% 30d 60d', /one horizon/],
    ['1 floor 85% put collar 110% 30d', /one structure/],
    ['1 floor 85% weekly for', /ends after a span/],
    ['1 floor 85% rolled daily', /weekly, monthly or quarterly/],
  ])('refuses %j in one line', (text, words) => {
    const read = readPlan(text, NOW);
    expect(read.ok ? '' : read.error).toMatch(words);
    expect(read.ok || read.error).not.toContain('\n');
  });

  it.each([
    ['rolled monthly', 'month', 365],
    ['rolled quarterly for 2y', 'quarter', 730],
    ['weekly 60d', 'week', 60],
  ] as const)('reads the programme %j', (words, every, days) => {
    const read = readPlan(`1 floor 85% ${words} cash`, NOW);
    const until = epochMs(NOW + days * DAY_MS);
    expect(read.ok && read.value.plan.horizon).toEqual({ kind: 'rolling', every, until });
    expect(read.ok && read.value.plan.funding).toBe('cash');
  });

  it.each(['__proto__', 'constructor', 'toString'])('takes %j for the unknown word it is', (word) => {
    const error = expect.stringContaining(`not understood: "${word}"`) as string;
    expect(readPlan(`1 BTC floor 85% 30d ${word}`, NOW)).toEqual({ ok: false, error });
  });

  it('never throws, whatever is typed', () => {
    check(property(string(), (text) => typeof readPlan(`1 ${text}`, NOW).ok === 'boolean'));
  });
});

function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(12)) : value;
}
