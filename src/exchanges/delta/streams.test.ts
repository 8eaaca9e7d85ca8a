import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import { deltaStreams as streams } from './streams.ts';

const JUNE = epochMs(Date.UTC(2026, 5, 5, 12));
const view = { underlying: 'BTC_USD', contracts: [], expiries: [JUNE], books: [], streamAlone: false };
const zero = () => 0;
const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8');

it('takes an expiry on screen in one channel', () => {
  expect(streams.plan(view)).toEqual([
    { address: 'wss://public-socket.india.delta.exchange', channels: ['ticker:BTC-050626'] },
  ]);
  expect(streams.subscribe(['ticker:BTC-050626', 'ticker:BTC-260626'], zero)).toEqual([
    '{"type":"subscribe","payload":{"channels":[{"name":"ticker","symbols":["BTC-050626","BTC-260626"]}]}}',
  ]);
});

it('takes every option by category where no answer can be read', () => {
  expect(streams.plan({ ...view, streamAlone: true })).toEqual([
    {
      address: 'wss://socket.india.delta.exchange',
      channels: ['v2/ticker:call_options', 'v2/ticker:put_options'],
    },
  ]);
});

it('asks for one order book in a frame, which is all that the venue takes', () => {
  const frames = streams.subscribe(['ob_l2:A', 'ticker:BTC-050626', 'ob_l2:B'], zero);
  const symbols = frames.map(
    (frame) => (JSON.parse(frame) as { payload: { channels: { symbols: string[] }[] } }).payload.channels,
  );
  expect(symbols.map(([only]) => only?.symbols)).toEqual([['BTC-050626'], ['A'], ['B']]);
});

it.each([
  ['ws-ticker', 'ticker:BTC-050626', 'ticker:BTC-050626'],
  ['ws-v2-ticker', 'v2/ticker:P-BTC-60000-050626', null],
  ['ws-ob-l2', 'ob_l2:P-BTC-60000-050626', 'ob_l2:P-BTC-60000-050626'],
])('knows %s by what it names, and its time in microseconds', (name, key, channel) => {
  expect(streams.recognise(fixture(name))).toEqual({ kind: 'data', key, channel, sequence: null });
  expect(streams.stampOf(fixture(name))).toBe(1_780_000_003_123);
});

it('knows a long push by its end', () => {
  const { d, ...rest } = JSON.parse(fixture('ws-ticker')) as { d: unknown[] };
  const long = JSON.stringify({ d: Array.from({ length: 40 }, () => d[0]), ...rest });
  expect(long.length).toBeGreaterThan(5_000);
  expect(streams.recognise(long)).toMatchObject({ kind: 'data', key: 'ticker:BTC-050626' });
  expect(streams.stampOf(long)).toBe(1_780_000_003_123);
});

it('tells signs of life, confirmations and refusals apart', () => {
  expect(streams.recognise('{"type":"heartbeat"}').kind).toBe('alive');
  expect(streams.recognise('{"type":"pong"}').kind).toBe('alive');
  const answer = (channel: object) =>
    streams.recognise(JSON.stringify({ type: 'subscriptions', channels: [channel] }));
  expect(answer({ name: 'ticker', symbols: ['BTC-050626'] })).toEqual({ kind: 'confirmed' });
  expect(answer({ name: 'ticker', symbols: ['X'], error: 'invalid symbol' })).toEqual({
    kind: 'refused',
    reason: 'venue-error',
    detail: 'invalid symbol',
    channels: ['ticker:X'],
    answers: null,
  });
});
