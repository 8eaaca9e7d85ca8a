import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { binanceStreams as streams } from './streams.ts';

const view = { underlying: 'BTC_USDT', contracts: [], expiries: [], books: [], streamAlone: true };
const counter = () => {
  let last = 0;
  return () => (last += 1);
};
const pushed = readFileSync(new URL('fixtures/ws-option-mark-price.json', import.meta.url), 'utf8');

it('needs one channel for a whole chain, and asks nothing', () => {
  expect(streams.plan(view)).toEqual([
    { address: 'wss://fstream.binance.com/market/stream', channels: ['btcusdt@optionMarkPrice'] },
  ]);
  expect(streams.calls(view, counter())).toEqual([]);
});

it('takes order books from the path that pushes them, by names in small letters', () => {
  expect(streams.plan({ ...view, books: ['BTC-260605-60000-P'] })[1]).toEqual({
    address: 'wss://fstream.binance.com/public/stream',
    channels: ['btc-260605-60000-p@depth20@500ms'],
  });
});

it('subscribes by name and number', () => {
  expect(streams.subscribe(['btcusdt@optionMarkPrice'], counter())).toEqual([
    '{"method":"SUBSCRIBE","params":["btcusdt@optionMarkPrice"],"id":1}',
  ]);
});

it('lets a newer push replace an older one of its stream, and reads its time', () => {
  const channel = 'btcusdt@optionMarkPrice';
  expect(streams.recognise(pushed)).toEqual({ kind: 'data', key: channel, channel, sequence: null });
  expect(streams.stampOf(pushed)).toBe(1_780_000_000_123);
});

it('tells confirmation, sign of life and refusal apart', () => {
  expect(streams.recognise('{"result":null,"id":1}')).toEqual({ kind: 'confirmed' });
  expect(streams.recognise('{"result":["btcusdt@optionMarkPrice"],"id":2}').kind).toBe('alive');
  expect(streams.recognise('{"error":{"code":-1003,"msg":"Too many messages"},"id":3}')).toEqual({
    kind: 'refused',
    reason: 'rate-limited',
    detail: 'Too many messages (code -1003)',
    channels: [],
    answers: 3,
  });
});
