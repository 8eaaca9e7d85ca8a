import { describe, expect, it } from 'vitest';
import { DAY_MS, type EpochMs, epochMs } from '#base/time.ts';
import type { OptionChain } from '#market/option-chain.ts';
import { DEFAULT_SETTINGS } from '../analysis-settings.ts';
import { SYNTHETIC_NOW, syntheticChain } from '../testing/synthetic-chain.ts';
import {
  type MarketThroughTime,
  type ProgrammeWalk,
  type WalkRequest,
  walkProgrammes,
} from './programme-walk.ts';

const at = (day: number): EpochMs => epochMs(SYNTHETIC_NOW + day * DAY_MS);
const LISTED = [7, 14, 21, 28, 35, 42, 49, 56, 63, 91, 98, 126];
/** Spot week by week: still, then down by a third within two weeks, then still. */
const SPOTS = [100, 101, 99, 80, 66, 67, 66, 68, 67, 66, 67, 66, 68, 67, 66, 67, 66, 68].map((k) => 1000 * k);

function chainOn(day: number, spot: number): OptionChain {
  const chain = syntheticChain(
    LISTED.filter((days) => days > day).map((days) => ({
      days: days - day,
      forward: spot,
      strikes: Array.from({ length: 25 }, (_, i) => 40_000 + 3000 * i),
      vol: (k) => 0.6 - 0.2 * k,
    })),
    { indexPrice: spot },
  );
  const expiries = chain.expiries.map(({ series, expiry, contracts }) => {
    const later = epochMs(expiry + day * DAY_MS);
    const named = contracts.map(({ instrument, quote }) => {
      const name = `${(later - SYNTHETIC_NOW) / DAY_MS}-${instrument.strike}-${instrument.right}`;
      return {
        instrument: { ...instrument, name, expiry: later },
        quote: quote && { ...quote, instrument: name, at: at(day) },
      };
    });
    return { series, expiry: later, contracts: named };
  });
  return { ...chain, asOf: at(day), expiries };
}

const chains = SPOTS.map((spot, week) => chainOn(7 * week, spot));
const through: MarketThroughTime = {
  instants: chains.map(({ asOf }) => asOf),
  chainAt: (index, choose) => {
    const chain = chains[index]!;
    const chosen = choose(
      chain.expiries.map(({ expiry }) => expiry),
      chain.asOf,
    );
    return { ...chain, expiries: chain.expiries.filter(({ expiry }) => chosen.includes(expiry)) };
  },
};

const request: WalkRequest = {
  through,
  plan: {
    amount: 10,
    entry: null,
    floor: { by: 'strike', strike: 61_000 },
    horizon: { kind: 'date', at: at(1) },
    structure: { kind: 'put' },
    funding: 'cash',
    fees: null,
  },
  until: at(56),
  settings: DEFAULT_SETTINGS,
  narrow: false,
};

function walked(change: Partial<WalkRequest> = {}): ProgrammeWalk {
  const steps = walkProgrammes({ ...request, ...change });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    expect(step.value).toBeGreaterThan(0);
  }
}
const walk = walked();
const high = walked({ plan: { ...request.plan, floor: { by: 'spot', share: 0.91 } } });

/** What a put costs with its fee and brings, per unit, straight from the quotes and the path. */
function byHand(bought: number, expiry: number, strike: number) {
  const listed = chains[bought / 7]!.expiries.find((one) => one.expiry === at(expiry))!;
  const put = listed.contracts.find(
    ({ instrument }) => instrument.right === 'put' && instrument.strike === strike,
  )!;
  const spot = SPOTS[bought / 7]!;
  const premium = put.quote!.ask! * spot;
  const fee = Math.min(0.0003 * spot, 0.125 * premium);
  const end = SPOTS[expiry / 7]!;
  const gross = Math.max(0, strike - end);
  const delivery = Math.min(0.000_15 * end, 0.125 * gross);
  return {
    paid: (premium + fee) / spot,
    fee: fee / spot,
    paidBack: (gross - delivery) / spot,
    delivery: delivery / spot,
  };
}

