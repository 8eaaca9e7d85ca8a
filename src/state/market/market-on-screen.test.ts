import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import { liveStatus, type LiveQueryState } from './live-status.ts';
import type { MarketFault } from './market-fault.ts';
import { marketOnScreen } from './market-on-screen.ts';
import type { MarketSnapshot } from './market-source.ts';

const start = epochMs(1_000_000);
const after = (ms: number) => epochMs(start + ms);
const fault: MarketFault = {
  kind: 'unreachable',
  detail: 'failed to fetch',
  at: after(200),
  retryAfterMs: null,
  jitter: 0.5,
};
const snapshot: MarketSnapshot = {
  chain: {
    venue: 'deribit',
    underlying: 'BTC',
    asOf: after(-400),
    version: 1,
    indexPrice: null,
    volatilityIndex: null,
    expiries: [],
    rejected: [],
  },
  receivedAt: start,
  underlyings: ['BTC'],
};
/** Doubles from one second; takes the venue's word when it gave one. */
const doubling = (attempt: number, retryAfterMs: number | null, jitter: number) =>
  retryAfterMs ?? 1000 * 2 ** attempt * (0.5 + jitter);

const empty: LiveQueryState = { data: undefined, failureCount: 0, fault: null };
const shown = (query: LiveQueryState, change: Partial<Parameters<typeof marketOnScreen>[0]> = {}) =>
  marketOnScreen({
    replayOpen: false,
    sampleChosen: false,
    live: liveStatus(query, after(500), doubling),
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
  const status = liveStatus(failing, after(7000), doubling);
  expect(status).toEqual({
    phase: 'failing',
    ageMs: 7000,
    fault,
    nextTryAt: after(200 + 4000),
    delayMs: 400,
  });
  expect(liveStatus(failing, after(9000), doubling).ageMs).toBe(9000);
});

it('takes the venue at its word when it said how long to wait', () => {
  const limited: MarketFault = { ...fault, kind: 'rate-limited', retryAfterMs: 12_000 };
  const status = liveStatus({ ...empty, failureCount: 1, fault: limited }, after(300), doubling);
  expect(status.nextTryAt).toBe(after(200 + 12_000));
});

it('is live again after a success', () => {
  const status = liveStatus({ data: snapshot, failureCount: 0, fault }, after(100), doubling);
  expect([status.phase, status.fault, status.nextTryAt]).toEqual(['live', null, null]);
});
