import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, epochMs } from '#base/time.ts';
import { ADAPTERS } from './registry.ts';
import { streamsOf } from './stream-registry.ts';
import type { StreamView } from './venue-streams.ts';

const AT = epochMs(1_780_000_000_000);
const STREAMING = ADAPTERS.flatMap((adapter) =>
  adapter.streams === undefined ? [] : [{ adapter, streams: adapter.streams, label: adapter.id }],
);

function counter(): () => number {
  let last = 0;
  return () => (last += 1);
}

function viewOf(underlying: string, change: Partial<StreamView> = {}): StreamView {
  return { underlying, contracts: [], expiries: [], books: [], streamAlone: false, ...change };
}

it('has the same streams in the light registry as the adapters themselves', () => {
  for (const adapter of ADAPTERS) expect(streamsOf(adapter.id)).toBe(adapter.streams ?? null);
});

describe.each(STREAMING)('$label', ({ adapter, streams }) => {
  const names = Array.from({ length: 3_000 }, (_, index) => ({
    name: `X-${index}`,
    expiry: epochMs(AT + (index % 3) * DAY_MS),
    strike: 1_000 + index,
  }));

  it('connects only to origins that it declares, and names each channel once', () => {
    for (const underlying of adapter.knownUnderlyings) {
      const view = viewOf(underlying, { contracts: names, expiries: [AT] });
      for (const { address, channels } of streams.plan(view)) {
        expect(adapter.origins).toContain(new URL(address).origin);
        expect(new Set(channels).size).toBe(channels.length);
      }
    }
  });

  it('subscribes and unsubscribes nothing with no frame, and no frame is longer than 64 kB', () => {
    expect(streams.subscribe([], counter())).toEqual([]);
    expect(streams.unsubscribe([], counter())).toEqual([]);
    const [underlying = 'BTC'] = adapter.knownUnderlyings;
    const view = viewOf(underlying, { contracts: names, expiries: [AT], streamAlone: true });
    for (const { channels } of streams.plan(view)) {
      const frames = [...streams.subscribe(channels, counter()), ...streams.unsubscribe(channels, counter())];
      for (const frame of frames) expect(frame.length).toBeLessThan(64_000);
    }
  });

  it('recognises any text without a throw, and stamps it with an instant or not at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const stamp = streams.stampOf(text);
        return streams.recognise(text).kind.length > 0 && (stamp === null || Number.isSafeInteger(stamp));
      }),
      { numRuns: 500, seed: 5 },
    );
  });

  it('asks each question under its own number, about addresses whose answers it knows', () => {
    const [underlying = 'BTC'] = adapter.knownUnderlyings;
    const view = viewOf(underlying, { contracts: names.slice(0, 30), expiries: [AT], streamAlone: true });
    const calls = streams.calls(view, counter());
    expect(new Set(calls.map(({ id }) => id)).size).toBe(calls.length);
    expect(new Set(calls.map(({ request }) => request)).size).toBe(calls.length);
    expect(calls.map(({ request }) => adapter.purposeOf(request)).filter((one) => one === 'other')).toEqual(
      [],
    );
  });
});
