import { describe, expect, it } from 'vitest';
import { DAY_MS, epochMs } from '#base/time.ts';
import { analyseChainFrom } from '../analyse-chain.ts';
import { DEFAULT_SETTINGS } from '../analysis-settings.ts';
import { SYNTHETIC_NOW, syntheticChain } from '../testing/synthetic-chain.ts';
import { type ProtectionMarket, protectionMarket } from './protection-market.ts';
import { type RollingPlan, programmeSummary, startProgramme, stepProgramme } from './rolling-programme.ts';

const WEEKLIES = [7, 14, 21, 28];
const at = (day: number) => epochMs(SYNTHETIC_NOW + day * DAY_MS);

/** A market some days on, with the weeklies that are then still listed, moved to a spot. */
function marketOn(day: number, spot: number): ProtectionMarket {
  const chain = syntheticChain(
    WEEKLIES.filter((days) => days > day).map((days) => ({
      days: days - day,
      forward: spot,
      strikes: Array.from({ length: 41 }, (_, i) => 50_000 + 2500 * i),
      vol: (k) => 0.6 - 0.3 * k,
    })),
    { indexPrice: spot },
  );
  const moved = {
    ...chain,
    asOf: at(day),
    expiries: chain.expiries.map((expiry) => ({
      series: expiry.series,
      expiry: epochMs(expiry.expiry + day * DAY_MS),
      contracts: expiry.contracts.map(({ instrument, quote }) => {
        const name = `${Math.round((expiry.expiry - SYNTHETIC_NOW) / DAY_MS + day)}-${instrument.strike}-${instrument.right}`;
        const later = epochMs(instrument.expiry + day * DAY_MS);
        return {
          instrument: Object.assign({}, instrument, { name, expiry: later }),
          quote: quote && Object.assign({}, quote, { instrument: name, at: at(day) }),
        };
      }),
    })),
  };
  return protectionMarket(moved, analyseChainFrom(moved, DEFAULT_SETTINGS, null));
}

const plan: RollingPlan = {
  amount: 10,
  entry: null,
  floor: { by: 'spot', share: 0.95 },
  horizon: { kind: 'rolling', every: 'week', until: at(21) },
  structure: { kind: 'put' },
  funding: 'cash',
  fees: null,
};
const path: readonly (readonly [number, number])[] = [
  [0, 100_000],
  [3, 97_000],
  [7, 90_000],
  [10, 91_000],
  [14, 95_000],
  [21, 93_000],
  [24, 60_000],
];
const states = [startProgramme(plan)];
for (const [day, spot] of path) states.push(stepProgramme(states.at(-1)!, marketOn(day, spot)));
const end = states.at(-1)!;

describe('a weekly rolling programme', () => {
  it('buys each week, holds to expiry, and stops when its time is over', () => {
    expect(end.rolls.map(({ boughtAt, expiry, strike }) => [boughtAt, expiry, strike])).toEqual([
      [at(0), at(7), 95_000],
      [at(7), at(14), 85_000],
      [at(14), at(21), 90_000],
    ]);
    expect(end.open).toBeNull();
    expect(end.missed).toEqual([]);
    expect(end.points).toHaveLength(path.length);
  });

  it('is paid what the strike is above the price at expiry, less the delivery fee', () => {
    const payouts = end.rolls.map(({ settled }) => settled?.payout);
    const fee = (price: number, payout: number): number => Math.min(0.000_15 * price, 0.125 * payout);
    expect(payouts[0]).toBeCloseTo(10 * (5000 - fee(90_000, 5000)), 8);
    expect(payouts.slice(1)).toEqual([0, 0]);
    expect(end.rolls.every(({ settled }) => settled?.lateMs === 0)).toBe(true);
  });

  it('adds up: what was paid and what came back, roll by roll and at every snapshot', () => {
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    const { paid, payout, fees, net, rolls, days, unhedged } = programmeSummary(end)!;
    expect(paid).toBeCloseTo(sum(end.rolls.map((roll) => roll.paid)), 8);
    expect(fees).toBeCloseTo(sum(end.rolls.map((roll) => roll.fees)), 8);
    expect(net).toBeCloseTo(payout - paid, 8);
    expect([rolls, days, unhedged]).toEqual([3, 24, -400_000]);
    const [first, second] = end.points;
    expect(first!.net).toBeCloseTo(first!.value! - first!.paid, 8);
    expect(first!.decay).toBeCloseTo(0, 6);
    expect(first!.net).toBeLessThan(0);
    expect(second!.paid).toBe(first!.paid);
  });

  it('says when a roll was due and nothing could be bought, and goes on without', () => {
    const empty = { ...marketOn(0, 100_000), expiries: [] };
    const missed = stepProgramme(startProgramme(plan), empty);
    expect(missed.missed).toEqual([{ at: at(0), reason: 'no-expiry' }]);
    expect(stepProgramme(missed, marketOn(3, 97_000)).open?.roll.boughtAt).toBe(at(3));
  });

  it('settles late at the first snapshot there is, and says how late', () => {
    const [, bought] = states;
    const late = stepProgramme(bought!, marketOn(9, 92_000));
    expect(late.rolls[0]?.settled).toMatchObject({ lateMs: 2 * DAY_MS, price: 92_000 });
  });
});
