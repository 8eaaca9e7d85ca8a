import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { FeedHealth } from '#feed/feed-health.ts';
import type { MarketSnapshot } from './market-source.ts';
import { createStreamStore, endStream, lookAt, setHealth, setSnapshot } from './stream-store.ts';

const snapshot = { receivedAt: epochMs(1) } as unknown as MarketSnapshot;
const incidents = [{ at: epochMs(1), kind: 'connected', detail: 'venue', reason: null }] as const;
const health = {
  phase: 'streaming',
  nextTryAt: null,
  framesPerSecond: 9,
  incidents,
} as unknown as FeedHealth;

it('forgets the picture of a feed that ended and keeps its history', () => {
  const store = createStreamStore();
  setSnapshot(store, 'okx', snapshot);
  setHealth(store, 'okx', health);
  endStream(store, 'okx');
  expect(store.getState().snapshots).toEqual({});
  expect(store.getState().health.okx).toMatchObject({ phase: 'off', framesPerSecond: 0, incidents });
  expect(store.getState().everHeard).toBe(true);
});

it('tells nobody when the same is looked at again', () => {
  const store = createStreamStore();
  lookAt(store, { expiries: [epochMs(5)] });
  let told = 0;
  store.subscribe(() => {
    told += 1;
  });
  lookAt(store, { expiries: [epochMs(5)] });
  expect(told).toBe(0);
  lookAt(store, { books: { okx: ['BTC-1'] } });
  expect([told, store.getState().lookedAt]).toEqual([1, { expiries: [5], books: { okx: ['BTC-1'] } }]);
});
