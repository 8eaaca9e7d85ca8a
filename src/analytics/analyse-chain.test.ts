import { describe, expect, it } from 'vitest';
import { DAY_MS, epochMs } from '#base/time.ts';
import { normalCdf } from '#quant/special/normal.ts';
import { analyseChain, analyseChainFrom } from './analyse-chain.ts';
import { DEFAULT_SETTINGS } from './analysis-settings.ts';
import type { Report, ReportPoint } from './report.ts';
import {
  SYNTHETIC_NOW,
  type SyntheticExpiry,
  syntheticChain,
  withQuotes,
} from './testing/synthetic-chain.ts';

/** A smile of the SVI family, so that the fit can be held against it. */
const smirk =
  (level: number) =>
  (k: number): number =>
    Math.sqrt(level ** 2 + 0.12 * (-0.35 * k + Math.sqrt(k * k + 0.04) - 0.2));

const month: SyntheticExpiry = {
  days: 30,
  forward: 100_000,
  strikes: Array.from({ length: 33 }, (_, i) => 60_000 + 2500 * i),
  vol: smirk(0.5),
};
const quarter: SyntheticExpiry = { ...month, days: 90, forward: 101_000, vol: smirk(0.55) };
const chain = syntheticChain([{ ...month, days: 7, vol: smirk(0.45) }, month, quarter]);

function expectFiniteOrNull(value: unknown, path: string): void {
  if (typeof value === 'number') expect(Number.isFinite(value), `${path} was ${value}`).toBe(true);
  else if (value !== null && typeof value === 'object') {
    for (const [key, part] of Object.entries(value)) expectFiniteOrNull(part, `${path}.${key}`);
  } else expect(value, path).not.toBeUndefined();
}

function expectCountsToAddUp(report: Report): void {
  for (const { counts } of [report, ...report.expiries]) {
    const dropped = Object.values(counts.dropped).reduce((sum, count) => sum + count, 0);
    expect(counts.quotesUsed + dropped).toBe(counts.instruments);
  }
  expect(report.points).toHaveLength(report.counts.instruments);
  expect(report.points.filter((point) => point.reason === null)).toHaveLength(report.counts.quotesUsed);
}

const pointOf = (report: Report, name: string): ReportPoint => {
  const found = report.points.find((point) => point.instrument === name);
  if (found === undefined) throw new Error(`no point ${name}`);
  return found;
};

