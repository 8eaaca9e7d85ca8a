import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPlan } from '#analytics/protection/plan-text.ts';
import { epochMs } from '#base/time.ts';
import {
  DEFAULT_PLAN,
  FLOOR_UNITS,
  type PlanForm,
  planCode,
  readPlanCode,
  ROLLS,
  STRUCTURES,
  withAmount,
} from './plan-form.ts';
import { planWords } from './plan-in-words.ts';

const NOW = epochMs(Date.UTC(2026, 6, 8, 12));
const share = fc.integer({ min: 1, max: 9900 }).map((n) => n / 100);
const days = fc.integer({ min: 1, max: 900 });
const form: fc.Arbitrary<PlanForm> = fc.record({
  amount: fc.integer({ min: 1, max: 99_999_999 }).map((n) => n / 1000),
  unit: fc.constantFrom(...FLOOR_UNITS),
  level: share,
  horizon: fc.oneof(
    days.map((n) => ({ kind: 'days' as const, days: n })),
    fc.constantFrom('31JUL26', '4SEP26').map((date) => ({ kind: 'date' as const, date })),
    fc.record({ kind: fc.constant('rolling' as const), every: fc.constantFrom(...ROLLS), days }),
  ),
  structure: fc.constantFrom(...STRUCTURES),
  second: fc.option(share),
  entry: fc.option(share),
  cash: fc.boolean(),
  taker: fc.option(fc.constantFrom(0.03, 0.05)),
});

/** Two puts are named by their strikes, so that a loss cannot name the upper one. */
const canBeSaid = ({ unit, structure }: PlanForm): boolean =>
  unit !== 'loss' || !['put-spread', 'put-ratio'].includes(structure);

it('reads back every plan that a link holds', () => {
  fc.assert(
    fc.property(form, (plan) => {
      expect(readPlanCode(planCode(plan))).toEqual(plan);
    }),
  );
});

it('says nothing on codes that hold no plan', () => {
  const broken = [
    '',
    '10',
    '0~spot~85~30d~put',
    'x~spot~85~30d~put',
    '10~spot~85~soon~put',
    '10~spot~85~30d~shout',
    '10~spot~x~30d~put',
  ];
  for (const text of broken) expect(readPlanCode(text), text).toBeNull();
});

it('writes words that the report’s command line understands as the same plan', () => {
  fc.assert(
    fc.property(form.filter(canBeSaid), (plan) => {
      const whole = { ...plan, second: plan.second ?? plan.level * 0.9 };
      const read = readPlan(planWords(whole), NOW);
      if (!read.ok) throw new Error(`${planWords(whole)}: ${read.error}`);
      expect(read.value.plan.amount).toBe(plan.amount);
      expect(read.value.plan.entry).toBe(plan.entry);
      const future = plan.structure === 'future' || plan.structure === 'perpetual';
      expect(read.value.plan.structure.kind).toBe(future ? `short-${plan.structure}` : plan.structure);
      if (!future) expect(read.value.plan.floor.by).toBe(plan.unit);
    }),
  );
});

it('is fifteen percent down for a month of as much as the market suggests, unless said otherwise', () => {
  expect(planWords(withAmount(DEFAULT_PLAN, 10))).toBe('10 floor 85% 30d');
  expect(planWords(withAmount(DEFAULT_PLAN, 1000))).toBe('1000 floor 85% 30d');
  expect(withAmount({ ...DEFAULT_PLAN, amount: 3 }, 1000).amount).toBe(3);
});

it('leaves an amount that was not typed out of the link', () => {
  const open = { ...DEFAULT_PLAN, level: 90 };
  expect(planCode(open)).toBe('~spot~90~30d~put');
  expect(readPlanCode(planCode(open))).toEqual(open);
});
