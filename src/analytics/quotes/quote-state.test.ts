import { describe, expect, it } from 'vitest';
import { DAY_MS, epochMs } from '#base/time.ts';
import type { Instrument, OptionRight } from '#market/instrument.ts';
import type { Quote } from '#market/quote.ts';
import { quoteState } from './quote-state.ts';

const NOW = epochMs(Date.UTC(2026, 6, 8, 12));

function contract(right: OptionRight, strike: number, daysLeft = 10): Instrument {
  return {
    name: `BTC-${strike}-${right}`,
    venue: 'deribit',
    underlying: 'BTC',
    series: 'BTC',
    expiry: epochMs(NOW + daysLeft * DAY_MS),
    strike,
    right,
    premiumUnit: 'underlying',
    quoteCurrency: 'USD',
    contractSize: 1,
    minimumTrade: 0.1,
    ticks: { base: 0.0001, steps: [{ above: 0.005, tick: 0.0005 }] },
    exercise: 'european',
    fees: null,
  };
}

function quoted(bid: number | null, ask: number | null, secondsOld = 0): Quote {
  return {
    instrument: 'x',
    bid,
    ask,
    bidSize: null,
    askSize: null,
    mark: null,
    last: null,
    venueMarkVol: null,
    venueBidVol: null,
    venueAskVol: null,
    forward: 100_000,
    forwardName: null,
    discount: null,
    openInterest: null,
    volume: null,
    at: epochMs(NOW - 1000 * secondsOld),
  };
}

const judge = (instrument: Instrument, quote: Quote | null, forward: number | null = 100_000): string =>
  quoteState(instrument, quote, { asOf: NOW, staleAfterMs: 600_000, forward, discount: 1 });

describe('quoteState', () => {
  it('names which sides a book has', () => {
    const put = contract('put', 90_000);
    expect(judge(put, quoted(0.01, 0.011))).toBe('two-sided');
    expect(judge(put, quoted(0.01, null))).toBe('bid-only');
    expect(judge(put, quoted(null, 0.011))).toBe('ask-only');
    expect(judge(put, quoted(null, null))).toBe('none');
    expect(judge(put, null)).toBe('none');
  });

  it('calls a bid above the ask crossed and a bid at the ask two-sided', () => {
    expect(judge(contract('put', 90_000), quoted(0.012, 0.011))).toBe('crossed');
    expect(judge(contract('put', 90_000), quoted(0.011, 0.011))).toBe('two-sided');
  });

  it('takes a bid below intrinsic as ordinary but an ask below it as no price of an option', () => {
    // intrinsic of the 80 000 call is 1 − 0.8 = 0.2 coin
    expect(judge(contract('call', 80_000), quoted(0.1995, 0.2005))).toBe('two-sided');
    expect(judge(contract('call', 80_000), quoted(0.195, 0.1995))).toBe('below-intrinsic');
    expect(judge(contract('put', 125_000), quoted(null, 0.2495))).toBe('below-intrinsic');
  });

  it('bounds a coin call by one coin and lets a deep put cost more than a coin, up to K/F', () => {
    expect(judge(contract('call', 120_000), quoted(0.9, 1))).toBe('above-maximum');
    expect(judge(contract('put', 300_000), quoted(2.0005, 2.01))).toBe('two-sided');
    expect(judge(contract('put', 300_000), quoted(2.01, 3))).toBe('above-maximum');
  });

  it('puts time before prices: expired, then stale', () => {
    expect(judge(contract('put', 90_000, 0), quoted(0.01, 0.02))).toBe('expired');
    expect(judge(contract('put', 90_000, -1), null)).toBe('expired');
    expect(judge(contract('put', 90_000), quoted(0.03, 0.02, 601))).toBe('stale');
    expect(judge(contract('put', 90_000), quoted(0.01, 0.02, 599))).toBe('two-sided');
  });

  it('tests no price bound where no forward is known', () => {
    expect(judge(contract('call', 120_000), quoted(0.9, 1.2), null)).toBe('two-sided');
  });
});