describe('analyseChain on a market whose truth is known', () => {
  const report = analyseChain(chain);

  it('inverts every mark to the vol it was priced at', () => {
    for (const point of report.points) {
      if (point.markVol === null || Math.abs(point.k ?? 0) > 0.3) continue;
      expect(point.markVol).toBeCloseTo(point.venueMarkVol ?? Number.NaN, 9);
    }
    expect(report.points.filter((point) => point.markVol !== null).length).toBeGreaterThan(120);
  });

  it('finds the at-the-money vol and the 25-delta skew of the true smile', () => {
    const found = report.expiries[1];
    expect(found?.atmVol).toBeCloseTo(0.5, 2);
    const { putStrike, callStrike, putVol, callVol, riskReversal, butterfly } = found?.delta25 ?? {};
    if (!putStrike || !callStrike || !putVol || !callVol) throw new Error('no 25-delta points');
    const vol = smirk(0.5);
    const [kp, kc] = [Math.log(putStrike / 100_000), Math.log(callStrike / 100_000)];
    expect(Math.abs(putVol - vol(kp))).toBeLessThan(0.004);
    expect(Math.abs(callVol - vol(kc))).toBeLessThan(0.004);
    expect(riskReversal).toBeCloseTo(callVol - putVol, 14);
    expect(butterfly).toBeCloseTo((callVol + putVol) / 2 - (found?.atmVol ?? 0), 14);
    const deviation = putVol * Math.sqrt(30 / 365);
    expect(normalCdf(kp / deviation - deviation / 2)).toBeCloseTo(0.25, 9);
  });

  it('takes each point from the out-of-the-money side and says so of the others', () => {
    const used = report.points.filter((point) => point.reason === null);
    expect(used.length).toBeGreaterThan(60);
    for (const { k, right } of used) if (k !== 0) expect(right).toBe((k ?? 0) < 0 ? 'put' : 'call');
    expect(pointOf(report, 'BTC-30D-110000-put').reason).toBe('in-the-money');
  });

  it('takes the right that is quoted tighter at a strike that equals the forward', () => {
    const market = withQuotes(chain, ({ instrument, quote }) =>
      instrument.strike === 100_000 && instrument.right === 'call'
        ? { bid: (quote?.bid ?? 0) - 0.001, ask: (quote?.ask ?? 0) + 0.001 }
        : {},
    );
    const spliced = analyseChain(market);
    expect(pointOf(spliced, 'BTC-30D-100000-put').reason).toBeNull();
    expect(pointOf(spliced, 'BTC-30D-100000-call').reason).toBe('in-the-money');
  });

  it('shows in the money either both sides in vol or neither, and none whose tick is worth more than the vol is', () => {
    const inTheMoney = report.points.filter(
      ({ k, right, state }) => state === 'two-sided' && k !== null && k > 0 === (right === 'put') && k !== 0,
    );
    expect(inTheMoney.length).toBeGreaterThan(60);
    for (const { bidVol, askVol } of inTheMoney) expect(bidVol === null).toBe(askVol === null);
    expect(inTheMoney.some(({ bidVol }) => bidVol === null)).toBe(true);
  });

  it('gives the vol between expiries from their total variances', () => {
    const [, near, far] = report.expiries;
    if (!near?.atmVol || !far?.atmVol) throw new Error('no vols');
    const between = (far.atmVol ** 2 * 90 - near.atmVol ** 2 * 30) / 60;
    expect(far.forwardVolFromPrevious).toBeCloseTo(Math.sqrt(between), 10);
    expect(report.expiries[0]?.forwardVolFromPrevious).toBeNull();
  });

  it('interpolates tenors inside the listed range and leaves those outside empty', () => {
    const at = new Map(report.constantMaturity.map((tenor) => [tenor.days, tenor]));
    expect([...at.keys()]).toEqual([7, 14, 30, 60, 90, 180, 365]);
    expect(at.get(30)?.atmVol).toBeCloseTo(report.expiries[1]?.atmVol ?? 0, 12);
    expect(at.get(180)?.atmVol).toBeNull();
    expect(at.get(365)?.riskReversal25).toBeNull();
    const [a, b] = [report.expiries[1]?.atmVol ?? 0, report.expiries[2]?.atmVol ?? 0];
    expect(at.get(60)?.atmVol).toBeCloseTo(Math.sqrt((a * a * 30 + b * b * 90) / 120), 10);
  });

  it('is deterministic, finite throughout, and its counts add up', () => {
    expect(analyseChain(chain)).toEqual(report);
    expectFiniteOrNull(report, 'report');
    expectCountsToAddUp(report);
  });

  it('keeps its numbers when it starts from the fits of the same quotes', () => {
    const first = analyseChainFrom(chain, DEFAULT_SETTINGS, null);
    const again = analyseChainFrom(chain, DEFAULT_SETTINGS, first.surface);
    again.report.expiries.forEach((expiry, index) => {
      expect(expiry.atmVol).toBeCloseTo(first.report.expiries[index]?.atmVol ?? 0, 4);
      expect(expiry.delta25.riskReversal).toBeCloseTo(
        first.report.expiries[index]?.delta25.riskReversal ?? 0,
        3,
      );
    });
  });

  it('measures delta less the premium in coin when asked to', () => {
    const adjusted = analyseChain(chain, { ...DEFAULT_SETTINGS, deltaConvention: 'premium-adjusted' });
    const [forward, coin] = [report.expiries[1], adjusted.expiries[1]];
    expect(coin?.delta25.callStrike).toBeLessThan(forward?.delta25.callStrike ?? 0);
    expect(coin?.delta25.putStrike).toBeLessThan(forward?.delta25.putStrike ?? 0);
    expect(coin?.dnsVol).not.toBe(forward?.dnsVol);
    const name = 'BTC-30D-90000-put';
    const { strike, fitVol, k } = pointOf(report, name);
    const deviation = (fitVol ?? 0) * Math.sqrt(30 / 365);
    const d1 = -(k ?? 0) / deviation + deviation / 2;
    expect(pointOf(report, name).delta).toBeCloseTo(-normalCdf(-d1), 9);
    expect(pointOf(adjusted, name).delta).toBeCloseTo((-strike / 100_000) * normalCdf(deviation - d1), 9);
  });
});

