import { assert as check, double, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, epochMs } from '#base/time.ts';
import type { BookLevel, OrderBook } from '#market/order-book.ts';
import { tickAt } from '#market/tick-table.ts';
import { blackPrice } from '#quant/black/black-price.ts';
import { analyseChainFrom } from '../analyse-chain.ts';
import { DEFAULT_SETTINGS } from '../analysis-settings.ts';
import {
  SYNTHETIC_NOW,
  type SyntheticExpiry,
  syntheticChain,
  withQuotes,
} from '../testing/synthetic-chain.ts';
import type { HedgeBill } from './hedge-bill.ts';
import { hedgedValue } from './hedge-payoff.ts';
import { answerPlan } from './plan-answer.ts';
import { type ProtectionMarket, protectionMarket } from './protection-market.ts';
import type { ProtectionPlan, Structure } from './protection-plan.ts';
import { studyProtection } from './protection-study.ts';

const smirk = (k: number): number => 0.5 * Math.sqrt(1 + 0.6 * (-0.5 * k + Math.sqrt(k * k + 0.04) - 0.2));
const month: SyntheticExpiry = {
  days: 30,
  forward: 100_500,
  strikes: Array.from({ length: 45 }, (_, i) => 50_000 + 2500 * i),
  vol: smirk,
};
const EXPIRIES = [month, { ...month, days: 90, forward: 101_500 }];
const chain = syntheticChain(EXPIRIES);
const paidInQuote = (one: SyntheticExpiry): SyntheticExpiry => ({ ...one, premiumUnit: 'quote' });
const linear = syntheticChain(EXPIRIES.map(paidInQuote));
const marketOf = (one: typeof chain): ProtectionMarket =>
  protectionMarket(one, analyseChainFrom(one, DEFAULT_SETTINGS, null));
const market = marketOf(chain);
const inCash = marketOf(linear);
const at = (days: number) => epochMs(SYNTHETIC_NOW + days * DAY_MS);

const plan: ProtectionPlan = {
  amount: 10,
  entry: null,
  floor: { by: 'forward', share: 0.85 },
  horizon: { kind: 'expiry', expiry: at(30), series: null },
  structure: { kind: 'put' },
  funding: 'from-holding',
  fees: null,
};
const TERMS = { bids: null, taker: 0.0005, fundingPerYear: 0.08 };
const STRUCTURES: readonly Structure[] = [
  { kind: 'put' },
  { kind: 'put-spread', lower: { by: 'forward', share: 0.7 } },
  { kind: 'collar', cap: { by: 'delta', delta: 0.2 } },
  { kind: 'zero-cost-collar' },
  { kind: 'put-ratio', lower: { by: 'spot', share: 0.75 }, ratio: 2 },
  { kind: 'short-future', terms: TERMS },
  { kind: 'short-perpetual', terms: TERMS },
];

function billed(change: Partial<ProtectionPlan> = {}, on: ProtectionMarket = market): HedgeBill {
  const answer = answerPlan(on, { ...plan, ...change });
  if (!answer.ok) throw new Error(answer.error.reason);
  return answer.value;
}
const reasonOf = (change: Partial<ProtectionPlan>, on: ProtectionMarket = market): string => {
  const answer = answerPlan(on, { ...plan, ...change });
  return answer.ok ? 'a bill' : answer.error.reason;
};

function nonFinite(value: unknown, path = 'study'): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (value === undefined) return [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => nonFinite(part, `${path}.${key}`));
}

