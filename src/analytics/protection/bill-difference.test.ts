import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY_MS, epochMs } from '#base/time.ts';
import type { OptionChain } from '#market/option-chain.ts';
import type { Quote } from '#market/quote.ts';
import { analyseChainFrom } from '../analyse-chain.ts';
import { DEFAULT_SETTINGS } from '../analysis-settings.ts';
import { SYNTHETIC_NOW, syntheticChain, withQuotes } from '../testing/synthetic-chain.ts';
import { billDifference } from './bill-difference.ts';
import type { HedgeBill } from './hedge-bill.ts';
import { answerPlan } from './plan-answer.ts';
import { protectionMarket } from './protection-market.ts';
import type { ProtectionPlan } from './protection-plan.ts';

const plan: ProtectionPlan = {
  amount: 10,
  entry: null,
  floor: { by: 'strike', strike: 85_000 },
  horizon: { kind: 'date', at: epochMs(SYNTHETIC_NOW + 20 * DAY_MS) },
  structure: { kind: 'put' },
  funding: 'cash',
  fees: null,
};

interface Venue {
  readonly level?: number;
  readonly halfSpreadTicks?: number;
  readonly days?: number;
  readonly first?: number;
  readonly inCoin?: boolean;
  readonly sizes?: Partial<Quote>;
}

function chainOf(venue: Venue): OptionChain {
  const { level = 0.5, days = 30, first = 60_000, inCoin = true } = venue;
  const chain = syntheticChain([
    {
      days,
      forward: 100_000,
      strikes: Array.from({ length: 31 }, (_, i) => first + 2500 * i),
      vol: (k) => level + 0.3 * k * k - 0.1 * k,
      premiumUnit: inCoin ? 'underlying' : 'quote',
      halfSpreadTicks: venue.halfSpreadTicks ?? 1,
    },
  ]);
  return withQuotes(chain, () => venue.sizes ?? { bidSize: 40, askSize: 40 });
}

function billAt(venue: Venue = {}, change: Partial<ProtectionPlan> = {}): HedgeBill {
  const chain = chainOf(venue);
  const market = protectionMarket(chain, analyseChainFrom(chain, DEFAULT_SETTINGS, null));
  const answer = answerPlan(market, { ...plan, ...change });
  if (!answer.ok) throw new Error(answer.error.reason);
  return answer.value;
}

it('finds the dearer vol dearer by what the two bills differ by, part by part', () => {
  const [a, b] = [billAt({ level: 0.6 }), billAt({ level: 0.5, inCoin: false })];
  const found = billDifference(a, b);
  expect(found).toMatchObject({ cheaper: 'b', notAlike: [], leftOut: [] });
  expect(found.share).toBeCloseTo(a.total.perUnit / a.forward - b.total.perUnit / b.forward, 14);
  const parts = found.parts.reduce((sum, { difference }) => sum + (difference ?? Number.NaN), 0);
  expect(parts).toBeCloseTo(found.share, 14);
  expect(found.interval[0]).toBeGreaterThan(0);
});

it('leaves open what half-spreads and slippage may save on either side', () => {
  const [a, b] = [billAt({ halfSpreadTicks: 4 }), billAt({ halfSpreadTicks: 2 })];
  const { share, interval, cheaper } = billDifference(a, b);
  const middle = ({ parts, forward }: HedgeBill): number =>
    parts
      .filter(({ id }) => id !== 'half-spread' && id !== 'slippage')
      .reduce((sum, { amounts }) => sum + (amounts?.perUnit ?? 0), 0) / forward;
  const whole = ({ total, forward }: HedgeBill): number => total.perUnit / forward;
  expect(interval[0]).toBeCloseTo(middle(a) - whole(b), 12);
  expect(interval[1]).toBeCloseTo(whole(a) - middle(b), 12);
  expect(cheaper).toBe('b');
  expect(interval[0]).toBeLessThan(0);
  expect(interval[1]).toBeGreaterThan(share);
});

it('is the same the other way round with its sign turned, whatever the two markets', () => {
  const venue = fc.record({
    level: fc.integer({ min: 30, max: 90 }).map((n) => n / 100),
    halfSpreadTicks: fc.integer({ min: 1, max: 5 }),
    inCoin: fc.boolean(),
  });
  fc.assert(
    fc.property(venue, venue, (one, two) => {
      const [a, b] = [billAt(one), billAt(two)];
      const [there, back] = [billDifference(a, b), billDifference(b, a)];
      expect(there.share).toBeCloseTo(-back.share, 12);
      expect(there.interval[0]).toBeCloseTo(-back.interval[1], 12);
      expect(there.interval[0]).toBeLessThanOrEqual(there.share);
      expect(there.interval[1]).toBeGreaterThanOrEqual(there.share);
      expect({ a: 'b', b: 'a', null: null }[String(there.cheaper)]).toBe(back.cheaper);
    }),
    { numRuns: 8 },
  );
});

it('says when two bills are not for the same strike, day or structure', () => {
  const own = billAt();
  expect(billDifference(own, own)).toMatchObject({ share: 0, cheaper: null, notAlike: [] });
  expect(billDifference(own, billAt({ days: 37 })).notAlike).toEqual(['other-expiry']);
  expect(billDifference(own, billAt({ first: 61_000 })).notAlike).toEqual(['other-strikes']);
  const spread = billAt({}, { structure: { kind: 'put-spread', lower: { by: 'strike', strike: 70_000 } } });
  expect(billDifference(own, spread).notAlike).toEqual(['other-structure', 'other-strikes']);
});

it('does not call a price cheaper whose size nobody has told, unless neither is known', () => {
  const unsized = { bidSize: null, askSize: null };
  const found = billDifference(billAt(), billAt({ level: 0.4, sizes: unsized }));
  expect(found).toMatchObject({ cheaper: 'b', notAlike: ['size-not-known'] });
  const dear = billDifference(billAt(), billAt({ level: 0.6, sizes: unsized }));
  expect(dear).toMatchObject({ cheaper: 'a', notAlike: [] });
  const neither = billDifference(billAt({ sizes: unsized }), billAt({ level: 0.4, sizes: unsized }));
  expect(neither.notAlike).toEqual([]);
});

it('leaves a fee that one venue does not tell out of both sums', () => {
  const own = billAt();
  const parts = own.parts.map((part) => (part.id === 'fee' ? { ...part, amounts: null } : part));
  const found = billDifference(own, { ...own, parts });
  expect(found).toMatchObject({ leftOut: ['fee'], share: 0, cheaper: null });
  expect(found.parts.find(({ id }) => id === 'fee')).toMatchObject({ b: null, difference: null });
});