describe('analyseChain without a forward from the venue', () => {
  it('uses the forward and discount that put-call parity gives', () => {
    const index: SyntheticExpiry = {
      ...month,
      forward: 6512.5,
      strikes: Array.from({ length: 41 }, (_, i) => 5500 + 50 * i),
      vol: smirk(0.18),
      premiumUnit: 'quote',
      discount: 0.9965,
      statesForward: false,
    };
    const report = analyseChain(syntheticChain([index]));
    const [expiry] = report.expiries;
    expect(expiry?.forwardSource).toBe('parity');
    expect(expiry?.forward).toBeCloseTo(6512.5, 1);
    expect(expiry?.discount).toBeCloseTo(0.9965, 4);
    expect(expiry?.atmVol).toBeCloseTo(0.18, 3);
    expectFiniteOrNull(report, 'report');
  });

  it('says so where parity gives none either', () => {
    const noForward = withQuotes(chain, ({ instrument }) => ({
      forward: null,
      ...(instrument.right === 'put' ? { ask: null } : {}),
    }));
    const report = analyseChain(noForward);
    for (const { unfitted, forward, forwardSource } of report.expiries) {
      expect({ unfitted, forward, forwardSource }).toEqual({
        unfitted: 'no-forward',
        forward: null,
        forwardSource: null,
      });
    }
    expect(report.counts.quotesUsed).toBe(0);
    expectCountsToAddUp(report);
    expectFiniteOrNull(report, 'report');
  });
});