describe('the study of a plan', () => {
  it.each(STRUCTURES)(
    'by $kind has bills whose parts add up, and nothing that is not finite',
    (structure) => {
      for (const on of [market, inCash]) {
        const study = studyProtection(on, { ...plan, structure });
        expect(nonFinite(study)).toEqual([]);
        expect(study.everyExpiry).toHaveLength(2);
        expect(structuredClone(study)).toEqual(study);
        const answers = [
          study.answer,
          ...study.everyExpiry.map(({ answer }) => answer),
          // Beside other structures nobody has told what a perpetual's funding is.
          ...study.structures.flatMap(({ answer }) =>
            !answer.ok && answer.error.reason === 'no-funding' ? [] : [answer],
          ),
        ];
        expect(answers.length).toBeGreaterThanOrEqual(9);
        for (const answer of answers) {
          if (!answer.ok) throw new Error(answer.error.reason);
          const { parts, total } = answer.value;
          let sum = 0;
          for (const { amounts } of parts) sum += amounts?.perUnit ?? 0;
          expect(sum).toBe(total.perUnit);
          for (const unit of ['quote', 'coin', 'share', 'perDay'] as const) {
            const units = parts.reduce((all, { amounts }) => all + (amounts?.[unit] ?? 0), 0);
            expect(Math.abs(units - (total[unit] ?? 0))).toBeLessThan(
              1e-9 * Math.max(1, Math.abs(total.quote)),
            );
          }
        }
      }
    },
  );

  it('explains every part with inputs that give it again', () => {
    const { why, answer } = studyProtection(market, { ...plan, funding: 'cash' });
    if (!answer.ok) throw new Error('no bill');
    const ids = why.map(({ id }) => id);
    expect(ids).toEqual([
      ...answer.value.parts.map(({ id }) => id),
      'total',
      'contracts',
      'maximum-loss',
      'break-even',
    ]);
    const flat = why.find(({ id }) => id === 'flat-atm')!;
    const input = (symbol: string): number =>
      flat.inputs.find((one) => one.symbol === symbol)?.value ?? Number.NaN;
    const again =
      input('u') * blackPrice(input('F'), input('K'), input('σ_ATM'), input('T'), input('df'), 'put');
    expect(again).toBeCloseTo(flat.value ?? 0, 9);
    for (const { worked } of why) expect(worked).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('names why a plan cannot be carried out', () => {
    expect(reasonOf({ floor: { by: 'forward', share: 0.2 } })).toBe('no-strike');
    expect(reasonOf({ horizon: { kind: 'date', at: at(200) } })).toBe('beyond-last-expiry');
    expect(reasonOf({ horizon: { kind: 'expiry', expiry: at(31), series: null } })).toBe('no-expiry');
    expect(reasonOf({ amount: 0.01 })).toBe('below-minimum-trade');
    expect(reasonOf({ floor: { by: 'spot', share: 0.85 } }, { ...market, spot: null })).toBe('no-spot');
    expect(reasonOf({ structure: { kind: 'put-spread', lower: { by: 'forward', share: 0.9 } } })).toBe(
      'strikes-out-of-order',
    );
    const expiries = market.expiries.map((one) => ({
      ...one,
      puts: one.puts.filter(({ instrument }) => instrument.strike <= 90_000),
    }));
    const low = answerPlan({ ...market, expiries }, { ...plan, floor: { by: 'loss', share: 0.05 } });
    expect(low).toMatchObject({ ok: false, error: { reason: 'loss-out-of-reach' } });
    expect(low.ok || low.error.reachable! > 0.1).toBe(true);
    const bidless = marketOf(
      withQuotes(chain, ({ instrument }) => (instrument.right === 'call' ? { bid: null } : {})),
    );
    expect(reasonOf({ structure: { kind: 'zero-cost-collar' } }, bidless)).toBe('no-bid');
    expect(reasonOf({ floor: { by: 'forward', share: 1.3 }, structure: { kind: 'zero-cost-collar' } })).toBe(
      'cannot-finance',
    );
  });

  it('serves a date between expiries with the next one and shows what is not tradable beside it', () => {
    const bill = billed({ horizon: { kind: 'date', at: at(60) } });
    expect(bill.expiry).toBe(at(90));
    const { days, perUnit, leftPerUnit, forward } = bill.interpolated!;
    expect(days).toBeCloseTo(60, 10);
    const put = bill.legs[0]!;
    // total variance linear in time at fixed log-strike between two equal smiles is flat in vol
    const vol = smirk(Math.log(put.strike / forward));
    expect(forward).toBeCloseTo(100_000 * (101_500 / 100_000) ** (60 / 90), 6);
    const known = (put.units / 10) * blackPrice(forward, put.strike, vol, 60 / 365, 1, 'put');
    expect(Math.abs(perUnit / known - 1)).toBeLessThan(0.01);
    expect(leftPerUnit).toBeGreaterThan(0);
    expect(leftPerUnit).toBeLessThan(bill.total.perUnit);
    expect(billed().interpolated).toBeNull();
  });

  it('estimates a rolling programme by whole rolls at today’s price', () => {
    const horizon = { kind: 'rolling', every: 'month', until: at(100) } as const;
    const { programme, answer } = studyProtection(market, { ...plan, horizon });
    if (!answer.ok) throw new Error('no bill');
    expect(programme).toEqual({
      every: 'month',
      until: at(100),
      rolls: 4,
      perRoll: answer.value.total.quote,
      total: 4 * answer.value.total.quote,
    });
    expect(answer.value.amortisation.annualRolls.rolls).toBe(13);
    expect(answer.value.amortisation.annualSimple).toBeCloseTo((answer.value.total.share * 365) / 30, 12);
  });
});

describe('laws of the bills', () => {
  it('cost no less for a higher floor, at every expiry', () => {
    for (const on of [market, inCash]) {
      for (const { expiry } of on.expiries) {
        const totals = [0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1].map(
          (share) =>
            billed(
              {
                floor: { by: 'forward', share },
                horizon: { kind: 'expiry', expiry, series: null },
                funding: 'cash',
              },
              on,
            ).total.perUnit,
        );
        expect(totals).toEqual(totals.toSorted((a, b) => a - b));
      }
    }
  });

  it('find the cheapest strike that keeps a loss, and none cheaper does', () => {
    const bill = billed({ floor: { by: 'loss', share: 0.15 } });
    expect(bill.maximumLoss.share).toBeLessThanOrEqual(0.15);
    const lower = billed({ floor: { by: 'strike', strike: (bill.floorStrike ?? 0) - 2500 } });
    expect(lower.total.perUnit).toBeLessThan(bill.total.perUnit);
    expect(lower.maximumLoss.share).toBeGreaterThan(0.15);
  });

  it('of a zero-cost collar are nothing within one tick, for sizes great and small', () => {
    check(
      property(
        record({
          lots: integer({ min: 20, max: 5000 }),
          share: double({ min: 0.7, max: 0.97, noNaN: true }),
        }),
        ({ lots, share }) => {
          for (const on of [market, inCash]) {
            const { legs, amount, total, parts } = billed(
              {
                amount: lots / 10,
                floor: { by: 'forward', share },
                structure: { kind: 'zero-cost-collar' },
                funding: 'from-holding',
              },
              on,
            );
            const delivery = parts.find(({ id }) => id === 'delivery')?.amounts?.perUnit ?? 0;
            const [put] = legs;
            const instrument = on.expiries[0]!.puts.find(
              (one) => one.instrument.name === put!.instrument,
            )!.instrument;
            const scale = on === market ? put!.forward : 1;
            const tick = tickAt(instrument.ticks, put!.bestPrice);
            // where the tick is finer than that, half a lot moved from one call to the other is all that can be ordered
            const gap = Math.abs((legs[1]?.bestPrice ?? 0) - (legs[2]?.bestPrice ?? 0));
            const finest = Math.max(tick, (0.0501 * gap) / amount);
            expect(Math.abs(total.perUnit - delivery) / scale).toBeLessThanOrEqual(finest);
            if (on === market) expect(finest).toBe(tick);
            const sold = legs.slice(1).reduce((sum, { units }) => sum + units, 0);
            expect(sold).toBeCloseTo(put!.units, 9);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never cost less a contract for twice the size, and never beat the best price', () => {
    const levels = (from: number, step: number): readonly BookLevel[] =>
      Array.from({ length: 8 }, (_, i) => ({ price: from + step * i, size: 3 + 2 * i }));
    const books = new Map<string, OrderBook>(
      market.expiries[0]!.puts.map(({ instrument, quote }) => [
        instrument.name,
        {
          instrument: instrument.name,
          at: SYNTHETIC_NOW,
          bids: levels(quote?.bid ?? 0.001, -0.00005),
          asks: levels(quote?.ask ?? 0.002, 0.0003),
        },
      ]),
    );
    const walked = marketOf({ ...chain, books });
    check(
      property(double({ min: 0.2, max: 34, noNaN: true }), (amount) => {
        const paid = (units: number): number => {
          const { legs } = billed({ amount: units, funding: 'cash' }, walked);
          const [put] = legs;
          expect(put!.averagePrice).toBeGreaterThanOrEqual(put!.bestPrice);
          expect(put!.depth).toBe('book');
          return put!.averagePrice + (put!.parts.fee ?? 0) / put!.forward / (put!.units / units);
        };
        expect(paid(2 * amount)).toBeGreaterThanOrEqual(paid(amount) * (1 - 1e-12));
      }),
      { numRuns: 60 },
    );
    const sizes = studyProtection(walked, plan).sizes;
    expect(sizes.at(-1)).toMatchObject({ reason: 'beyond-book', cost: null });
    expect(sizes.at(-1)?.fillable).toBeCloseTo(80 / 989, 3);
    const spread = billed(
      {
        structure: { kind: 'put-spread', lower: { by: 'forward', share: 0.7 } },
        funding: 'cash',
        amount: 20,
      },
      walked,
    );
    const [bought, sold] = spread.legs;
    expect(sold!.side).toBe('sell');
    expect(sold!.averagePrice).toBeLessThan(sold!.bestPrice);
    expect(bought!.averagePrice).toBeGreaterThan(bought!.bestPrice);
    expect(spread.parts.find(({ id }) => id === 'slippage')!.amounts!.perUnit).toBeCloseTo(
      bought!.parts.slippage + sold!.parts.slippage,
      9,
    );
  });

  it('agree between structures that parity makes equal: a collar on one strike is the forward sold', () => {
    for (const on of [market, inCash]) {
      const strike = 100_000;
      const collar = billed(
        {
          floor: { by: 'strike', strike },
          structure: { kind: 'collar', cap: { by: 'strike', strike: 102_500 } },
          funding: 'cash',
        },
        on,
      );
      const spread = billed(
        {
          floor: { by: 'strike', strike: 102_500 },
          structure: { kind: 'put-spread', lower: { by: 'strike', strike } },
          funding: 'cash',
        },
        on,
      );
      // put(K1) − call(K2) = [put(K1) − put(K2)] + put(K2) − call(K2) = −spread + (K2 − F), all at mid
      const atMid = ({ parts }: HedgeBill): number =>
        (parts[0]?.amounts?.perUnit ?? 0) + (parts[1]?.amounts?.perUnit ?? 0);
      const parity = 102_500 - 100_500 - atMid(spread);
      expect(Math.abs(atMid(collar) - parity)).toBeLessThan(30);
    }
  });

  it('lock the forward with a future, whatever happens', () => {
    const bill = billed({ structure: STRUCTURES[5]! });
    for (const price of [1, 60_000, 150_000]) {
      expect(hedgedValue(bill.payoff, price)).toBeCloseTo(10 * (100_500 - 0.0005 * 100_500), 6);
    }
    expect(bill.parts.find(({ id }) => id === 'basis')?.amounts?.perUnit).toBe(-500);
    expect(bill.unknown).toEqual(['half-spread', 'slippage']);
  });

  it('tell the delivery fee that Black’s own law of the smile expects', () => {
    const bill = billed({ floor: { by: 'forward', share: 1 }, funding: 'cash' });
    const fee = bill.parts.find(({ id }) => id === 'delivery')!.amounts!.perUnit;
    const [put] = bill.legs;
    // flat law at the put's own vol, integrated on a grid: the smile's slope moves it a little
    const deviation = put!.midVol * Math.sqrt(30 / 365);
    let expected = 0;
    const n = 40_000;
    for (let i = 0; i < n; i += 1) {
      const z = -8 + (16 * (i + 0.5)) / n;
      const price = 100_500 * Math.exp(deviation * z - deviation ** 2 / 2);
      const payout = Math.max(put!.strike - price, 0);
      const weight = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * (16 / n);
      expected += weight * Math.min(0.00015 * price, 0.125 * payout);
    }
    expect(Math.abs(fee / expected - 1)).toBeLessThan(0.05);
  });
});

describe('the hedge after a shock', () => {
  const { shocks, answer } = studyProtection(market, plan);
  const bill = answer.ok ? answer.value : null;

  it('is worth the same where nothing moves, and leaving it costs spread and fees', () => {
    const still = shocks.find(({ shock, dynamics }) => shock.gap === 0 && dynamics === 'sticky-strike')!;
    expect(still.valueAfter).toBeCloseTo(still.valueBefore, 9);
    const { parts } = bill!;
    const half = parts.find(({ id }) => id === 'half-spread')!.amounts!.quote;
    expect(Math.abs(still.halfSpread / half - 1)).toBeLessThan(0.1);
    expect(still.exitValue).toBeCloseTo(still.valueAfter - still.halfSpread - (still.fees ?? 0), 9);
    expect(still.hedgedChange).toBeLessThan(0);
  });

  it('gains what the holding loses the more the deeper the gap, and holds more when vols follow strikes', () => {
    const values = [-0.1, -0.2, -0.3, -0.4].map((gap) =>
      shocks.find(({ shock, dynamics }) => shock.gap === gap && dynamics === 'sticky-strike')!,
    );
    values.slice(1).forEach((deeper, index) => {
      expect(deeper.valueAfter).toBeGreaterThan(values[index]!.valueAfter);
      expect(deeper.hedgedChange).toBeGreaterThan(deeper.unhedgedChange);
    });
    const [fall] = values;
    const put = bill!.legs[0]!;
    const known =
      put.units *
      blackPrice(
        put.forward * 0.9,
        put.strike,
        put.midVol +
          0.05 +
          0.01 *
            Math.min(
              3,
              -Math.log(put.strike / (0.9 * put.forward)) / ((bill!.atmVol ?? 0) * Math.sqrt(30 / 365)),
            ),
        30 / 365,
        1,
        'put',
      );
    expect(fall!.valueAfter).toBeCloseTo(known, 6);
  });
});
