import { describe, expect, it } from 'vitest';
import { DAY_MS, epochMs } from '#base/time.ts';
import { blackPrice } from '#quant/black/black-price.ts';
import { SYNTHETIC_NOW } from '../testing/synthetic-chain.ts';
import { workedExampleMarket } from '../testing/worked-example-market.ts';
import type { PartId } from './bill-parts.ts';
import type { HedgeBill } from './hedge-bill.ts';
import { answerPlan } from './plan-answer.ts';
import type { ProtectionMarket } from './protection-market.ts';
import type { ProtectionPlan } from './protection-plan.ts';

const MONTH = 30 / 365;
const put = (vol: number): number => blackPrice(100_000, 85_000, vol, MONTH, 1, 'put');

const plan: ProtectionPlan = {
  amount: 25,
  entry: null,
  floor: { by: 'forward', share: 0.85 },
  horizon: { kind: 'expiry', expiry: epochMs(SYNTHETIC_NOW + 30 * DAY_MS), series: null },
  structure: { kind: 'put' },
  funding: 'cash',
  fees: null,
};

function billed(market: ProtectionMarket, change: Partial<ProtectionPlan> = {}): HedgeBill {
  const answer = answerPlan(market, { ...plan, ...change });
  if (!answer.ok) throw new Error(answer.error.reason);
  return answer.value;
}
const part = (bill: HedgeBill, id: PartId) => {
  const amounts = bill.parts.find((one) => one.id === id)?.amounts;
  if (!amounts) throw new Error(`no ${id}`);
  return amounts;
};

describe.each(['quote', 'underlying'] as const)('the worked example with premiums in %s', (unit) => {
  const bill = billed(workedExampleMarket(unit));

  it.each([
    ['flat-ATM value', part(bill, 'flat-atm').perUnit, 846.519_921_820_16],
    ['skew surcharge', part(bill, 'skew').perUnit, 549.522_062_243_356],
    ['half-spread', part(bill, 'half-spread').perUnit, 100.473_192_494_005],
    ['slippage', part(bill, 'slippage').perUnit, 61.737_400_728_865],
    ['fee', part(bill, 'fee').perUnit, 30],
    ['total', bill.total.perUnit, 1588.252_577_286_386],
    ['total of the holding', bill.total.quote / 25, 1588.252_577_286_386],
    ['percent of the holding', 100 * bill.total.share, 1.588_252_577_286],
    ['cost a day', bill.total.perDay / 25, 52.941_752_576_213],
    ['straight-line cost a day', bill.amortisation.straightLine / 25, 52.941_752_576_213],
    ['break-even', bill.breakEvens[0], 83_411.747_422_713_61],
    ['vega a vol point', bill.legs[0]!.vega / 100, 66.224_633_740_757],
    ['vega of the whole hedge', bill.greeks.vegaPerPoint / 25, 66.224_633_740_757],
    ['half-spread in vol points', 100 * (part(bill, 'half-spread').vols ?? 0), 1.517_157_390_214],
    ['slippage in vol points', 100 * (part(bill, 'slippage').vols ?? 0), 0.932_242_237_391],
    ['fee in vol points', 100 * (part(bill, 'fee').vols ?? 0), 0.453_003_637_852],
    ['skew share', bill.skewShare, 0.345_991_607_445],
    ['maximum loss', bill.maximumLoss.share, 0.165_882_525_772_864],
  ])('has the %s', (_, found, known) => {
    expect(Math.abs((found ?? Number.NaN) - known)).toBeLessThan(1e-9);
  });

  it('says what is not known, and what it rests on', () => {
    expect(bill.unknown).toEqual(['delivery']);
    expect([bill.sizing.rule, bill.sizing.contracts, bill.legs[0]!.depth]).toEqual([
      'one-for-one',
      25,
      'book',
    ]);
    expect(bill.reference).toEqual({ price: 100_000, is: 'spot' });
    expect(bill.legs[0]!.sizeWithinVolPoint).toBe(20);
  });
});

describe('the worked example paid in coin out of the holding', () => {
  const market = workedExampleMarket('underlying');
  const bill = billed(market, { funding: 'from-holding' });

  it('buys as many puts as coins are left, found by walking the book for exactly that many', () => {
    const { contracts, solved, unitsLeft, lot, rule } = bill.sizing;
    // counted from the definition: premiums and fees of n contracts in coin, level by level
    const spent = (n: number): number =>
      [
        [0.605, 10],
        [0.615, 10],
        [0.63, 5],
      ].reduce(
        ({ left, coin }, [vol, size]) => {
          const take = Math.min(left, size!);
          const price = put(vol!) / 100_000;
          return { left: left - take, coin: coin + take * (price + Math.min(0.0003, 0.125 * price)) };
        },
        { left: n, coin: 0 },
      ).coin;
    expect(rule).toBe('coins-left');
    expect(solved).toBeCloseTo(25 - spent(solved), 12);
    expect(lot).toBe(0.1);
    expect(contracts).toBeCloseTo(24.6, 12);
    expect(unitsLeft).toBeCloseTo(25 - spent(24.6), 12);
    expect(bill.sizing.coinPerUnit).toBeCloseTo(spent(24.6) / 24.6, 14);
  });

  it('tells the premium in coin, at the forward and at spot, and that the basis is all that differs', () => {
    const elsewhere = billed({ ...market, spot: 99_000 }, { funding: 'from-holding' });
    const { coin, atForward, atSpot, basis } = elsewhere.premium;
    expect(atForward).toBeCloseTo((coin ?? 0) * 100_000, 8);
    expect(atSpot).toBeCloseTo((coin ?? 0) * 99_000, 8);
    expect(basis).toBeCloseTo((coin ?? 0) * 1000, 8);
  });
});
