import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { FeedHealth } from '#feed/feed-health.ts';
import type { Desk } from '../worker/start-desk.ts';
import { deskStream } from './desk-stream.ts';
import type { StreamListener } from './market-source.ts';
import { streamFault } from './stream-line.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const VIEW = { underlying: 'BTC', expiries: [], books: [], streamAlone: true };

/** A stream whose code cannot be loaded for the first so many attempts; then a venue without sockets answers. */
function streamWithoutCode(failures: number) {
  const told: FeedHealth[] = [];
  const seen = { loads: 0, opened: 0 };
  const openFeed = () => {
    seen.opened += 1;
    return null;
  };
  const load = async () => {
    seen.loads += 1;
    await Promise.resolve();
    if (seen.loads <= failures) throw new TypeError('Failed to fetch dynamically imported module');
    return { openFeed };
  };
  const listener: StreamListener = {
    onSnapshot: () => undefined,
    onResync: () => undefined,
    onHealth: (health) => told.push(health),
  };
  const desk: Desk = { call: () => Promise.reject(new Error('nothing is asked of the worker')) };
  const now = () => epochMs(Date.now());
  const stream = deskStream('binance', { desk, now, onMessage: () => undefined, load })(VIEW, listener);
  return { stream, told, seen };
}

it('names it as a fault that its own code could not be loaded, says when it tries again, and does', async () => {
  const { told, seen } = streamWithoutCode(2);
  await vi.advanceTimersByTimeAsync(0);
  const [first] = told;
  expect(first).toMatchObject({ phase: 'reconnecting', attempts: 1, lastLoss: { reason: 'not-loaded' } });
  expect(first?.nextTryAt).toBe((first?.since ?? 0) + 2_000);
  const lost = first?.lastLoss ?? null;
  const fault = streamFault({ phase: 'reconnecting', nextTryAt: null, lost }, 'Binance');
  expect(fault?.text).toBe(
    'This page could not load its part for sockets; should that last, reload the page.',
  );
  await vi.advanceTimersByTimeAsync(2_000);
  expect(told.at(-1)).toMatchObject({ attempts: 2, nextTryAt: (told.at(-1)?.since ?? 0) + 4_000 });
  await vi.advanceTimersByTimeAsync(4_000);
  expect(seen).toEqual({ loads: 3, opened: 1 });
  await vi.advanceTimersByTimeAsync(600_000);
  expect(seen.loads).toBe(3);
});

it('tries at once when told to, and never while an attempt is under way', async () => {
  const { stream, seen } = streamWithoutCode(1);
  stream.retry();
  expect(seen.loads).toBe(1);
  await vi.advanceTimersByTimeAsync(0);
  stream.retry();
  await vi.advanceTimersByTimeAsync(0);
  expect(seen).toEqual({ loads: 2, opened: 1 });
});

it('asks nothing while the page is hidden, goes on when it is looked at, and ends when closed', async () => {
  const { stream, told, seen } = streamWithoutCode(9);
  stream.pause();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(seen.loads).toBe(1);
  expect(told.at(-1)?.nextTryAt).toBeNull();
  stream.resume();
  await vi.advanceTimersByTimeAsync(0);
  expect(seen.loads).toBe(2);
  stream.close();
  await vi.advanceTimersByTimeAsync(600_000);
  stream.retry();
  await vi.advanceTimersByTimeAsync(0);
  expect(seen.loads).toBe(2);
});
