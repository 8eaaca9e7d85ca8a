import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import type { ProgrammeRecord, ProgrammeTotals } from '#analytics/protection/programme-record.ts';
import type { Roll } from '#analytics/protection/rolling-programme.ts';
import { DAY_MS, epochMs } from '#base/time.ts';
import { DEFAULT_PLAN, withAmount } from '#state/plan-form.ts';
import type { ProgrammeRun } from '#state/worker/programme-run.ts';
import { programmeAsked } from './programme-question.ts';
import { periodTable, rollTable } from './programme-tables.ts';
import { programmeView } from './programme-view.ts';

const START = Date.UTC(2026, 1, 1, 8);
const on = (day: number) => epochMs(START + day * DAY_MS);

function roll(from: number, to: number, payout: number | null): Roll {
  const settled = { at: on(to), lateMs: 7_200_000, price: 80_000, payout: payout ?? 0, deliveryFee: 12 };
  return {
    boughtAt: on(from),
    expiry: on(to),
    label: '',
    strike: 90_000,
    contracts: 10,
    instruments: ['P'],
    spotAtStart: 100_000,
    holding: 1_000_000,
    paid: 10_000,
    fees: 500,
    halfSpread: 700,
    slippage: 300,
    unknown: ['delivery'],
    midValueAtStart: 8500,
    settled: payout === null ? null : settled,
  };
}

const totals: ProgrammeTotals = {
  rolls: 2,
  cost: 0.02,
  halfSpread: 0.0014,
  slippage: 0.0006,
  fees: 0.001,
  paidBack: 0.05,
  deliveryFee: 0.0001,
  net: 0.03,
  years: 14 / 365,
  from: on(0),
  to: on(14),
  won: 1,
  perYear: null,
};

const weekly: ProgrammeRecord = {
  every: 'week',
  rolls: [roll(0, 7, 0), roll(7, 14, 50_000), roll(16, 23, null)],
  missed: [
    { at: on(14), reason: 'no-ask' },
    { at: on(15), reason: 'no-ask' },
  ],
  marks: [0, 7, 14, 16].map((day, i) => ({
    at: on(day),
    spot: [100, 110, 88, 99][i]! * 1000,
    paid: 0.01 * Math.min(2, i + 1),
    execution: 0.001,
    paidBack: i < 2 ? 0 : 0.05,
    value: 0.004,
    net: -0.006,
    decay: null,
  })),
  totals,
};
const none = { ...weekly, rolls: [], missed: [], totals: null };
const recorded: ProgrammeRun = {
  plan: {
    amount: 10,
    entry: null,
    floor: { by: 'spot', share: 0.9 },
    horizon: { kind: 'rolling', every: 'month', until: on(16) },
    structure: { kind: 'put' },
    funding: 'cash',
    fees: null,
  },
  underlying: 'BTC',
  days: 16,
  seed: null,
  walks: [
    {
      path: 'recording',
      walk: {
        records: [weekly, { ...none, every: 'month' }, { ...none, every: 'quarter' }],
        from: on(0),
        to: on(16),
        instants: 40,
        looked: 40,
        market: { venue: 'deribit', underlying: 'BTC', quoteCurrency: 'USD' },
      },
    },
  ],
};
const form = { ...withAmount(DEFAULT_PLAN, 10), level: 90 };
const shown = {
  run: recorded,
  asked: { form, changed: [] },
  plan: form,
  rolledOn: 'recording',
  underlying: 'BTC',
  caption: { source: 'days.jsonl BTC', time: 'now', convention: 'Black-76' },
} as const;