describe('analyseChain on a market in disorder', () => {
  const ugly = withQuotes(chain, ({ instrument }) => {
    const name = instrument.name;
    if (name === 'BTC-30D-80000-put') return null;
    if (name === 'BTC-30D-82500-put') return { bid: null, ask: null };
    if (name === 'BTC-30D-85000-put') return { bid: null };
    if (name === 'BTC-30D-87500-put') return { ask: null };
    if (name === 'BTC-30D-90000-put') return { bid: 0.05, ask: 0.04 };
    if (name === 'BTC-30D-92500-put') return { at: epochMs(SYNTHETIC_NOW - DAY_MS) };
    if (name === 'BTC-30D-120000-call') return { bid: 0.9, ask: 1.1 };
    if (name === 'BTC-30D-80000-call') return { bid: 0.15, ask: 0.19 };
    if (name === 'BTC-30D-122500-call') return { bid: 0.001, ask: 0.9 };
    if (name === 'BTC-30D-97500-put') return { bid: 0.3, ask: 0.301 };
    return {};
  });
  const report = analyseChain({
    ...ugly,
    rejected: [
      { instrument: 'BTC-30D-80000-put', reason: 'malformed-row', detail: 'bid was text' },
      { instrument: 'BTC-30D-95000-put', reason: 'duplicate-row', detail: 'listed twice' },
      { instrument: null, reason: 'unreadable-name', detail: 'no name' },
    ],
  });

  it('names what is wrong with each contract', () => {
    const told = (name: string): readonly (string | null)[] => {
      const { state, reason } = pointOf(report, `BTC-30D-${name}`);
      return [state, reason];
    };
    expect(told('80000-put')).toEqual(['none', 'malformed-row']);
    expect(told('82500-put')).toEqual(['none', 'none']);
    expect(told('85000-put')).toEqual(['ask-only', 'ask-only']);
    expect(told('87500-put')).toEqual(['bid-only', 'bid-only']);
    expect(told('90000-put')).toEqual(['crossed', 'crossed']);
    expect(told('92500-put')).toEqual(['stale', 'stale']);
    expect(told('120000-call')).toEqual(['above-maximum', 'above-maximum']);
    expect(told('80000-call')).toEqual(['below-intrinsic', 'below-intrinsic']);
    expect(told('122500-call')).toEqual(['two-sided', 'implausible-vol']);
    expect(told('97500-put')).toEqual(['two-sided', 'outlier']);
  });

  it('presents no vol that a price cannot carry', () => {
    expect(pointOf(report, 'BTC-30D-122500-call').askVol).toBeNull();
    expect(pointOf(report, 'BTC-30D-80000-call').askVol).toBeNull();
    expect(pointOf(report, 'BTC-30D-90000-put').midVol).toBeNull();
    for (const { bidVol, askVol, midVol } of report.points) {
      for (const vol of [bidVol, askVol, midVol]) expect(vol ?? 1).toBeLessThanOrEqual(4);
    }
  });

  it('still finds the smile, counts every contract once, and the rows that are none beside them', () => {
    expect(report.expiries[1]?.atmVol).toBeCloseTo(0.5, 2);
    expectCountsToAddUp(report);
    expect(report.counts.instruments).toBe(3 * 33 * 2);
    expect(report.counts.rowsRejected).toEqual({ 'duplicate-row': 1, 'unreadable-name': 1 });
    expectFiniteOrNull(report, 'report');
  });

  it('lists a contract whose row was never read, where it belongs and with the reason', () => {
    const [week] = chain.expiries;
    const lost = week?.contracts[20]?.instrument;
    if (!week || !lost) throw new Error('no contract');
    const contracts = week.contracts.filter(({ instrument }) => instrument !== lost);
    const listed = analyseChain({
      ...chain,
      expiries: [{ ...week, contracts }, ...chain.expiries.slice(1)],
      rejected: [
        { instrument: lost.name, reason: 'malformed-row', detail: 'bid was text', listed: lost },
        { instrument: lost.name, reason: 'duplicate-row', detail: 'listed twice', listed: lost },
      ],
    });
    expect(listed.points.map(({ instrument }) => instrument)).toEqual(
      analyseChain(chain).points.map(({ instrument }) => instrument),
    );
    expect(listed.points[20]).toMatchObject({
      state: 'none',
      reason: 'malformed-row',
      strike: lost.strike,
      bidVol: null,
    });
    expect(listed.expiries[0]?.counts.instruments).toBe(66);
    expect(listed.counts.rowsRejected).toEqual({ 'duplicate-row': 1 });
    expectCountsToAddUp(listed);
  });

  it('leaves an expiry that has passed, and one with too few quotes, without a fit and with words', () => {
    const late = analyseChain(
      { ...chain, asOf: epochMs(SYNTHETIC_NOW + 8 * DAY_MS) },
      {
        ...DEFAULT_SETTINGS,
        staleAfterMs: 30 * DAY_MS,
      },
    );
    expect(late.expiries[0]?.unfitted).toBe('expired');
    expect(late.expiries[0]?.counts.dropped).toEqual({ expired: 66 });
    const thin = analyseChain(
      withQuotes(chain, ({ instrument }) => (instrument.strike % 20_000 === 0 ? {} : null)),
    );
    expect(thin.expiries[0]?.unfitted).toBe('too-few-quotes');
    expect(thin.expiries[0]?.counts.quotesUsed).toBe(0);
    expect(thin.expiries[2]?.fit).not.toBeNull();
    const bare = analyseChain(
      withQuotes(chain, ({ instrument }) => (instrument.strike > 95_000 ? null : {})),
    );
    for (const each of [late, thin, bare]) {
      expectCountsToAddUp(each);
      expectFiniteOrNull(each, 'report');
    }
  });

  it('makes an empty report of an empty chain', () => {
    const empty = analyseChain({ ...chain, expiries: [] });
    expect(empty.counts).toEqual({ instruments: 0, quotesUsed: 0, dropped: {}, rowsRejected: {} });
    expect(empty.constantMaturity.every(({ atmVol }) => atmVol === null)).toBe(true);
  });
});
