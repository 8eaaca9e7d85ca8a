import { describe, expect, it } from 'vitest';
import { type EpochMs, epochMs } from '#base/time.ts';
import { deribitAdapter } from '#exchanges/deribit/deribit-adapter.ts';
import type { WireMessage } from '#market/recording.ts';
import { recordingOf } from './recording.ts';
import { type Replay, createReplay } from './replay.ts';

const T0 = 1_780_000_000_000;
const API = 'https://www.deribit.com/api/v2/public';

function at(seconds: number): EpochMs {
  return epochMs(T0 + seconds * 1_000);
}

function message(path: string, seconds: number, body: string): WireMessage {
  return { at: at(seconds), via: 'http', request: `${API}/${path}`, body };
}

function summary(coin: string, seconds: number, bid: number): WireMessage {
  const row = { instrument_name: `${coin}-26JUN26-60000-P`, bid_price: bid, creation_timestamp: at(seconds) };
  const path = `get_book_summary_by_currency?currency=${coin}&kind=option`;
  return message(path, seconds, JSON.stringify({ jsonrpc: '2.0', result: [row] }));
}

function book(strike: number, seconds: number, bid: number): WireMessage {
  const name = `BTC-26JUN26-${strike}-P`;
  const result = { instrument_name: name, best_bid_price: bid, timestamp: at(seconds) };
  return message(
    `get_order_book?instrument_name=${name}`,
    seconds,
    JSON.stringify({ jsonrpc: '2.0', result }),
  );
}

function replayOf(messages: readonly WireMessage[]): Replay {
  const header = { format: 'smirk-recording', version: 1, venue: 'deribit', startedAt: at(0) } as const;
  return createReplay(recordingOf(header, messages), deribitAdapter);
}

function bids(replay: Replay, underlying: string, index: number): readonly (number | null | undefined)[] {
  const { chain } = replay.snapshot(underlying, index);
  return chain?.expiries.flatMap((expiry) => expiry.contracts.map((one) => one.quote?.bid)) ?? [];
}

describe('the stops of a recording', () => {
  it('hold coins asked together, and each repeated question begins the next', () => {
    const replay = replayOf([
      summary('BTC', 0, 0.01),
      summary('ETH', 1, 0.02),
      summary('BTC', 10, 0.03),
      summary('ETH', 11, 0.04),
    ]);
    expect(replay.instants).toEqual([
      { at: at(1), end: 2 },
      { at: at(11), end: 4 },
    ]);
    expect([
      bids(replay, 'BTC', 0),
      bids(replay, 'ETH', 0),
      bids(replay, 'BTC', 1),
      bids(replay, 'ETH', 1),
    ]).toEqual([[0.01], [0.02], [0.03], [0.04]]);
  });

  it('are not begun by index levels or contract terms', () => {
    const index = (seconds: number): WireMessage =>
      message(
        'get_index_price?index_name=btc_usd',
        seconds,
        JSON.stringify({ jsonrpc: '2.0', result: { index_price: 70_000 + seconds } }),
      );
    const replay = replayOf([
      index(0),
      summary('BTC', 1, 0.01),
      index(3),
      index(6),
      summary('BTC', 11, 0.02),
      index(12),
    ]);
    expect(replay.instants.map((one) => one.at)).toEqual([at(1), at(11)]);
    expect(replay.snapshot('BTC', 0).chain?.indexPrice).toBe(70_006);
    expect(replay.snapshot('BTC', 1).chain?.indexPrice).toBe(70_012);
  });

  it('take a sweep of single contracts as one, and a second sweep as the next', () => {
    const replay = replayOf([
      book(60_000, 0, 0.01),
      book(61_000, 30, 0.02),
      book(60_000, 40, 0.03),
      book(61_000, 70, 0.04),
    ]);
    expect(replay.instants).toHaveLength(2);
    expect([bids(replay, 'BTC', 0), bids(replay, 'BTC', 1)]).toEqual([
      [0.01, 0.02],
      [0.03, 0.04],
    ]);
  });
});

describe('a replay', () => {
  it('is the same at a stop whichever way it was reached', () => {
    const messages = Array.from({ length: 12 }, (_, step) => [
      summary('BTC', step * 10, 0.01 + step / 1e3),
      summary('ETH', step * 10, 0.05),
    ]).flat();
    const replay = replayOf(messages);
    const forward = replay.instants.map((_, index) => replay.snapshot('BTC', index).chain);
    const backward = replay.instants.map((_, index) => replay.snapshot('BTC', 11 - index).chain).reverse();
    expect(backward).toEqual(forward);
    expect(forward.map((chain) => chain?.version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('falls back to the last readable answer and tells of the one that was not', () => {
    const bad = message('get_book_summary_by_currency?currency=BTC&kind=option', 10, '<html>busy</html>');
    const replay = replayOf([summary('BTC', 0, 0.01), bad]);
    const { chain, unread } = replay.last('BTC');
    expect(chain?.asOf).toBe(at(0));
    expect(unread).toMatchObject([{ at: at(10), reason: 'not-json' }]);
    expect(replay.snapshot('BTC', 0).unread).toEqual([]);
  });

  it('ends with the union of a sweep that was broken off and the sweep before', () => {
    const replay = replayOf([book(60_000, 0, 0.01), book(61_000, 1, 0.02), book(60_000, 40, 0.03)]);
    expect(bids(replay, 'BTC', 1)).toEqual([0.03, 0.02]);
    expect(replay.last('BTC').chain?.asOf).toBe(at(40));
  });

  it('has no chain of a coin before its first quotes, and none at all in an empty recording', () => {
    const replay = replayOf([summary('BTC', 0, 0.01), summary('BTC', 10, 0.01), summary('ETH', 11, 0.02)]);
    expect(replay.snapshot('ETH', 0).chain).toBeNull();
    expect(replay.underlyings).toEqual(['BTC', 'ETH']);
    expect([replay.stops('BTC'), replay.stops('ETH'), replay.stops('XRP')]).toEqual([[0, 1], [1], []]);
    expect(replayOf([]).last('BTC')).toEqual({ chain: null, unread: [] });
  });
});