describe('a programme in words', () => {
  it('tells a short recording’s cost as it is and never as a year’s', () => {
    const view = programmeView(shown)!;
    expect(view.sentence).toBe(
      'Rolled weekly, a floor at 90 % of spot cost 2.0 % of the holding in 14 days and paid back 5.0 %: too short to be called a year’s cost.',
    );
    expect(view.counts).toBe(
      'Rolls that ended: 2 weekly (1 still open, not to be had at 2 looks), 0 monthly, 0 quarterly.',
    );
    expect(view.assumptions.join(' ')).toContain('up to 2.0 h later');
    expect(view.assumptions.join(' ')).toContain('Without delivery fees, which the venue does not say.');
    expect(view.caption.time).toBe('2026-02-01 08:00:00 UTC to 2026-02-17 08:00:00 UTC');
  });

  it('says where the market ends before the days asked for do', () => {
    const asked = (days: number, run: Partial<ProgrammeRun>) => {
      const plan = { ...form, horizon: { kind: 'rolling', every: 'weekly', days } } as const;
      const whole = { ...shown, run: { ...recorded, ...run }, asked: { form: plan, changed: [] } } as const;
      return programmeView(whole)?.counts ?? '';
    };
    expect(asked(16, {})).not.toContain('asked for');
    expect(asked(90, {})).toContain(' Of the 90 days asked for the recording has 16 days.');
    expect(asked(1095, { seed: 29, days: 1095 })).not.toContain('asked for');
    expect(asked(3650, { seed: 29, days: 1095 }).replaceAll('\u202f', '')).toContain(
      ' Of the 3650 days asked for 1095 are rolled: the simulator’s paths go no further.',
    );
  });

  it('keeps to the period that the plan names, and says when no roll of it ended', () => {
    const plan = { ...form, horizon: { kind: 'rolling', every: 'monthly', days: 90 } } as const;
    expect(programmeView({ ...shown, plan })?.sentence).toBe(
      'This recording spans 16 days: no monthly roll of a floor at 90 % of spot could be bought.',
    );
  });

  it('says that nothing at all ended, and draws nothing', () => {
    const [{ walk }] = recorded.walks as [ProgrammeRun['walks'][number]];
    const open = { ...weekly, rolls: [roll(0, 7, null)], totals: null };
    const records = [open, { ...open, every: 'month' }, { ...open, every: 'quarter' }] as const;
    const run = {
      ...recorded,
      days: 0.0875,
      walks: [{ path: 'recording', walk: { ...walk, records } }],
    } as const;
    const view = programmeView({ ...shown, run })!;
    expect(view.sentence).toBe(
      'This recording spans 2.1 h: no weekly, monthly or quarterly roll of a floor at 90 % of spot ends within it.',
    );
    expect(view.model).toBeNull();
  });

  it('tells a year’s cost where rolls stood long enough, with the path and the seed beside it', () => {
    const perYear = { cost: 0.062, paidBack: 0.021, net: -0.041 };
    const [{ walk }] = recorded.walks as [ProgrammeRun['walks'][number]];
    const monthly = { ...weekly, every: 'month' as const, totals: { ...totals, perYear } };
    const records = [weekly, monthly, { ...none, every: 'quarter' as const }];
    const run = {
      ...recorded,
      days: 365,
      seed: 29,
      walks: [{ path: 'crash' as const, walk: { ...walk, records } }],
    };
    const view = programmeView({ ...shown, run, underlying: 'SPX' })!;
    expect(view.sentence).toBe(
      'Rolled monthly through a simulated crash, a floor at 90 % of spot cost 6.2 % of the holding a year and paid back 2.1 %.',
    );
    expect(view.assumptions[0]).toContain('Simulator of BTC options, seed 29; it does not list SPX');
    expect(view.caption.source).toBe('Simulator BTC, seed 29, crash');
    expect(view.model?.axis).toBe('days');
  });

  it('lists every roll and every gap in order of time, gaps with their reason', () => {
    const { rows } = rollTable(weekly, 'USD', { simulated: false, from: on(0) });
    expect(rows.map(({ cells }) => [cells[0], cells.at(-1)])).toEqual([
      ['2026-02-01 08:00', 'expired worthless'],
      ['2026-02-08 08:00', 'paid back'],
      ['2026-02-15 08:00', 'not bought: nobody offers it'],
      ['2026-02-17 08:00', 'open at the end'],
    ]);
    const [, second] = rows;
    expect(second?.cells.slice(2, 13)).toEqual([
      90_000, 100_000, 10, 9500, 1000, 500, 1, 80_000, 12, 50_000, 4,
    ]);
    const simulated = rollTable(weekly, 'USD', { simulated: true, from: on(0) });
    expect(simulated.rows[1]?.cells.slice(0, 2)).toEqual(['day 7', 'day 14']);
  });

  it('sets every period beside the price it went through', () => {
    const [first] = periodTable(recorded).rows;
    const [name, rolls, cost, spread] = first?.cells ?? [];
    expect([name, rolls, cost]).toEqual(['weekly', 2, 2]);
    expect(spread).toBeCloseTo(0.2, 12);
    const [change, deepest] = (first?.cells ?? []).slice(-2) as number[];
    expect(change).toBeCloseTo(-1, 9);
    expect(deepest).toBeCloseTo(-20, 9);
  });
});

describe('what the worker is asked', () => {
  const situation = {
    form,
    rolledOn: 'plan',
    recordingOpen: false,
    shelf: 'file 1',
    underlying: 'BTC',
    spot: 80_000,
    settings: DEFAULT_SETTINGS,
  } as const;
  const rolling = { ...form, horizon: { kind: 'rolling', every: 'weekly', days: 90 } } as const;

  it('is nothing until the plan is a rolling one or a market is chosen', () => {
    expect(programmeAsked(situation).question).toBeNull();
    expect(programmeAsked({ ...situation, form: rolling }).question).toMatchObject({
      on: 'simulator',
      shelf: '',
    });
    expect(programmeAsked({ ...situation, form: rolling, recordingOpen: true }).question).toMatchObject({
      on: 'recording',
      shelf: 'file 1',
      words: '10 floor 90% monthly for 90d',
    });
    expect(programmeAsked({ ...situation, rolledOn: 'crash' }).question?.words).toBe(
      '10 floor 90% monthly for 365d',
    );
  });

  it('says so when a recording is asked for and none is open', () => {
    expect(programmeAsked({ ...situation, rolledOn: 'recording' })).toMatchObject({
      question: null,
      unopened: true,
    });
  });

  it('does not change with the period or the path in front, so that nothing is rolled twice', () => {
    const monthly = { ...rolling, horizon: { ...rolling.horizon, every: 'monthly' } } as const;
    const asked = [rolling, monthly].flatMap((one) =>
      (['calm', 'crash'] as const).map(
        (rolledOn) => programmeAsked({ ...situation, form: one, rolledOn }).question,
      ),
    );
    for (const one of asked) expect(one).toEqual(asked[0]);
  });

  it('puts a strike as a share of spot for the simulator, whole percents, and drops the entry price', () => {
    const strike = { ...form, unit: 'strike', level: 70_100, entry: 60_000 } as const;
    const { question, changed } = programmeAsked({ ...situation, form: strike, rolledOn: 'calm' });
    expect(question?.words).toBe('10 floor 88% monthly for 365d');
    expect(changed).toEqual(['strike', 'entry']);
    const kept = programmeAsked({ ...situation, form: strike, rolledOn: 'recording', recordingOpen: true });
    expect(kept.question?.words).toBe('10 floor 70100 monthly for 3650d entry 60000');
  });
});