describe('one floor rolled at three periods', () => {
  it('buys at each period the expiry nearest to it and follows the last roll to its end', () => {
    const days = walk.records.map(({ rolls }) =>
      rolls.map(({ boughtAt, expiry }) => [boughtAt, expiry].map((one) => (one - SYNTHETIC_NOW) / DAY_MS)),
    );
    const weeks = Array.from({ length: 8 }, (_, week) => [7 * week, 7 * week + 7]);
    expect(days).toEqual([
      weeks,
      [
        [0, 28],
        [28, 56],
      ],
      [[0, 91]],
    ]);
    expect(walk.records.flatMap(({ missed }) => missed)).toEqual([]);
    // Nothing is open after day 91, so that the market is not looked at any further.
    expect(walk).toMatchObject({ from: at(0), to: at(91), looked: 14, instants: SPOTS.length });
    expect(walk.market).toEqual({ venue: 'deribit', underlying: 'BTC', quoteCurrency: 'USD' });
  });

  it('adds up to what the quotes and the path say when worked by hand, each roll over its own holding', () => {
    for (const { rolls, totals } of [walk, high].flatMap(({ records }) => records)) {
      const hand = rolls.map(({ boughtAt, expiry, strike }) =>
        byHand((boughtAt - SYNTHETIC_NOW) / DAY_MS, (expiry - SYNTHETIC_NOW) / DAY_MS, strike!),
      );
      const sum = (of: (one: (typeof hand)[number]) => number): number =>
        hand.reduce((all, one) => all + of(one), 0);
      const { cost = 0, fees, paidBack, deliveryFee, net } = totals ?? {};
      expect(cost).toBeCloseTo(
        sum((one) => one.paid),
        12,
      );
      expect(fees).toBeCloseTo(
        sum((one) => one.fee),
        12,
      );
      expect(paidBack).toBeCloseTo(
        sum((one) => one.paidBack),
        12,
      );
      expect(deliveryFee).toBeCloseTo(
        sum((one) => one.delivery),
        12,
      );
      expect(net).toBeCloseTo(
        sum((one) => one.paidBack - one.paid),
        12,
      );
    }
    const [weekly, monthly] = walk.records;
    expect(weekly?.totals?.won).toBe(0);
    expect(monthly?.totals?.paidBack).toBe(0);
  });

  it('pays back where the price ends below the strike, whichever period stood over the fall', () => {
    const [weekly, monthly, quarterly] = high.records;
    expect(weekly?.totals?.won).toBe(2);
    for (const record of [monthly, quarterly]) expect(record?.totals?.paidBack).toBeGreaterThan(0.23);
  });

  it('is per year what it is over the years that rolls stood, and no year’s figure for less than two months', () => {
    const [weekly, monthly, quarterly] = walk.records;
    expect(weekly?.totals?.years).toBeCloseTo(56 / 365, 12);
    expect(weekly?.totals?.perYear).toBeNull();
    expect(monthly?.totals?.perYear).toBeNull();
    const { cost, perYear } = quarterly!.totals!;
    expect(perYear?.cost).toBeCloseTo((cost * 365) / 91, 12);
  });

  it('marks every instant: paid, brought back and the open roll’s mid add up to the net', () => {
    for (const { marks, totals } of walk.records) {
      for (const { net, paid, paidBack, value } of marks)
        expect(net).toBeCloseTo(paidBack + value! - paid, 12);
      expect(marks.at(-1)?.net).toBeCloseTo(totals!.net, 12);
      expect(marks.at(-1)?.value).toBe(0);
      const [first] = marks;
      // Bought this instant: worth its mid, so that what is gone is what execution cost.
      expect(first!.net).toBeCloseTo(-first!.execution, 12);
      expect(first!.decay).toBeCloseTo(0, 12);
    }
  });

  it('buys the same when only the expiries that can serve are made out', () => {
    const narrow = walked({ narrow: true });
    for (const [index, { rolls }] of narrow.records.entries()) {
      const whole = walk.records[index]!.rolls;
      expect(rolls.map(({ strike, expiry }) => [strike, expiry])).toEqual(
        whole.map(({ strike, expiry }) => [strike, expiry]),
      );
      for (const [place, { paid }] of rolls.entries()) expect(paid).toBeCloseTo(whole[place]!.paid, 6);
    }
  });

  it('names what stood in the way where a roll was due and could not be bought', () => {
    const bare: MarketThroughTime = { ...through, chainAt: (index) => ({ ...chains[index]!, expiries: [] }) };
    const [weekly] = walked({ through: bare }).records;
    expect(weekly?.totals).toBeNull();
    expect(weekly?.missed.map(({ reason }) => reason)).toEqual(Array.from({ length: 8 }, () => 'no-expiry'));
  });

  it('looks at some of very many instants, and never past the end of a roll', () => {
    const dense: MarketThroughTime = {
      instants: Array.from({ length: 1200 }, (_, i) => epochMs(at(0) + i * 0.05 * DAY_MS)),
      chainAt: (index, choose) => {
        const week = Math.floor((index * 0.05) / 7 + 1e-9);
        const chain = through.chainAt(week, choose)!;
        return { ...chain, asOf: epochMs(at(0) + index * 0.05 * DAY_MS) };
      },
    };
    const { looked, records } = walked({ through: dense, until: at(28) });
    expect(looked).toBeLessThanOrEqual(205);
    expect(records[0]?.rolls.map(({ settled }) => Math.round((settled?.lateMs ?? 1e12) / DAY_MS))).toEqual([
      0, 0, 0, 0,
    ]);
  });
});
