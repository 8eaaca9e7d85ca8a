import { array, assert, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EpochMs, epochMs } from '#base/time.ts';
import type { ExchangeAdapter } from '#exchanges/adapter.ts';
import { deribitAdapter } from '#exchanges/deribit/deribit-adapter.ts';
import type { WireMessage } from '#market/recording.ts';
import { recordingOf } from './recording.ts';
import { type Replay, createReplay, openReplay } from './replay.ts';

const T0 = 1_780_000_000_000;
const SOCKET = 'wss://www.deribit.com/ws/api/v2';
const CHAIN = 'https://www.deribit.com/api/v2/public/get_book_summary_by_currency?currency=BTC&kind=option';

const at = (seconds: number): EpochMs => epochMs(T0 + seconds * 1_000);
const nameOf = (strike: number): string => `BTC-26JUN26-${strike}-P`;

/** A push about one contract. */
function push(strike: number, seconds: number, bid: number): WireMessage {
  const data = { instrument_name: nameOf(strike), best_bid_price: bid, timestamp: at(seconds) };
  const body = { jsonrpc: '2.0', method: 'subscription', params: { channel: `ticker.${strike}.agg2`, data } };
  return { at: at(seconds), via: 'ws', request: SOCKET, body: JSON.stringify(body) };
}

/** The whole chain, asked for. */
function answer(strikes: readonly number[], seconds: number, bid: number): WireMessage {
  const result = strikes.map((strike) => ({
    instrument_name: nameOf(strike),
    bid_price: bid,
    creation_timestamp: at(seconds),
  }));
  return { at: at(seconds), via: 'http', request: CHAIN, body: JSON.stringify({ jsonrpc: '2.0', result }) };
}

function counting(): { readonly adapter: ExchangeAdapter; readonly reads: () => number } {
  let count = 0;
  const read: ExchangeAdapter['read'] = (message) => {
    count += 1;
    return deribitAdapter.read(message);
  };
  return { adapter: { ...deribitAdapter, read }, reads: () => count };
}

function replayOf(messages: readonly WireMessage[], adapter: ExchangeAdapter = deribitAdapter): Replay {
  const header = { format: 'smirk-recording', version: 1, venue: 'deribit', startedAt: at(0) } as const;
  return createReplay(recordingOf(header, messages), adapter);
}

const bidsAt = (replay: Replay, stop: number): Readonly<Record<string, number | null>> =>
  Object.fromEntries(
    (replay.snapshot('BTC', stop).chain?.expiries ?? []).flatMap(({ contracts }) =>
      contracts.map(({ instrument, quote }) => [instrument.name, quote?.bid ?? null]),
    ),
  );

/** Hours of a stream: each second a push about one of fifty contracts, each hour the whole chain. */
const STRIKES = Array.from({ length: 50 }, (_, i) => 40_000 + 1_000 * i);
const HOURS = 3;
const stream: readonly WireMessage[] = Array.from({ length: 3600 * HOURS }, (_, second) =>
  second % 3600 === 0
    ? answer(STRIKES, second, 0.01)
    : push(STRIKES[second % 50] ?? 0, second, 0.01 + second / 1e6),
);

/** What the pushes say, followed by hand. */
function expectedBids(end: number): Readonly<Record<string, number | null>> {
  const bids: Record<string, number> = {};
  for (const [second] of stream.slice(0, end).entries()) {
    if (second % 3600 === 0) for (const strike of STRIKES) bids[nameOf(strike)] = 0.01;
    else bids[nameOf(STRIKES[second % 50] ?? 0)] = 0.01 + second / 1e6;
  }
  return bids;
}

describe('a recording of a stream', () => {
  const { adapter, reads } = counting();
  const replay = replayOf(stream, adapter);

  it('stops every few seconds for hours', () => {
    expect(replay.instants.length).toBeGreaterThan((3600 * HOURS) / 6);
    expect(reads()).toBe(stream.length);
  });

  it('shows at any stop what had been said until then, in whatever order the stops are visited', () => {
    const stop = nat({ max: replay.instants.length - 1 });
    assert(
      property(array(stop, { minLength: 1, maxLength: 6 }), (stops) => {
        for (const one of stops)
          expect(bidsAt(replay, one)).toEqual(expectedBids(replay.instants[one]?.end ?? 0));
      }),
      { numRuns: 25 },
    );
  });

  it('reads a step’s own messages to go on, and a small share of the recording to go anywhere', () => {
    replay.snapshot('BTC', 100);
    const before = reads();
    replay.snapshot('BTC', 101);
    expect(reads() - before).toBeLessThanOrEqual(8);
    for (const stop of [1700, 3, 900, 899]) {
      const from = reads();
      replay.snapshot('BTC', stop);
      expect(reads() - from).toBeLessThanOrEqual(500);
    }
  });
});

it('tells of messages that could not be read up to a stop, and of none that came later', () => {
  const broken: WireMessage = { at: at(7), via: 'ws', request: SOCKET, body: '{"jsonrpc":' };
  const replay = replayOf([answer([60_000], 0, 0.01), push(60_000, 1, 0.02), broken, push(60_000, 14, 0.03)]);
  const unreadAt = (stop: number) => replay.snapshot('BTC', stop).unread.map((one) => one.at);
  const last = replay.instants.length - 1;
  expect(unreadAt(last)).toEqual([at(7)]);
  expect(unreadAt(0)).toEqual([]);
  expect(bidsAt(replay, last)).toEqual({ [nameOf(60_000)]: 0.03 });
});

it('keeps an asked chain’s earlier answer where the later one cannot be read, until one can', () => {
  const broken: WireMessage = { ...answer([60_000], 60, 0.02), body: '<html>' };
  const replay = replayOf([
    answer([60_000], 0, 0.01),
    push(60_000, 30, 0.015),
    broken,
    answer([60_000], 120, 0.04),
  ]);
  const stops = replay.instants.map((_, stop) => [
    bidsAt(replay, stop)[nameOf(60_000)],
    replay.snapshot('BTC', stop).unread.length,
  ]);
  expect(stops.at(-1)).toEqual([0.04, 0]);
  expect(stops.at(-2)).toEqual([0.015, 1]);
});

it('is prepared in turns that tell how far it is, and is given up at any of them', async () => {
  const header = { format: 'smirk-recording', version: 1, venue: 'deribit', startedAt: at(0) } as const;
  const recording = recordingOf(header, stream.slice(0, 2_000));
  const { adapter, reads } = counting();
  const shares: number[] = [];
  const given = await openReplay(recording, adapter, (share) => {
    shares.push(share);
    return Promise.resolve(share < 0.5);
  });
  expect(given).toBeNull();
  expect(shares.every((share, turn) => share > (shares[turn - 1] ?? 0))).toBe(true);
  expect(reads()).toBe(1_000);
  const whole = await openReplay(recording, deribitAdapter, () => Promise.resolve(true));
  expect(whole?.last('BTC')).toEqual(createReplay(recording, deribitAdapter).last('BTC'));
});
