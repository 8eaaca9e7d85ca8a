import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import { liveStatus, type LiveQueryState } from './live-status.ts';
import type { MarketFault } from './market-fault.ts';
import { marketOnScreen } from './market-on-screen.ts';
import type { MarketSnapshot } from './market-source.ts';

const start = epochMs(1_000_000);
const after = (ms: number) => epochMs(start + ms);
const fault: MarketFault = {
  failure: { kind: 'unreachable' },
  text: 'Deribit could not be reached.',
  at: after(200),
  random: 0.999,
};
const snapshot: MarketSnapshot = {
  chain: {
    venue: 'deribit',
    underlying: 'BTC',
    asOf: after(-400),
    version: 1,
    indexPrice: null,
    volatilityIndex: null,
  },
  ref: { shelf: 'deribit', underlying: 'BTC', version: 1 },
  receivedAt: start,
  underlyings: ['BTC'],
};
const empty: LiveQueryState = { data: undefined, failureCount: 0, fault: null };
const shown = (query: LiveQueryState, change: Partial<Parameters<typeof marketOnScreen>[0]> = {}) =>
  marketOnScreen({
    replayOpen: false,
    sampleChosen: false,
    live: liveStatus(query, after(500)),
    everLive: false,
    waitedMs: 500,
    ...change,
  });

it('waits a moment for a venue, then shows the sample market in its place', () => {
  expect(shown(empty)).toEqual({ kind: 'none' });
  expect(shown(empty, { waitedMs: 3000 })).toEqual({ kind: 'sample', why: 'fallback' });
});

it('shows the sample market at once when the first attempt fails', () => {
  expect(shown({ ...empty, failureCount: 1, fault })).toEqual({ kind: 'sample', why: 'fallback' });
});

it('never puts anything made up where real prices have been seen', () => {
  expect(shown({ ...empty, failureCount: 3, fault }, { everLive: true, waitedMs: 60_000 })).toEqual({
    kind: 'none',
  });
  expect(shown({ data: snapshot, failureCount: 9, fault }, { everLive: true })).toEqual({ kind: 'live' });
});

it('lets a file win over everything and a chosen sample over the venue', () => {
  const good: LiveQueryState = { data: snapshot, failureCount: 0, fault: null };
  expect(shown(good, { replayOpen: true, sampleChosen: true })).toEqual({ kind: 'replay' });
  expect(shown(good, { sampleChosen: true })).toEqual({ kind: 'sample', why: 'chosen' });
});

it('lets the last good picture age, and says when the next attempt starts', () => {
  const failing: LiveQueryState = { data: snapshot, failureCount: 3, fault };
  const status = liveStatus(failing, after(7000));
  expect(status).toEqual({
    phase: 'failing',
    ageMs: 7000,
    fault,
    nextTryAt: after(200 + 3998),
    delayMs: 400,
    stream: null,
    byRequest: true,
  });
  expect(liveStatus(failing, after(9000)).ageMs).toBe(9000);
});

it('takes the venue at its word when it said how long to wait', () => {
  const failure = { kind: 'rate-limited', retryAfterMs: 12_000 } as const;
  const limited: MarketFault = { ...fault, failure, random: 0 };
  const status = liveStatus({ ...empty, failureCount: 1, fault: limited }, after(300));
  expect(status.nextTryAt).toBe(after(200 + 12_000));
});

it('schedules nothing where asking again cannot help', () => {
  const blocked: MarketFault = { ...fault, failure: { kind: 'region-blocked', status: 403 } };
  expect(liveStatus({ ...empty, failureCount: 1, fault: blocked }, after(300)).nextTryAt).toBeNull();
});

it('is live again after a success', () => {
  const status = liveStatus({ data: snapshot, failureCount: 0, fault }, after(100));
  expect([status.phase, status.fault, status.nextTryAt]).toEqual(['live', null, null]);
});
