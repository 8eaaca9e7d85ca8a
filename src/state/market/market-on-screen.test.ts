import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import { liveStatus, type LiveQueryState } from './live-status.ts';
import type { MarketFault } from './market-fault.ts';
import { marketOnScreen } from './market-on-screen.ts';
import type { MarketSnapshot } from './market-source.ts';
import { streamFault } from './stream-line.ts';

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
    skewMs: null,
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

it('says that only what is on screen goes on when requests fail while the socket is well', () => {
  const stream = { phase: 'streaming', nextTryAt: null, lost: null } as const;
  const failing = { data: snapshot, failureCount: 2, fault, stream };
  expect(liveStatus(failing, after(1000)).phase).toBe('partial');
  const lost = { ...stream, phase: 'reconnecting' } as const;
  expect(liveStatus({ ...failing, stream: lost }, after(1000)).phase).toBe('failing');
});

it('tells how late data is by the venue’s clock once that is known, whatever this device’s clock says', () => {
  const stream = { phase: 'streaming', nextTryAt: null, lost: null } as const;
  const status = (skewMs: number, marginMs = 50) =>
    liveStatus(
      { data: snapshot, failureCount: 0, fault: null, stream: { ...stream, clock: { skewMs, marginMs } } },
      after(0),
    );
  // Stamped 400 ms before receipt by this device's clock, which is 300 ms ahead: 100 ms on its way.
  expect(status(-300, 0)).toMatchObject({ delayMs: 100, skewMs: -300 });
  expect(status(120_000)).toMatchObject({ delayMs: 400 + 119_950, skewMs: 119_950 });
  // What lies within the margin may be no difference at all.
  expect(status(-40)).toMatchObject({ delayMs: 400, skewMs: 0 });
  expect(status(40)).toMatchObject({ delayMs: 400, skewMs: 0 });
});

it('calls a picture stale once it is older than its way of coming allows', () => {
  const asked = { data: snapshot, failureCount: 0, fault: null };
  const phases = (state: LiveQueryState, ...ages: number[]) =>
    ages.map((age) => liveStatus(state, after(age)).phase);
  expect(phases(asked, 5000, 12_000, 12_001)).toEqual(['live', 'live', 'stale']);
  expect(phases({ ...asked, byRequest: false }, 5000, 5001)).toEqual(['live', 'stale']);
});

it('takes the next attempt of a venue with sockets alone from its socket', () => {
  const line = {
    phase: 'reconnecting',
    nextTryAt: after(9000),
    lost: { at: after(100), reason: 'half-open' },
  } as const;
  const silent = streamFault(line, 'Derive');
  const state = { data: snapshot, failureCount: 1, fault: silent, stream: line, byRequest: false };
  expect(liveStatus(state, after(6000))).toMatchObject({ phase: 'failing', nextTryAt: after(9000) });
  expect(silent?.text).toBe('Derive fell silent, and the connection was given up.');
  expect(streamFault({ ...line, phase: 'streaming' }, 'Derive')).toBeNull();
});
